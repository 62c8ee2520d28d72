import type { Amount, Amounts, Time } from '../amounts/amount.ts';
import { readAmounts } from '../amounts/read-amounts.ts';
import type { Statement } from '../matcher.ts';
import { isCased, type NameMention, namesOf } from './name-mentions.ts';
import { type Polarity, polarityOf } from './polarity.ts';
import { type Word, type WordList, wordsOf, wordsWithin } from './words.ts';

/** A text as the comparison sees it. */
export interface Reading extends WordList, Amounts {
  /** Words that carry meaning: neither grammar nor the manner of asking. */
  readonly isContent: readonly boolean[];
  /** Whether capitals tell names from other words. */
  readonly cased: boolean;
  /** Words of a date or an amount. */
  readonly isNumber: readonly boolean[];
  /** Stems of the content words that are no numbers. */
  readonly stems: ReadonlySet<string>;
  readonly polarity: Polarity;
}

export function readText(text: string, isEnglish = true): Reading {
  return new LazyReading(wordsOf(text, isEnglish));
}

/** Reads of a text what is asked for, once: of most wordings and headings little is. */
class LazyReading implements Reading {
  readonly text: string;
  readonly isEnglish: boolean;
  readonly words: WordList['words'];
  readonly endings: WordList['endings'];
  readonly author: WordList['author'];
  readonly isContent: readonly boolean[];
  readonly isNumber: readonly boolean[];
  readonly amounts: readonly Amount[];
  readonly times: readonly Time[];
  readonly stems: ReadonlySet<string>;
  #cased: boolean | undefined;
  #polarity: Polarity | undefined;

  constructor(list: WordList) {
    this.text = list.text;
    this.isEnglish = list.isEnglish;
    this.words = list.words;
    this.endings = list.endings;
    this.author = list.author;
    const { amounts, times } = readAmounts(list.text, list.isEnglish);
    this.amounts = amounts;
    this.times = times;
    const isNumber = new Array<boolean>(list.words.length).fill(false);
    const mark = (from: number, to: number) => {
      const span = wordsWithin(list, from, to);
      isNumber.fill(true, span.from, span.to + 1);
    };
    for (const { from, to } of times) mark(from, to);
    for (const { from, to, numberTo, measures } of amounts) {
      if (measures !== 'rank') mark(from, unitsOfNumbers.has(measures) ? to : numberTo);
    }
    const isContent: boolean[] = [];
    const stems = new Set<string>();
    for (let at = 0; at < list.words.length; at++) {
      const { isContent: content, stem } = list.words[at] as Word;
      isContent.push(content);
      if (content && !isNumber[at]) stems.add(stem);
    }
    this.isNumber = isNumber;
    this.isContent = isContent;
    this.stems = stems;
  }

  get cased(): boolean {
    this.#cased ??= isCased(this.words);
    return this.#cased;
  }

  get polarity(): Polarity {
    this.#polarity ??= polarityOf(this, this.isContent);
    return this.#polarity;
  }
}

/** Units that say nothing but what kind of number it is; others name a thing: "hours", "miles". */
const unitsOfNumbers = new Set(['money', 'share', 'times']);

export function readClaim(
  { text, title, subtitle, claimant, wordings = [] }: Statement,
  isEnglish: boolean,
): CheckedReading {
  const read = (said: string) => readText(said, isEnglish);
  const main = read(text);
  const said = wordings.map(read);
  const headings = [title, subtitle, claimant].filter((heading) => heading !== undefined).map(read);
  const all = [main, ...said, ...headings];
  const mentioned = new Set<string>();
  const spellings = new Set<string>();
  for (const { words } of all) {
    for (const { stem, folded } of words) {
      mentioned.add(stem);
      spellings.add(folded);
    }
  }
  const names = isEnglish && main.cased ? namesOf(main.words) : [];
  return { isEnglish, main, names, wordings: said, headings, all, mentioned, spellings };
}

/** A claim as the comparison sees it: its own text first, then every other way it is said. */
export interface CheckedReading {
  readonly isEnglish: boolean;
  readonly main: Reading;
  /** The names in its own text. */
  readonly names: readonly NameMention[];
  readonly wordings: readonly Reading[];
  /** Title, subtitle and claimant: what they state is stated, but they may also give the verdict. */
  readonly headings: readonly Reading[];
  readonly all: readonly Reading[];
  /** Stems of all words of all of them. */
  readonly mentioned: ReadonlySet<string>;
  /** All words of all of them, folded. */
  readonly spellings: ReadonlySet<string>;
}
