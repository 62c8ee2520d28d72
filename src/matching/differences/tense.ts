import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

const past = new Set('was were had ran used owned served'.split(' '));
const present = new Set('is are has have runs owns serves still currently now'.split(' '));
const bygone = new Set('former formerly previously ex before once'.split(' '));

/** What was once so is another statement than what is so now: "had a firm before he took office" for "has a firm". */
export function compareTense(asked: Reading, claim: CheckedReading): Finding[] {
  const { main } = claim;
  const askedPast = isBygone(asked);
  const askedAt = asked.words.findIndex((word) => (askedPast ? past : present).has(word.folded));
  const mainAt = main.words.findIndex((word) => (askedPast ? present : past).has(word.folded));
  if (askedAt < 0 || mainAt < 0) return [];
  const differs = askedPast
    ? !claim.all.some(isBygone) && !main.words.some((word) => past.has(word.folded))
    : isBygone(main) &&
      !asked.words.some((word) => past.has(word.folded)) &&
      isAboutNow(asked, askedAt);
  if (!differs) return [];
  return [
    {
      kind: 'time',
      asked: { reading: asked, from: askedAt, to: askedAt },
      checked: { reading: main, from: mainAt, to: mainAt },
    },
  ];
}

/** "Used to", "former", "before becoming": no longer so. */
function isBygone({ words }: Reading): boolean {
  return words.some(
    (word, at) =>
      (bygone.has(word.folded) && word.folded !== 'before' && word.folded !== 'once') ||
      (word.folded === 'used' && words[at + 1]?.folded === 'to') ||
      (word.folded === 'before' &&
        words.slice(at + 1, at + 4).some((next) => next.stem === 'become')),
  );
}

function isAboutNow({ words }: Reading, at: number): boolean {
  return at < 6 && words.length <= 20;
}
