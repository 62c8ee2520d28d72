import { numberOfWords } from '../amounts/number-of-words.ts';
import { isUnspaced, type Word } from '../text/text.ts';

/**
 * Turns words into the terms of the index and calls `emit` once a term with the place of its word. A number takes its
 * magnitude along (`$1.45M`, `1.45 million` and `1,450,000` are one term) and leaves its unit (`5mg` and `5 mg` are two terms each);
 * scripts without blanks give pairs of characters, the usual unit for them (Nie et al., 2000).
 */
export function eachTerm(
  words: readonly Word[],
  termOf: (folded: string) => number,
  emit: (term: number, place: number) => void,
): void {
  for (let place = 0; place < words.length; place += 1) {
    const { folded, written } = words[place] as Word;
    const number = numberOfWords(words, place);
    if (number !== undefined) {
      emit(termOf(digitsOf(number.value)), place);
      if (number.unit !== undefined) emit(termOf(number.unit), place);
      place = number.last;
      if (number.endsInRun)
        eachPair((words[place]?.folded ?? '').slice(1), (pair) => emit(termOf(pair), place));
    } else if (isUnspaced(folded)) {
      eachPair(folded, (pair) => emit(termOf(pair), place));
    } else {
      emit(termOf(written === 'US' || written === 'U.S.' ? 'america' : folded), place);
    }
  }
}

/** Pairs of neighbouring characters, or the only one. */
function eachPair(run: string, visit: (pair: string) => void): void {
  const characters = [...run];
  if (characters.length === 1) visit(run);
  for (let at = 1; at < characters.length; at += 1) visit(`${characters[at - 1]}${characters[at]}`);
}

/** Without the noise of binary fractions: 1.1 million is 1100000, not 1100000.0000000001. */
function digitsOf(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(12)));
}
