import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** What somebody promised or was prepared to do, taken as done: "ended" or "did … end" for "a promise to end". */
export function compareDeeds(asked: Reading, claim: CheckedReading): Finding[] {
  const { main, wordings } = claim;
  for (const [at, { stem }] of asked.words.entries()) {
    if (!isDeed(asked, at) || wordings.some((wording) => saysDone(wording, asked, at))) continue;
    const planned = main.words.findIndex(
      (word, index) =>
        word.stem === stem &&
        main.words[index - 1]?.folded === 'to' &&
        intentions.has(main.words[index - 2]?.folded ?? ''),
    );
    if (planned < 0) continue;
    return [
      {
        kind: 'time',
        asked: { reading: asked, from: at, to: at },
        checked: { reading: main, from: planned - 1, to: planned },
      },
    ];
  }
  return [];
}

const intentions = new Set(
  `promise promised promises pledge pledged vow vowed plan plans planned prepared ready willing want wanted wants hope hoped
  intend intended intends threaten threatened offer offered agree agreed propose proposed try tried`.split(
    /\s+/,
  ),
);
const notDone = new Set('to be been being'.split(' '));

/** A past form, or a verb of a question that begins with "did". */
function isDeed({ words }: Reading, at: number): boolean {
  const folded = words[at]?.folded ?? '';
  if (notDone.has(words[at - 1]?.folded ?? '')) return false;
  return folded.endsWith('ed') || (at > 0 && words[0]?.folded === 'did');
}

function saysDone({ words }: Reading, asked: Reading, at: number): boolean {
  const folded = asked.words[at]?.folded;
  return words.some((word, index) => word.folded === folded && words[index - 1]?.folded !== 'to');
}
