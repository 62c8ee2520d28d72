import type { Reading } from './reading.ts';

const askingFirst =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isnt|arent|wasnt|werent|dont|doesnt|didnt|who|whos|what|whats|when|where|why|how|which|whether)$/;

/** Whether the sentence of a word asks: by its mark, by how it begins, or by a "true?" that lost its mark. */
export function isAsked({ words, endings }: Reading, at: number): boolean {
  const sentence = words[at]?.sentence;
  if (sentence !== undefined && endings[sentence] === '?') return true;
  const first = words.find((word) => word.sentence === sentence)?.folded ?? '';
  return askingFirst.test(first);
}
