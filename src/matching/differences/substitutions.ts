import { type Alignment, align } from './alignment.ts';
import { agreement } from './dates.ts';
import type { Finding, Span } from './finding.ts';
import type { WordRange } from './name-slots.ts';
import { isSameAmount } from './numbers.ts';
import { areNested } from './places.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isMentioned, isSameName } from './same-name.ts';
import { isSpeaker } from './speaker.ts';

/** Share of the content words of both texts that must correspond, in order. */
const copied = 0.6;

/**
 * A text that repeats a claim nearly word for word tells by its place what was exchanged: then another number, date,
 * place or name counts even where the claim has the same one elsewhere ("41 kids with 14 fathers").
 */
export function compareSubstitutions(asked: Reading, claim: CheckedReading): Finding[] {
  for (const reading of [claim.main, ...claim.wordings]) {
    if (!mayBeCopy(asked, reading)) continue;
    const alignment = align(asked, reading);
    const longer = Math.max(alignment.asked.length, alignment.checked.length);
    if (alignment.length < copied * longer || alignment.length === longer) continue;
    const found = exchanges(alignment).flatMap(
      (exchange) => differenceIn(exchange, asked, reading, claim) ?? [],
    );
    if (found.length > 0) return found;
  }
  return [];
}

interface Swap {
  readonly asked: readonly number[];
  readonly checked: readonly number[];
}

function mayBeCopy(asked: Reading, reading: Reading): boolean {
  if (reading.stems.size < 2) return false;
  let shared = 0;
  for (const stem of reading.stems) if (asked.stems.has(stem)) shared++;
  return shared >= 0.5 * Math.max(asked.stems.size, reading.stems.size);
}

/** The stretches between corresponding words where both texts have words of their own. */
function exchanges({ asked, checked, counterpart }: Alignment): Swap[] {
  const found: Swap[] = [];
  let lastAsked = -1;
  let lastChecked = -1;
  for (let at = 0; at <= checked.length; at++) {
    const other = at === checked.length ? asked.length : (counterpart[at] ?? -1);
    if (other < 0) continue;
    const exchange = {
      asked: asked.slice(lastAsked + 1, other),
      checked: checked.slice(lastChecked + 1, at),
    };
    if (exchange.asked.length > 0 && exchange.checked.length > 0) found.push(exchange);
    lastAsked = other;
    lastChecked = at;
  }
  return found;
}

function differenceIn(
  exchange: Swap,
  asked: Reading,
  checked: Reading,
  claim: CheckedReading,
): Finding | undefined {
  const within = <Item extends { from: number; to: number }>(
    items: readonly Item[],
    at: readonly number[],
  ) => items.find(({ from, to }) => at.some((index) => from <= index && index <= to));
  const finding = (kind: Finding['kind'], a: WordRange, b: WordRange): Finding => ({
    kind,
    asked: spanOf(asked, a),
    checked: spanOf(checked, b),
  });
  const date = within(asked.dates, exchange.asked);
  const checkedDate = within(checked.dates, exchange.checked);
  if (date && checkedDate)
    return agreement(date, checkedDate) < 0 ? finding('date', date, checkedDate) : undefined;
  const amount = within(asked.quantities, exchange.asked);
  const checkedAmount = within(checked.quantities, exchange.checked);
  if (amount && checkedAmount) {
    return isSameAmount(amount, checkedAmount)
      ? undefined
      : finding('number', amount, checkedAmount);
  }
  const place = within(asked.places, exchange.asked);
  const checkedPlace = within(checked.places, exchange.checked);
  if (place && checkedPlace) {
    // Both sides have both: only their order differs, or one is a person ("Storm Durham").
    const crossed =
      asked.places.some((other) => other.place === checkedPlace.place) &&
      checked.places.some((other) => other.place === place.place);
    return crossed || areNested(place.place, checkedPlace.place)
      ? undefined
      : finding('place', place, checkedPlace);
  }
  if (!exchangedName(exchange, asked, checked, claim)) return undefined;
  const exchanged = rangeOf(exchange.checked);
  const speaker = checked === claim.main && isSpeaker(checked, exchanged);
  return finding(speaker ? 'speaker' : 'name', rangeOf(exchange.asked), exchanged);
}

/** Two capitalised words for two others, as in a headline about somebody else. */
function exchangedName(
  exchange: Swap,
  asked: Reading,
  checked: Reading,
  claim: CheckedReading,
): boolean {
  if (exchange.asked.length !== 2 || exchange.checked.length !== 2) return false;
  const isNamed = (reading: Reading, at: readonly number[]) =>
    at.every(
      (index) => (reading.words[index]?.capital || !reading.cased) && !reading.isNumber[index],
    ) && (at[1] ?? 0) - (at[0] ?? 0) === 1;
  if (!isNamed(asked, exchange.asked) || !isNamed(checked, exchange.checked)) return false;
  if (!exchange.checked.every((at) => checked.words[at]?.capital)) return false;
  return (
    exchange.asked.every((at) => !isMentioned(asked.words[at]?.folded ?? '', claim)) &&
    !exchange.asked.some((at, index) =>
      isSameName(
        asked.words[at]?.folded ?? '',
        checked.words[exchange.checked[index] ?? -1]?.folded ?? '',
      ),
    )
  );
}

function rangeOf(at: readonly number[]): WordRange {
  return { from: at[0] ?? 0, to: at.at(-1) ?? 0 };
}

function spanOf(reading: Reading, { from, to }: WordRange): Span {
  return { reading, from, to };
}
