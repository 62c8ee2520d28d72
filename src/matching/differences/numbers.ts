import type { Finding, Span } from './finding.ts';
import { measures } from './number-words.ts';
import type { Quantity } from './quantities.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** Longest text, in words, in which a number that the claim doesn't have is taken for a part of the statement. */
const statementLength = 25;

interface Placed {
  readonly quantity: Quantity;
  readonly reading: Reading;
}

/** Another amount of the same thing, or the same amount with the opposite bound ("more than" for "less than"). */
export function compareNumbers(asked: Reading, claim: CheckedReading): Finding[] {
  const checked = claim.all.flatMap((reading) =>
    reading.quantities.map((quantity) => ({ quantity, reading })),
  );
  const findings: Finding[] = [];
  const taken = new Set<Placed>();
  const unmatched: Quantity[] = [];
  for (const quantity of asked.quantities) {
    const same = checked.filter((other) => isSameAmount(quantity, other.quantity));
    if (same.length === 0) unmatched.push(quantity);
    else {
      const counting = same.filter((other) => sharesCounted(quantity, other.quantity));
      for (const placed of counting.length > 0 ? counting : same) taken.add(placed);
      const opposite = oppositeBound(asked, quantity, same);
      if (opposite) findings.push(opposite);
    }
  }
  for (const quantity of unmatched) {
    const rivals = checked.filter(
      (other) => !taken.has(other) && isRival(quantity, other.quantity),
    );
    const rival = rivals.find((other) => sharesCounted(quantity, other.quantity)) ?? rivals[0];
    if (!rival) {
      if (claim.isEnglish && isUnheardOf(quantity, asked, claim)) {
        findings.push({ kind: 'number', asked: spanOf(asked, quantity), checked: undefined });
      }
      continue;
    }
    taken.add(rival);
    findings.push({
      kind: 'number',
      asked: spanOf(asked, quantity),
      checked: spanOf(rival.reading, rival.quantity),
    });
  }
  return findings;
}

function isSameAmount(a: Quantity, b: Quantity): boolean {
  const units = a.unit === b.unit || isCountLike(a, b);
  if (!units || isOtherMeasure(a, b)) return false;
  const gap = Math.abs(a.value - b.value);
  if (gap <= 1e-9 * Math.max(a.value, b.value)) return true;
  // "A third" and "33%" are one amount; "about 1.5 million" allows what rounding hides.
  const tolerance =
    a.unit === 'share' ? 0.006 : a.bound === 'about' || b.bound === 'about' ? 0.04 * b.value : 0;
  return gap <= tolerance;
}

/** "$5" may be written "5" where it is clear that money is meant; ranks and shares are never plain counts. */
function isCountLike(a: Quantity, b: Quantity): boolean {
  const loose = (unit: Quantity['unit']) =>
    unit === 'count' || unit === 'money' || unit === 'times';
  return loose(a.unit) && loose(b.unit);
}

function isRival(asked: Quantity, checked: Quantity): boolean {
  if (asked.unit !== checked.unit) {
    const shares = asked.unit === 'share' || checked.unit === 'share';
    return shares
      ? sharesCounted(asked, checked)
      : isCountLike(asked, checked) && sharesCounted(asked, checked);
  }
  if (asked.unit === 'money' || asked.unit === 'share' || asked.unit === 'times') return true;
  if (isOtherMeasure(asked, checked)) return asked.value === checked.value;
  if (asked.counted.length === 0) return asked.unit === 'count';
  return sharesCounted(asked, checked);
}

/** A short statement counts what the claim only names: "362 homicides" for "a record for homicides". */
function isUnheardOf(
  { unit, value, counted }: Quantity,
  asked: Reading,
  { mentioned, spellings }: CheckedReading,
): boolean {
  const [noun] = counted;
  // "Half of the acres" where the claim speaks of the acres, but not of many or most of them.
  if (unit === 'share') {
    const isKnown = counted.some((stem) => mentioned.has(stem));
    return (
      isKnown && asked.words.length <= statementLength && !vague.some((word) => spellings.has(word))
    );
  }
  if (unit !== 'count' || noun === undefined || asked.words.length > statementLength) return false;
  // "2" and "4" are also how people write "to" and "for".
  // "Zero" is another "no", which the negation is compared by.
  return value !== 0 && value !== 2 && value !== 4 && mentioned.has(noun);
}

const vague = 'most majority many multiple several some numerous few minority'.split(' ');

/** "Three seconds" and "three months": the same number, another amount. */
function isOtherMeasure(a: Quantity, b: Quantity): boolean {
  if (a.measure === undefined || b.measure === undefined || a.measure === b.measure) return false;
  return measures.get(a.measure) === measures.get(b.measure);
}

function sharesCounted(a: Quantity, b: Quantity): boolean {
  return a.counted.some((stem) => b.counted.includes(stem));
}

function oppositeBound(
  asked: Reading,
  quantity: Quantity,
  same: readonly Placed[],
): Finding | undefined {
  const side = quantity.bound;
  if (side !== 'over' && side !== 'under') return undefined;
  const other = side === 'over' ? 'under' : 'over';
  const first = same[0];
  if (first?.quantity.bound !== other || same.some((placed) => placed.quantity.bound === side))
    return undefined;
  return {
    kind: 'comparison',
    asked: { reading: asked, from: quantity.boundFrom, to: quantity.to },
    checked: { reading: first.reading, from: first.quantity.boundFrom, to: first.quantity.to },
  };
}

function spanOf(reading: Reading, { from, to, measure }: Quantity): Span {
  return { reading, from, to: measure === undefined ? to : to + 1 };
}
