import { isRealDay } from '../../core/claims/calendar.ts';
import { asciiDigits } from './ascii-digits.ts';
import { monthNamed } from './month-names.ts';

/** The first letters of the months in the languages that the bot speaks, each in its place of the year. */
const months: readonly RegExp[] = [
  /^(?:jan|ene|janv)/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mär|maer|mrz)/,
  /^(?:apr|abr|avr)/,
  /^(?:may|mai|mayo)/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|ago|aoû|aou)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|out)/,
  /^(?:nov)/,
  /^(?:dec|dez|dic|déc)/,
];

/**
 * A day as publishers write it, as `YYYY-MM-DD`; shorter where only the year or the month is sure: `05/06/2020` is the year
 * 2020, since readers on both sides of the Atlantic read it differently. Null where it can't be read or lies after `today`: an
 * unreadable date is unknown.
 * @param language BCP 47 tag, for the names of months; English and those of the bot's own languages are known beside it
 */
export function readDate(written: string, today: string, language: string): string | null {
  const text = asciiDigits(written.trim().slice(0, 120)).toLowerCase();
  if (text === '') return null;
  const date =
    isoDate(text) ??
    japaneseEra(text) ??
    namedMonth(text, language) ??
    numbers(text) ??
    yearAlone(text);
  return date !== null && date <= today.slice(0, date.length) ? date : null;
}

/** The day from which on `readDate` gives a date that it does not give yet; undefined where there is none. */
export function dayToCome(written: string, today: string, language: string): string | undefined {
  if (written === '' || readDate(written, today, language) !== null) return undefined;
  const date = readDate(written, lastDay, language);
  return date === null ? undefined : `${date}${'-01-01'.slice(date.length - 4)}`;
}

/** Later than any that is written. */
const lastDay = '9999-12-31';

/** `readDate` where only a whole day is of use, and it may lie in the future. */
export function readDay(written: string, language: string): string | null {
  const date = readDate(written, lastDay, language);
  return date?.length === 10 ? date : null;
}

function isoDate(text: string): string | null {
  const [, year, month, day] =
    text.match(
      /^(\d{4})(?:[-/.]|年|년)\s?(\d{1,2})(?:(?:[-/.]|月|월)\s?(\d{1,2})?[日일.]?)?(?:$|[t\s(])/,
    ) ?? [];
  if (!year || !month) return null;
  return day ? realDay(year, month, day) : realMonth(year, month);
}

/** The year before the first of each era that is still written. */
const eras: ReadonlyMap<string, number> = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
]);

/** `令和6年5月3日` */
function japaneseEra(text: string): string | null {
  const [, era = '', year, month, day] =
    text.match(/^(\p{L}{2})(元|\d{1,2})年(\d{1,2})月(\d{1,2})日/u) ?? [];
  const before = eras.get(era);
  if (before === undefined || !year || !month || !day) return null;
  return realDay(String(before + (year === '元' ? 1 : Number(year))), month, day);
}

/** `11-Apr-20`, `April 11, 2020`, `11. April 2020`, `Friday, 06 March 2020 2:18 PM`, `11 de abril de 2020`. */
function namedMonth(text: string, language: string): string | null {
  const words = text.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  const at = words.findIndex((word) => /^\p{L}/u.test(word) && monthOf(word, language));
  const month = monthOf(words[at] ?? '', language);
  if (month === undefined) return null;
  const isNumber = (word: string | undefined): word is string => /^\d+$/.test(word ?? '');
  const before = words[at - 1] === 'de' ? words[at - 2] : words[at - 1];
  const after = words.slice(at + 1).filter((word) => !/^(?:de|del|th|st|nd|rd|of)$/.test(word));
  if (isNumber(before) && before.length <= 2 && isNumber(after[0])) {
    return realDay(fullYear(after[0]), month, before);
  }
  if (isNumber(after[0]) && after[0].length <= 2 && after[1]?.length === 4) {
    return realDay(fullYear(after[1]), month, after[0]);
  }
  return after[0]?.length === 4 && isNumber(after[0]) ? realMonth(after[0], month) : null;
}

/** `6/14/20`, `14.06.2020`: the number over 12 is the day; with dots the day comes first. */
function numbers(text: string): string | null {
  const [, first, mark, second, year] =
    text.match(/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:$|[\s,])/) ?? [];
  if (!first || !second || !year) return null;
  if (mark === '.' || Number(first) > 12) return realDay(fullYear(year), second, first);
  if (Number(second) > 12 || first === second) return realDay(fullYear(year), first, second);
  return fullYear(year);
}

function yearAlone(text: string): string | null {
  return /^(?:19|20)\d\d$/.test(text) ? text : null;
}

function monthOf(word: string, language: string): string | undefined {
  const named = monthNamed(word, language);
  if (named !== undefined) return named;
  const index = months.findIndex((month) => month.test(word));
  return index < 0 ? undefined : String(index + 1);
}

/** Two digits are of this century: fact checks are no older. */
function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function realDay(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(date) ? date : null;
}

function realMonth(year: string, month: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}`;
  return isRealDay(`${date}-01`) ? date : null;
}
