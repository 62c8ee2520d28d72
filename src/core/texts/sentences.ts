import { cutText } from './cut-text.ts';
import { withoutCounting } from './enumeration.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences and list items of a message, without the ones that are only marks, numbers or a link. */
export function splitSentences(text: string): readonly string[] {
  return linesToSentences(splitItems(text).join('\n').replaceAll('•', '\n'))
    .map(withoutCounting)
    .filter((sentence) => /\p{L}{2}/u.test(sentence.replace(/https?:\S+/g, '')));
}

/** Takes a numbered list apart, on lines of its own ("1. …") or within one ("1) … 2) …"); the numbers are no part of it. */
function splitItems(text: string): readonly string[] {
  const items: string[] = [];
  let begin = 0;
  let next = 1;
  for (const { 0: marker, 1: inline, 2: atStart, 3: keycap, 4: letter, index } of text.matchAll(
    itemMarker,
  )) {
    const place = letter
      ? 'abcdefgh'.indexOf(letter.toLowerCase()) + 1
      : Number(inline ?? atStart ?? keycap);
    if (place !== next) continue;
    items.push(text.slice(begin, index));
    begin = index + marker.length;
    next += 1;
  }
  // One number alone is not a list, and may be part of what is said: "1) is a bracket".
  return next > 2 ? [...items, text.slice(begin)] : [text];
}

/** A number with a full stop within a line may be a date: "am 1. Mai". */
const itemMarker =
  /(?<!\S)\(?(\d{1,2})\)\s+|(?<=^|\n|[.!?:;] ?)[ \t]*(\d{1,2})\.[ \t]+|(\d)\uFE0F?\u20E3\s*|(?<!\S)\(?([a-h])\)\s+/gi;

/** "am 1. Mai" */
const endsInOrdinal = /(?<!\S)\d{1,2}\.\s*$/;

/** All lines at once: to begin anew takes the segmenter longer than a short line does. */
function linesToSentences(lines: string): readonly string[] {
  return [...wholeSentences(lines, segmenter, /\n$/)].map((sentence) =>
    sentence.trim().replace(/^[-–—*+‣▪◦>]+ +/, ''),
  );
}

/**
 * The sentences with the blanks after them, not ended by an abbreviation or an ordinal.
 * @param surelyEnded what does end one, whatever stands before it
 */
function* wholeSentences(
  text: string,
  sentences: Intl.Segmenter,
  surelyEnded: RegExp = /$^/,
): Generator<string> {
  let begin = 0;
  for (const { segment, index } of sentences.segment(text)) {
    const end = index + segment.length;
    const ending = text.slice(Math.max(begin, end - longestEnding), end);
    const mayGoOn = end < text.length && !surelyEnded.test(ending);
    if (mayGoOn && (endsInAbbreviation.test(ending) || endsInOrdinal.test(ending))) continue;
    yield text.slice(begin, end);
    begin = end;
  }
}

/** In UTF-16 units: an abbreviation with what stands before and after it. A text may be nothing but abbreviations. */
const longestEnding = 40;

export interface FirstSentences {
  /** How many sentences at most. */
  readonly most: number;
  /** Of the result, in UTF-16 units. */
  readonly maxLength: number;
  /** BCP 47 tag of the text's language. */
  readonly language: string;
}

/** The beginning of a text, cut at the end of a sentence; within a sentence only where the first alone is too long. */
export function firstSentences(
  text: string,
  { most, maxLength, language }: FirstSentences,
): string {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  let begun = '';
  let whole = '';
  let count = 0;
  for (const sentence of wholeSentences(text.trim(), sentences)) {
    begun += sentence;
    count += 1;
    if (begun.trimEnd().length > maxLength || count > most) break;
    whole = begun.trimEnd();
  }
  return whole || cutText(text.trim(), maxLength);
}

/** Unicode's rules end a sentence at every full stop before a capital letter: after "Mr.", "J." and "U.S.", too. */
const endsInAbbreviation =
  /(?<!\p{L})(?:\p{Lu}|\p{L}\.\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Gov|Sen|Rep|Lt|Sgt|Gen|Rev|Hon|Jr|Sr|vs|No|Nr|Sra?|Dra?|Mme|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u;
