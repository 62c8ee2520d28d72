import { asksElsewhere } from './asks-elsewhere.ts';

/** People about themselves and to each other, by language. */
const personal = new RegExp(
  `^(?:${[
    "(?:i|we|you|u)(?:['’]\\w+)?|let['’]?s|my|our|your|please",
    'ich|wir|du|ihr|mein|unser|dein|bitte',
    'yo|nosotr[oa]s|tú|usted|ustedes|mi|nuestr[oa]|por favor',
    "je|j['’]\\p{L}+|nous|tu|vous|mon|ma|notre",
    'eu|nós|você|vocês|meu|minha|nosso|nossa',
  ].join('|')})(?![\\p{L}\\p{N}])|^(?:我|你|您|请|大家)`,
  'iu',
);

/** Whether a sentence for which there is no record says nothing that somebody could have checked. */
export function isRemark(sentence: string): boolean {
  const isShort = /\p{scx=Han}/u.test(sentence)
    ? sentence.length < 5
    : wordsOf(sentence).length < 4;
  return isShort || personal.test(sentence) || asksElsewhere(sentence);
}

/**
 * The places of sentences, those first that most look like statements about the world; else as they stand. Before them come
 * those that something was found for already.
 */
export function byCheckability(
  sentences: readonly string[],
  isFound: (sentence: string) => boolean,
): readonly number[] {
  return sentences
    .map((sentence, place) => ({
      place,
      score: isFound(sentence) ? Number.POSITIVE_INFINITY : checkability(sentence),
    }))
    .sort((one, other) =>
      one.score === other.score ? one.place - other.place : other.score - one.score,
    )
    .map(({ place }) => place);
}

/** Numbers and names are what checks are about; length beyond a usual sentence adds nothing. */
function checkability(sentence: string): number {
  const words = wordsOf(sentence);
  const numbers = words.filter((word) => /\p{N}/u.test(word)).length;
  const names = words.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length;
  const length = /\p{scx=Han}/u.test(sentence) ? sentence.length / 2 : words.length;
  return (
    Math.min(length, 10) +
    4 * Math.min(numbers, 2) +
    3 * Math.min(names, 2) -
    (isRemark(sentence) ? 20 : 0)
  );
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
