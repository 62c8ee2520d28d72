import type { Statement } from '../matcher.ts';
import { type DateMention, datesOf } from './date-mentions.ts';
import { askingWords, functionWords } from './function-words.ts';
import { type Polarity, polarityOf } from './polarity.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';
import { type WordList, wordsOf } from './words.ts';

/** A text as the comparison sees it. */
export interface Reading extends WordList {
  readonly dates: readonly DateMention[];
  readonly quantities: readonly Quantity[];
  /** Words that carry meaning: neither grammar nor the manner of asking. */
  readonly isContent: readonly boolean[];
  /** Stems of the content words. */
  readonly stems: ReadonlySet<string>;
  readonly polarity: Polarity;
}

export function readText(text: string): Reading {
  const list = wordsOf(text);
  const dates = datesOf(list);
  const dated = new Set<number>();
  for (const { from, to } of dates) for (let at = from; at <= to; at++) dated.add(at);
  const isContent = list.words.map(
    ({ lower }) => !functionWords.has(lower) && !askingWords.has(lower),
  );
  const stems = new Set<string>();
  for (const [at, word] of list.words.entries()) if (isContent[at]) stems.add(word.stem);
  return {
    ...list,
    dates,
    quantities: quantitiesOf(list, dated),
    isContent,
    stems,
    polarity: polarityOf(list, isContent),
  };
}

export function readClaim(claim: Statement): CheckedReading {
  const main = readText(claim.text);
  const others = [claim.title, claim.subtitle, claim.claimant, ...(claim.wordings ?? [])];
  const all = [main, ...others.filter((text) => text !== undefined).map(readText)];
  const stems = new Set<string>();
  const mentioned = new Set<string>();
  for (const reading of all) {
    for (const stem of reading.stems) stems.add(stem);
    for (const word of reading.words) mentioned.add(word.stem);
  }
  return { main, all, stems, mentioned };
}

/** A claim as the comparison sees it: its own text first, then every other way it is said. */
export interface CheckedReading {
  readonly main: Reading;
  readonly all: readonly Reading[];
  /** Stems of the content words of all of them. */
  readonly stems: ReadonlySet<string>;
  /** Stems of all words, content or not. */
  readonly mentioned: ReadonlySet<string>;
}
