import { cutText } from './cut-text.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences of a message, without the ones that are only marks, numbers or a link. */
export function splitSentences(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /\p{L}{2}/u.test(sentence.replace(/https?:\S+/g, '')));
}

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
  for (const { segment } of sentences.segment(text.trim())) {
    begun += segment;
    if (endsInAbbreviation.test(begun)) continue;
    count += 1;
    if (begun.trimEnd().length > maxLength || count > most) break;
    whole = begun.trimEnd();
  }
  return whole || cutText(text.trim(), maxLength);
}

/** Unicode's rules end a sentence at every full stop before a capital letter: after "Mr.", "J." and "U.S.", too. */
const endsInAbbreviation =
  /(?<!\p{L})(?:\p{Lu}|\p{L}\.\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Gov|Sen|Rep|Lt|Sgt|Gen|Rev|Hon|Jr|Sr|vs|No|Nr|Sra?|Dra?|Mme|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u;
