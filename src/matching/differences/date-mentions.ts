import type { Word, WordList } from './words.ts';

/** A day, month, year or decade that a text names; parts it leaves open are undefined. */
export interface DateMention {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** The year stands for its whole decade: "the 1990s". */
  readonly decade: boolean;
  readonly from: number;
  readonly to: number;
}

const fullMonths =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const monthNumbers: ReadonlyMap<string, number> = new Map([
  ...fullMonths.map((month, index) => [month, index + 1] as const),
  ...fullMonths.map((month, index) => [month.slice(0, 3), index + 1] as const),
  ['sept', 9] as const,
]);
// Words before a bare four-digit number that make it an amount.
const amountBefore = new Set('than least nearly almost over just only'.split(' '));
const amountAfter = new Set(
  `people dollars euros pounds percent per miles km kilometers kilometres feet meters metres tons tonnes jobs cases deaths votes
  calories times years days hours acres children men women troops members students soldiers employees workers mph kg lbs
  million billion thousand`.split(/\s+/),
);

export function datesOf({ text, words }: WordList): DateMention[] {
  const found: DateMention[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || (!/^\d/.test(word.folded) && !monthNumbers.has(word.folded))) continue;
    const mention = isoDate(text, words, at) ?? dayMonthYear(words, at) ?? bareYear(words, at);
    if (!mention) continue;
    found.push(mention);
    at = mention.to;
  }
  return found;
}

/** 2021-12-03, 12/3/2021: the words are numbers with the separators between them. */
function isoDate(text: string, words: readonly Word[], at: number): DateMention | undefined {
  const first = words[at];
  const third = words[at + 2];
  if (!first || !third || !/^\d{1,4}$/.test(first.folded)) return undefined;
  const written = text.slice(first.start, third.end);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (iso)
    return {
      year: Number(iso[1]),
      month: Number(iso[2]),
      day: Number(iso[3]),
      decade: false,
      from: at,
      to: at + 2,
    };
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(written);
  if (!slashed) return undefined;
  const year = Number(slashed[3]) + ((slashed[3] ?? '').length === 2 ? 2000 : 0);
  // The order of day and month differs by country, so only the year is sure.
  return { year, month: undefined, day: undefined, decade: false, from: at, to: at + 2 };
}

/** "3 Dec 2021", "December 3rd, 2021", "March 2018", "in March". */
function dayMonthYear(words: readonly Word[], at: number): DateMention | undefined {
  const dayFirst = dayIn(words[at]);
  const monthAt = dayFirst === undefined ? at : words[at + 1]?.folded === 'of' ? at + 2 : at + 1;
  const month = monthIn(words[monthAt]);
  if (month === undefined) return undefined;
  let to = monthAt;
  let day = dayFirst;
  if (day === undefined) {
    day = dayIn(words[monthAt + 1]);
    if (day !== undefined) to++;
  }
  const yearAt = words[to + 1]?.folded === 'of' ? to + 2 : to + 1;
  const year = yearIn(words[yearAt]);
  if (year !== undefined) to = yearAt;
  if (day === undefined && year === undefined && !standsAsMonth(words, monthAt)) return undefined;
  return { year, month, day, decade: false, from: at, to };
}

/** "May", "March" and short forms are other words too, unless something dates them. */
function standsAsMonth(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1]?.folded ?? '';
  if (!word) return false;
  const plain =
    fullMonths.includes(word.folded) && word.folded !== 'may' && word.folded !== 'march';
  if (plain) return word.folded !== 'august' || word.capital;
  return (
    /^(?:in|since|last|this|next|until|till|by|late|early|mid)$/.test(before) &&
    (word.folded !== 'may' || before === 'in')
  );
}

function monthIn(word: Word | undefined): number | undefined {
  return monthNumbers.get(word?.folded ?? '');
}

function dayIn(word: Word | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word?.folded ?? '');
  const day = Number(match?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function yearIn(word: Word | undefined): number | undefined {
  const lower = word?.folded ?? '';
  return /^(?:1[0-9]|20)\d\d$/.test(lower) ? Number(lower) : undefined;
}

function bareYear(words: readonly Word[], at: number): DateMention | undefined {
  const word = words[at];
  if (!word || word.tagged) return undefined;
  const decade = /^(\d{3}0|\d0)s$/.exec(word.folded);
  if (decade) {
    const tens = Number(decade[1]);
    return {
      year: tens < 100 ? 1900 + tens : tens,
      month: undefined,
      day: undefined,
      decade: true,
      from: at,
      to: at,
    };
  }
  const year = yearIn(word);
  if (year === undefined) return undefined;
  const before = words[at - 1]?.folded ?? '';
  const after = words[at + 1];
  if (amountAfter.has(after?.folded ?? '') && after?.sentence === word.sentence) return undefined;
  // "2000 sandwiches" are counted.
  if (year % 100 === 0 && /[^s]s$/.test(after?.folded ?? '') && before !== 'in') return undefined;
  const likely =
    year >= 1900
      ? !amountBefore.has(before) || before === 'of' || before === 'to'
      : /^(?:in|of|since|year|from|until|by|before|after)$/.test(before) ||
        (/^(?:his|her|its|their|the)$/.test(before) && isNoun(after));
  return likely
    ? { year, month: undefined, day: undefined, decade: false, from: at, to: at }
    : undefined;
}

/** "His 1899 book": one thing, so that the number counts nothing. */
function isNoun(word: Word | undefined): boolean {
  return word !== undefined && !/^\d|s$/.test(word.folded);
}
