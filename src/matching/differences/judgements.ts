import type { Word, WordList } from './words.ts';

const denyingJudgements = new Set(
  'false untrue incorrect wrong bogus lie lies hoax myth fabricated'.split(' '),
);

/** "False", "a lie": a word that denies the whole of what it is said of. */
export function isDenyingJudgement(folded: string): boolean {
  return denyingJudgements.has(folded);
}

/** "not true that", "isn't a lie that", "not the case that": the index of the judging word. */
export function judgementAfter({ words }: WordList, at: number): number | undefined {
  for (let index = at + 1; index < words.length; index++) {
    const word = words[index];
    if (!word || word.sentence !== words[at]?.sentence) return undefined;
    const judges =
      denyingJudgements.has(word.folded) ||
      /^(?:true|case|fact|truth|correct|evidence|proof)$/.test(word.folded);
    if (judges) {
      const next = words[index + 1]?.folded;
      const linked =
        next === 'that' ||
        (next === 'to' && word.folded !== 'correct') ||
        next === 'in' ||
        next === 'for' ||
        next === 'of';
      return linked ? index : undefined;
    }
    if (!/^(?:a|an|the|any|really|actually|at|all|it|is)$/.test(word.folded)) return undefined;
  }
  return undefined;
}

/** "It's false that …", "the myth that …", "false: …" */
export function opensDenial(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || next.sentence !== word.sentence) return false;
  if (words[at - 1]?.folded === 'or') return false;
  if (next.folded === 'that') return true;
  return /^(?:claim|claims|rumor|rumour)$/.test(next.folded) && words[at + 2]?.folded === 'that';
}

/** "… is false", "… is a lie": the judgement ends the sentence and no question is asked. */
export function closesDenial({ words, endings }: WordList, at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || next?.sentence === word.sentence) return false;
  if (endings[word.sentence] === '?') return false;
  const before =
    words[at - 1]?.folded === 'a' || words[at - 1]?.folded === 'totally'
      ? words[at - 2]
      : words[at - 1];
  return (
    before?.sentence === word.sentence && /^(?:is|was|are|were|its|thats)$/.test(before.folded)
  );
}
