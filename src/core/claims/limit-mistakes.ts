import { compareMistakes, type Mistake } from './mistake.ts';

/** More at once help nobody: what is wrong in the same way everywhere shows in the first ones. */
const mostOfFile = 20;
const mostInAll = 1000;

/** In order, the first of each file; what is left out is counted where it is left out. */
export function limitMistakes(mistakes: readonly Mistake[]): readonly Mistake[] {
  const byFile = Map.groupBy(mistakes.toSorted(compareMistakes), ({ file }) => file);
  const shown = [...byFile.values()].flatMap((ofFile) =>
    firstOf(ofFile, mostOfFile, 'in this file'),
  );
  return firstOf(shown, mostInAll, 'in the files after this one');
}

function firstOf(mistakes: readonly Mistake[], most: number, where: string): readonly Mistake[] {
  const shown = mistakes.slice(0, most);
  const last = shown.at(-1);
  const left = mistakes.length - shown.length;
  if (left === 0 || !last) return shown;
  const message = `${left} more mistakes ${where} are not listed: mend these first`;
  return [...shown, { ...last, field: 'file', message }];
}
