import { stemOf } from './stem.ts';

/** One word of a text with what its surroundings say about it. */
export interface Word {
  /** As written, without punctuation. */
  readonly text: string;
  /** Lower case, accents and possessive ending removed. */
  readonly lower: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Starts with a capital letter. */
  readonly capital: boolean;
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
  readonly words: readonly Word[];
  /** The last mark of each sentence, by sentence number. */
  readonly endings: readonly string[];
}

// A long post states its claim early; what lies beyond costs time and brings only chance meetings.
const longestText = 6_000;
const mostWords = 400;

const token =
  /https?:\/\/\S+|www\.\S+|pic\.twitter\.com\S*|[@#][\p{L}\p{N}_]+|[$€£₹]?\d+(?:[.,:]\d+)*(?:%|\p{L}+)?|(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:'\p{L}+)*|[.!?…;:,"“”«»()[\]\n—–]|'|-/gu;

export function wordsOf(raw: string): WordList {
  const text = withoutSignature(tidy(raw));
  const words: Word[] = [];
  const endings: string[] = [];
  let clause = 0;
  let sentence = 0;
  let opens = true;
  let quoted = false;
  let singleQuoted = false;
  for (const match of text.matchAll(token)) {
    const piece = match[0];
    const start = match.index;
    const end = start + piece.length;
    if (/^(?:https?:|www\.|pic\.)/.test(piece)) continue;
    if (/^[@#]/.test(piece)) {
      for (const part of splitTag(piece, start)) {
        words.push({ ...part, opens, sentence, clause, quoted, tagged: true });
        opens = false;
      }
      continue;
    }
    if (/^[\p{L}\p{N}$€£₹]/u.test(piece)) {
      if (words.length >= mostWords) break;
      words.push({
        ...spelled(piece, start, end),
        opens,
        sentence,
        clause,
        quoted: quoted || singleQuoted,
        tagged: false,
      });
      opens = false;
      continue;
    }
    if (piece === '-' && /\S/.test(text[start - 1] ?? ' ') && /\S/.test(text[end] ?? ' ')) continue;
    if (piece === "'") {
      const before = text[start - 1] ?? ' ';
      const after = text[end] ?? ' ';
      if (!/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after))
        singleQuoted = text.includes("'", end);
      else if (singleQuoted && /[\p{L}\p{N}.,!?]/u.test(before)) singleQuoted = false;
      clause++;
      continue;
    }
    if (piece === '.' && isAbbreviation(words.at(-1), start)) continue;
    clause++;
    if (/["“”«»]/.test(piece)) quoted = piece === '"' ? !quoted : piece === '“' || piece === '«';
    if (/[.!?…\n]/.test(piece) && (piece === '\n' || /[\s"”')\]]|^$/.test(text[end] ?? ''))) {
      if (!opens) {
        endings[sentence] = piece;
        sentence++;
        opens = true;
      } else if (piece === '?' && sentence > 0) endings[sentence - 1] = '?';
    }
  }
  return { text, words, endings };
}

/** The words of a stretch of the text as they were written. */
export function spanText({ text, words }: WordList, from: number, to: number): string {
  const first = words[from];
  const last = words[to];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}

function tidy(raw: string): string {
  return raw
    .slice(0, longestText)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[‘’`´]/g, "'");
}

/** A pasted post ends "— Name (@handle) February 25, 2016": who posted it and when is no part of the statement. */
function withoutSignature(text: string): string {
  const handle = text.lastIndexOf('(@');
  if (handle < 0 || text.length - handle > 60) return text;
  const dash = Math.max(
    text.lastIndexOf('—', handle),
    text.lastIndexOf('– ', handle),
    text.lastIndexOf('- ', handle),
  );
  return dash >= 0 && handle - dash < 80 ? text.slice(0, dash) : text;
}

function spelled(piece: string, start: number, end: number) {
  const lower = fold(piece)
    .replace(/'s$|\.$/, '')
    .replaceAll('.', /^\p{L}\./u.test(piece) ? '' : '.');
  return { text: piece, lower, stem: stemOf(lower), start, end, capital: /^\p{Lu}/u.test(piece) };
}

function splitTag(piece: string, start: number) {
  let at = start + 1;
  return piece
    .slice(1)
    .split(/(?<=\p{Ll})(?=\p{Lu})|_/u)
    .filter((part) => part !== '')
    .map((part) => {
      const from = at;
      at += part.length;
      return spelled(part, from, at);
    });
}

const abbreviations = new Set(
  'st mr mrs ms dr sen rep gov gen col lt sgt prof rev jr sr no vs dept inc'.split(' '),
);

/** The stop after "Dr" or an initial ends no sentence. */
function isAbbreviation(before: Word | undefined, at: number): boolean {
  if (before?.end !== at) return false;
  return abbreviations.has(before.lower) || /^\p{Lu}$/u.test(before.text);
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
