import { factors } from '../amounts/number-words.ts';
import type { Reading } from './reading.ts';
import { isSpeechVerb } from './speech-verbs.ts';

/** A stretch of shared words in one text; `order` counts the stretches. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly order: number;
}

export interface Block {
  readonly main: Stretch;
  readonly asked: Stretch;
}

/** The shared content words that each text has once, in stretches that have the same order on both sides. */
export function blocksOf(asked: Reading, main: Reading): Block[] {
  const askedAt = uniqueWords(asked);
  const shared = [...uniqueWords(main)].flatMap(([stem, at]) => {
    const other = askedAt.get(stem);
    return other === undefined ? [] : [{ main: at, asked: other }];
  });
  if (
    shared.length < 2 ||
    shared.every((word, index) => word.asked > (shared[index - 1]?.asked ?? -1))
  )
    return [];
  const sorted = shared.map((word) => word.asked).sort((a, b) => a - b);
  const rank = new Map(sorted.map((at, index) => [at, index]));
  const runs: (typeof shared)[] = [];
  for (const word of shared) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last && (rank.get(word.asked) ?? 0) === (rank.get(last.asked) ?? 0) + 1;
    if (run && follows) run.push(word);
    else runs.push([word]);
  }
  const askedOrder = runs.map((run) => run[0]?.asked ?? 0).sort((a, b) => a - b);
  return runs.map((run, order) => {
    const ends = [run[0], run.at(-1)];
    return {
      main: { from: ends[0]?.main ?? 0, to: ends[1]?.main ?? 0, order },
      asked: {
        from: ends[0]?.asked ?? 0,
        to: ends[1]?.asked ?? 0,
        order: askedOrder.indexOf(ends[0]?.asked ?? 0),
      },
    };
  });
}

/** Stem → index of the content words that stand in a text once; numbers are compared elsewhere. */
function uniqueWords({ words, isContent, isNumber }: Reading): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, { stem, folded }] of words.entries()) {
    if (isNumber[at] ? !factors.has(folded) : !(isContent[at] || isSpeechVerb(stem))) continue;
    if (found.has(stem)) twice.add(stem);
    else found.set(stem, at);
  }
  for (const stem of twice) found.delete(stem);
  return found;
}
