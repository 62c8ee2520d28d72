import { type Amount, wordsBeside } from '../amounts/amount.ts';
import { mayBeExact, mayBeLimit } from '../amounts/bounds.ts';
import { isSameAmount, mayBeYearOf } from '../amounts/same-amount.ts';
import { type Finding, spanWithin } from './finding.ts';
import { askingWords, functionWords } from './function-words.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { wordsWithin } from './words.ts';

/** An amount beside what it is told of. */
interface Placed {
  readonly amount: Amount;
  readonly reading: Reading;
  /** Stems of the words that say what is counted. */
  readonly counted: readonly string[];
}

/** Another amount of the same thing, or the same amount with a bound that the claim's has not ("more than 30" for "less than 30", or for 30). */
export function compareNumbers(asked: Reading, claim: CheckedReading): Finding[] {
  const checked = claim.all.flatMap(placedIn);
  const findings: Finding[] = [];
  const taken = new Set<Placed>();
  const unmatched: Placed[] = [];
  for (const own of placedIn(asked)) {
    const same = checked.filter(
      (other) => isSameAmount(own.amount, other.amount) && !isCountForShare(own, other),
    );
    if (same.length === 0) unmatched.push(own);
    else {
      const counting = same.filter((other) => sharesCounted(own, other));
      for (const placed of counting.length > 0 ? counting : same) taken.add(placed);
      const bound = otherBound(own, same);
      if (bound) findings.push(bound);
    }
  }
  for (const own of unmatched) {
    const rivals = checked.filter((other) => !taken.has(other) && isRival(own, other));
    const alike = rivals.find((other) => sharesCounted(own, other));
    // "Krasner 17" means 2017, "17 prosecutors" does not.
    if (
      !alike &&
      claim.all.some(({ times }) => times.some((time) => mayBeYearOf(own.amount, time)))
    )
      continue;
    const rival = alike ?? rivals[0];
    if (!rival && !(claim.isEnglish && isUnheardOf(own, claim))) continue;
    if (rival) taken.add(rival);
    findings.push({
      kind: 'number',
      asked: spanWithin(asked, own.amount),
      checked: rival && spanWithin(rival.reading, rival.amount),
    });
  }
  return findings;
}

/** The amounts of a text that it states: not in its tags, and no pronouns. */
function placedIn(reading: Reading): Placed[] {
  return reading.amounts.flatMap((amount) => {
    const { from, to } = wordsWithin(reading, amount.from, amount.to);
    if (reading.words[from]?.tagged || isPronoun(reading.text.slice(amount.from, amount.to)))
      return [];
    return [{ amount, reading, counted: countedBehind(reading, to) }];
  });
}

/** "One of them", "one's own", "the second". */
function isPronoun(written: string): boolean {
  return /^(?:one(?:['’]s)?|second)$/i.test(written);
}

function countedBehind({ words }: Reading, last: number): string[] {
  const counted: string[] = [];
  for (let at = last + 1; counted.length < wordsBeside; at++) {
    const word = words[at];
    // "Season 6, its creator said" counts no creators.
    if (!word || word.clause !== words[last]?.clause || word.sentence !== words[last]?.sentence)
      break;
    if (!functionWords.has(word.folded) && !askingWords.has(word.folded)) counted.push(word.stem);
  }
  return counted;
}

/** Whether the claim's amount is one that the text's may stand for: of one measure, and of the same thing where it is a count. */
function isRival(asked: Placed, checked: Placed): boolean {
  const { measures } = asked.amount;
  if (measures !== checked.amount.measures)
    return isLoose(asked.amount) && isLoose(checked.amount) && sharesCounted(asked, checked);
  if (measures === 'time' && isWithin(asked.amount, checked.amount)) return false;
  if (measures !== 'count' && measures !== 'rank') return true;
  return sharesCounted(asked, checked) || (measures === 'count' && asked.counted.length === 0);
}

/** "31 prosecutors" for "31 percent of the prosecutors", or the other way round; "31" and "31 of them" are open. */
function isCountForShare(one: Placed, other: Placed): boolean {
  if (one.amount.measures === 'share')
    return other.amount.measures === 'count' && isCountForShare(other, one);
  if (one.amount.measures !== 'count' || other.amount.measures !== 'share') return false;
  const { words } = one.reading;
  const behind = words[wordsWithin(one.reading, one.amount.from, one.amount.to).to + 1];
  return (
    behind !== undefined &&
    other.counted.includes(behind.stem) &&
    ofWhole.test(other.reading.text.slice(other.amount.to))
  );
}

const ofWhole = /^ (?:of|von|der|des|de|du|dos|das|do|da) /i;

/** "My 10 year old" is one of the "children under 12". */
function isWithin(asked: Amount, { bound, value }: Amount): boolean {
  if (asked.bound !== undefined) return false;
  return bound === 'under' ? asked.value < value : bound === 'over' && asked.value > value;
}

/** A rank is never an amount, but "half of the trams" may stand for "31 of the trams". */
function isLoose({ measures }: Amount): boolean {
  return (
    measures === 'count' || measures === 'money' || measures === 'times' || measures === 'share'
  );
}

/** A single sentence counts what the claim only names: "362 homicides" for "a record for homicides". */
function isUnheardOf(
  { amount: { measures, value, from, to }, reading, counted }: Placed,
  { mentioned, spellings }: CheckedReading,
): boolean {
  // Of several sentences one may count what another statement is about.
  if (reading.words.at(-1)?.sentence !== 0) return false;
  // "Half of the acres" where the claim speaks of the acres, but not of many or most of them.
  if (measures === 'share')
    return (
      counted.some((stem) => mentioned.has(stem)) && !vague.some((word) => spellings.has(word))
    );
  const [noun] = counted;
  // "Zero" is another "no", which the negation is compared by; "2" and "4" are also how people write "to" and "for".
  const isWord = value === 0 || /^[24]$/.test(reading.text.slice(from, to));
  return measures === 'count' && noun !== undefined && !isWord && mentioned.has(noun);
}

const vague = 'most majority many multiple several some numerous few minority'.split(' ');

function sharesCounted(one: Placed, other: Placed): boolean {
  return one.counted.some((stem) => other.counted.includes(stem));
}

/** "Less than 30" for "more than 30", and for 30. */
function otherBound(own: Placed, same: readonly Placed[]): Finding | undefined {
  const side = own.amount.bound;
  if (side !== 'over' && side !== 'under') return undefined;
  const [first] = same;
  if (!first || same.some(({ amount }) => amount.bound === side)) return undefined;
  const isOpposite = first.amount.bound === (side === 'over' ? 'under' : 'over');
  if (!isOpposite && !isBeyond(own, same)) return undefined;
  return { kind: 'comparison', asked: boundSpan(own), checked: boundSpan(first) };
}

/** "More than 30" where 30 itself is given. */
function isBeyond({ amount, reading }: Placed, same: readonly Placed[]): boolean {
  const isExact = same.some(
    (other) => other.amount.bound === undefined && other.amount.value === amount.value,
  );
  return (
    isExact &&
    !mayBeExact(reading.text, amount) &&
    !same.some((other) => mayBeLimit(other.reading.text, other.amount))
  );
}

function boundSpan({ reading, amount: { boundFrom, boundTo } }: Placed) {
  return spanWithin(reading, { from: boundFrom, to: boundTo });
}
