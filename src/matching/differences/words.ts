import { asciiDigits, joinThousands } from '../text/number-format.ts';
import { eachMatch, foldWord, letter, letterOrDigit, unspaced } from '../text/text.ts';
import { foreignFormOf, formOf, type WordForm } from './word-forms.ts';

/** One word of a text with what its surroundings say about it. */
export interface Word extends WordForm {
  /** As written, without punctuation. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The first word of its sentence. */
  readonly opens: boolean;
  readonly sentence: number;
  /** Counts up at every comma, bracket, dash, quotation mark or sentence end. */
  readonly clause: number;
  readonly quoted: boolean;
  /** Part of a hashtag or a handle. */
  readonly tagged: boolean;
}

/** A text that has been taken apart. */
export interface WordList {
  readonly text: string;
  /** Whether its words were read as English ones. */
  readonly isEnglish: boolean;
  readonly words: readonly Word[];
  /** The last mark of each sentence, by sentence number. */
  readonly endings: readonly string[];
  /** Who signed a pasted post, folded; empty where nobody did. */
  readonly author: readonly string[];
}

// A long post states its claim early; what lies beyond costs time and brings only chance meetings.
const longestText = 6_000;
const mostWords = 400;

// Links; tags; numbers with currency, separators and unit; abbreviations; words; single characters of scripts without
// blanks; marks. Each starts with characters of its own, so that the time is linear.
const token = new RegExp(
  `(?:https?:\\/\\/|www\\.|pic\\.twitter\\.com)\\S*|[@#][\\p{L}\\p{N}_]+|[$€£₹]?\\d+(?:[.,:]\\d+)*(?:%|${letter}+)?|(?:${letter}\\.){2,}|${letter}${letterOrDigit}*(?:'${letter}+)*|[${unspaced}]|[.!?…;:,"“”«»\\(\\)\\[\\]\\n—–]|'|-`,
  'gv',
);

export function wordsOf(raw: string, isEnglish = true): WordList {
  const { text, author } = withoutSignature(tidied(raw));
  const read = isEnglish ? formOf : foreignFormOf;
  const words: Word[] = [];
  const endings: string[] = [];
  let clause = 0;
  let sentence = 0;
  let opens = true;
  let doubleQuoted = false;
  let singleQuoted = false;
  const add = (piece: string, start: number, tagged: boolean) => {
    if (words.length >= mostWords) return;
    const { folded, stem, term, capital, possessive, isContent } = read(piece);
    words.push({
      text: piece,
      folded,
      stem,
      term,
      capital,
      possessive,
      isContent,
      start,
      end: start + piece.length,
      opens,
      sentence,
      clause,
      quoted: doubleQuoted || singleQuoted,
      tagged,
    });
    opens = false;
  };
  /** Says whether to go on: the sentence of the last word is read to its end. */
  const take = (piece: string, start: number): boolean => {
    const end = start + piece.length;
    const first = piece.charAt(0);
    if (isLink(piece)) return true;
    if (first === '@' || first === '#') {
      for (const part of tagParts(piece, start)) add(part.text, part.start, true);
    } else if (isWordStart(first)) {
      add(piece, start, false);
    } else if (first === "'") {
      const opensQuote =
        !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(end));
      if (opensQuote) singleQuoted = text.includes("'", end);
      else singleQuoted = false;
      clause++;
    } else if (first === '-') {
      // A hyphen joins, a dash parts.
      if (!/\S-\S/.test(text.slice(start - 1, end + 1))) clause++;
    } else if (first !== '.' || !isAbbreviation(words.at(-1), start, text)) {
      clause++;
      if (/["“”«»]/.test(first)) doubleQuoted = first === '"' ? !doubleQuoted : /[“«]/.test(first);
      else if (endsSentence(text, first, end)) {
        if (!opens) endings[sentence++] = first;
        else if (first === '?' && sentence > 0) endings[sentence - 1] = first;
        opens = true;
      }
    }
    return words.length < mostWords || !opens;
  };
  eachMatch(token, text, take);
  return { text, isEnglish, words, endings, author };
}

/** The words of a stretch of the text as they were written. */
export function spanText({ text, words }: WordList, from: number, to: number): string {
  const first = words[from];
  const last = words[to];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}

/** The first and the last word within these characters. */
export function wordsWithin(
  { words }: WordList,
  from: number,
  to: number,
): { from: number; to: number } {
  const first = firstEndingBehind(words, from);
  let last = first;
  while ((words[last + 1]?.start ?? to) < to) last++;
  return { from: first, to: last };
}

function firstEndingBehind(words: readonly Word[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function tidied(raw: string): string {
  const text = raw.slice(0, longestText);
  if (/^[\n\x20-\x7e]*$/.test(text)) return joinThousands(text.replaceAll('`', "'"));
  return joinThousands(
    asciiDigits(text.normalize('NFKC').slice(0, longestText))
      .replace(/\p{Cf}/gu, '')
      .replace(/[‘’`´]/g, "'"),
  );
}

/** A pasted post ends "— Name (@handle) February 25, 2016": who posted it and when is no part of the statement. */
function withoutSignature(text: string): Pick<WordList, 'text' | 'author'> {
  const handle = text.lastIndexOf('(@');
  if (handle < 0 || text.length - handle > 60) return { text, author: [] };
  const dash = Math.max(...['—', '– ', '- '].map((mark) => text.lastIndexOf(mark, handle)));
  if (dash < 0 || handle - dash >= 80) return { text, author: [] };
  const signed = text.slice(dash + 1, handle);
  return { text: text.slice(0, dash), author: signed.split(' ').map(foldWord) };
}

function isLink(piece: string): boolean {
  return piece.startsWith('http') ? piece.includes('://') : /^(?:www\.|pic\.)/.test(piece);
}

function isWordStart(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 128)
    return (code | 32) >= 97 ? (code | 32) <= 122 : code === 36 || (code >= 48 && code <= 57);
  return /[\p{L}\p{N}€£₹]/u.test(character);
}

/** "#DaytonShooter" is two words. */
function tagParts(tag: string, start: number): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let at = start + 1;
  for (const text of tag.slice(1).split(/(?<=\p{Ll})(?=\p{Lu})|(?<=_)|(?=_)/u)) {
    if (text !== '_' && text !== '') parts.push({ text, start: at });
    at += text.length;
  }
  return parts;
}

function endsSentence(text: string, mark: string, end: number): boolean {
  if (mark === '\n') return true;
  return /[.!?…]/.test(mark) && (end === text.length || /[\s"”')\]]/.test(text.charAt(end)));
}

const abbreviations = new Set(
  `st mr mrs ms dr sen rep gov gen col lt sgt prof rev jr sr vs dept inc jan feb mar apr aug sept sep oct nov dec`.split(
    ' ',
  ),
);

/** The stop after "Dr", "No. 1" or an initial ends no sentence. */
function isAbbreviation(before: Word | undefined, at: number, text: string): boolean {
  if (before?.end !== at) return false;
  if (before.folded === 'no') return /^\. ?\d/.test(text.slice(at, at + 3));
  return abbreviations.has(before.folded) || /^\p{Lu}$/u.test(before.text);
}
