import type { Correction, CorrectWord } from './spelling.ts';

/** A text with more words that nobody knows is not in a language that the statements are in. */
const mostCorrections = 60;

/** Corrects the words of one text, each once and only the first so many: correcting takes longer than all other reading. */
export function correctFew(correctWord: CorrectWord): CorrectWord {
  const corrections = new Map<string, Correction | undefined>();
  return (folded) => {
    if (corrections.has(folded) || corrections.size >= mostCorrections)
      return corrections.get(folded);
    const correction = correctWord(folded);
    corrections.set(folded, correction);
    return correction;
  };
}
