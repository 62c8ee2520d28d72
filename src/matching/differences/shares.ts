import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** What part of a whole a word can mean. */
const parts: ReadonlyMap<string, (share: number) => boolean> = new Map([
  ...['all', 'every', 'each', 'everyone', 'everybody'].map(
    (word) => [word, (share: number) => share > 0.95] as const,
  ),
  ...['most', 'majority'].map((word) => [word, (share: number) => share > 0.5] as const),
  ...['few', 'minority'].map((word) => [word, (share: number) => share < 0.5] as const),
]);

interface Part {
  readonly fits: (share: number) => boolean;
  /** Stem of what is meant. */
  readonly noun: string;
  readonly from: number;
  readonly to: number;
}

/** A word for a part against a number for it, of the same things: "most jobs" for "18 percent of jobs". */
export function compareShares(asked: Reading, { all, main }: CheckedReading): Finding[] {
  const findings: Finding[] = [];
  const askedShares = sharesOf(asked);
  for (const { fits, noun, from, to } of askedShares.length === 0 ? partsOf(asked) : []) {
    const stated = all.flatMap((reading) => sharesOf(reading).map((share) => ({ reading, share })));
    const same = stated.filter(({ share }) => share.counted.includes(noun));
    const first = same[0];
    if (!first || same.some(({ share }) => fits(share.value))) continue;
    const { reading, share } = first;
    findings.push({
      kind: 'quantifier',
      asked: { reading: asked, from, to },
      checked: { reading, from: share.from, to: share.to },
    });
  }
  if (askedShares.length === 0 || sharesOf(main).length > 0) return findings;
  for (const { fits, noun, from, to } of partsOf(main)) {
    const other = askedShares.find(({ value, counted }) => counted.includes(noun) && !fits(value));
    if (!other) continue;
    findings.push({
      kind: 'quantifier',
      asked: { reading: asked, from: other.from, to: other.to },
      checked: { reading: main, from, to },
    });
  }
  return findings;
}

function sharesOf({ quantities }: Reading) {
  return quantities.filter(({ unit }) => unit === 'share');
}

/** Words for parts, each with the next content word: "most of the American women". */
function partsOf({ words, isContent }: Reading): Part[] {
  return words.flatMap(({ folded, sentence }, at) => {
    const fits = parts.get(folded);
    if (!fits) return [];
    const noun = words.findIndex((_, index) => index > at && index < at + 4 && isContent[index]);
    const word = words[noun];
    return word?.sentence === sentence ? [{ fits, noun: word.stem, from: at, to: at }] : [];
  });
}
