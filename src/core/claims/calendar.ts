/** A day in the Gregorian calendar, `YYYY-MM-DD`. Days compare correctly as strings. */
export type Day = string;

export function isRealDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const instant = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(instant) && dayOf(new Date(instant)) === value;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isRealPartialDate(value: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(value) && isRealDay(`${value}-01-01`.slice(0, 10));
}

/** The UTC day of an instant. */
export function dayOf(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(day) + days * 86_400_000));
}

/**
 * `2026-11-22` → `22 Nov 2026`, `2017-05` → `May 2017`, `2017` → `2017`. The month is a word, because readers on both
 * sides of the Atlantic read 05/06 differently.
 */
export function formatPartialDate(date: string, locale: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(day !== undefined && { day: 'numeric' }),
  });
  return format.format(Date.parse(`${year}-${month}-${day ?? '01'}`));
}
