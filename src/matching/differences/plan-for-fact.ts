import { irregularForms } from '../text/irregular-forms.ts';
import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/**
 * What somebody promised or was prepared to do, taken as done: "ended" or "did … end" for "a promise to end". "Never ended" is
 * no more the opposite of the promise than "ended" is the same.
 */
export function comparePlanForFact(asked: Reading, { main, wordings }: CheckedReading): Finding[] {
  for (const [planned, { stem }] of main.words.entries()) {
    if (!isPlanned(main, planned) || !asked.stems.has(stem)) continue;
    const at = asked.words.findIndex((word, index) => word.stem === stem && isDeed(asked, index));
    if (at < 0 || wordings.some((wording) => saysDone(wording, asked, at))) continue;
    return [
      {
        kind: 'time',
        asked: { reading: asked, from: at, to: at },
        checked: {
          reading: main,
          from: planned - (main.words[planned - 1]?.folded === 'to' ? 2 : 1),
          to: planned,
        },
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
const notDone = new Set('to be been being will would'.split(' '));

/** "Promise to end", "would end". */
function isPlanned({ words }: Reading, at: number): boolean {
  const before = words[at - 1]?.folded ?? '';
  if (before === 'will' || before === 'would') return true;
  return before === 'to' && intentions.has(words[at - 2]?.folded ?? '');
}

/** A past form, or a verb after "did". */
function isDeed({ words }: Reading, at: number): boolean {
  const folded = words[at]?.folded ?? '';
  if (notDone.has(words[at - 1]?.folded ?? '')) return false;
  if (folded.endsWith('ed')) return true;
  const irregular = irregularForms.get(folded);
  if (irregular !== undefined && irregular !== folded && !/(?:ing|s)$/.test(folded)) return true;
  return words.slice(Math.max(0, at - 5), at).some((word) => /^did(?:nt)?$/.test(word.folded));
}

function saysDone({ words }: Reading, asked: Reading, at: number): boolean {
  const folded = asked.words[at]?.folded;
  return words.some((word, index) => word.folded === folded && words[index - 1]?.folded !== 'to');
}
