import { readMessage } from './message.ts';
import { wordToTerm } from './terms.ts';
import { splitWords } from './text.ts';

/** Words that come and go between a statement and the question whether it is so. Denials, wishes and amounts are none of them. */
const littleWords: ReadonlySet<string> = new Set(
  'a an the am is are was were be been being do does did has have had that really'.split(' '),
);

/**
 * Whether two texts have the same words in the same order, but for their endings and little words: "did she call them names?" and
 * "She called them names." What nobody would look up, a lone name for instance, has no words to compare.
 */
export function haveSameWords(one: string, other: string): boolean {
  const words = wordsOf(one);
  return words.length > 1 && words.join(' ') === wordsOf(other).join(' ');
}

function wordsOf(text: string): string[] {
  return splitWords(readMessage(text).text)
    .filter(({ folded }) => !littleWords.has(folded))
    .map(({ folded }) => wordToTerm(folded).text);
}
