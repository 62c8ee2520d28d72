import type { Time } from './amount.ts';
import { boundBeside } from './bounds.ts';
import { magnitudeOf, spelledNumberAt } from './number-at.ts';
import { decades, months, ranks } from './number-words.ts';
import type { Piece } from './pieces.ts';
import { units } from './units.ts';

interface TimeRead {
  readonly time: Time;
  readonly last: number;
}

/** The time that begins at a piece: a day, a month, a part of a year, a year or a decade. */
export function timeAt(pieces: readonly Piece[], at: number): TimeRead | undefined {
  return (
    calendarDayAt(pieces, at) ??
    partOfYearAt(pieces, at) ??
    monthAt(pieces, at) ??
    decadeAt(pieces, at) ??
    spokenYearAt(pieces, at) ??
    yearAt(pieces, at)
  );
}

function timeOf(
  pieces: readonly Piece[],
  first: number,
  last: number,
  { year, month, lastMonth = month, day, isDecade = false }: Partial<Time>,
): TimeRead {
  const from = pieces[first]?.from ?? 0;
  const to = pieces[last]?.to ?? 0;
  return { time: { year, month, lastMonth, day, isDecade, from, to }, last };
}

/** 2021-12-03, 12/3/2021, 3.12.2021, 12/2021. */
function calendarDayAt(pieces: readonly Piece[], at: number): TimeRead | undefined {
  const written = pieces[at]?.folded ?? '';
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written);
  if (iso)
    return timeOf(pieces, at, at, {
      year: Number(iso[1]),
      month: Number(iso[2]),
      day: Number(iso[3]),
    });
  const monthOnly = /^(\d+)\/(\d{4})$/.exec(written);
  if (monthOnly)
    return timeOf(pieces, at, at, { month: Number(monthOnly[1]), year: Number(monthOnly[2]) });
  const [, day, mark, month, year] = /^(\d+)([/.-])(\d+)\2(\d+)$/.exec(written) ?? [];
  if (year === undefined) return undefined;
  const fullYear = Number(year) + (year.length === 2 ? 2000 : 0);
  if (mark === '.' || Number(day) > 12)
    return timeOf(pieces, at, at, { year: fullYear, month: Number(month), day: Number(day) });
  if (Number(month) > 12)
    return timeOf(pieces, at, at, { year: fullYear, month: Number(day), day: Number(month) });
  // The order of day and month differs by country, so only the year is sure.
  return timeOf(pieces, at, at, { year: fullYear });
}

const partsOfYear: ReadonlyMap<string, number> = new Map([
  ...words('half halfte haelfte halbjahr semester semestre semestres moitie mitad metade', 6),
  ...words('quarter quartal trimester trimestre', 3),
]);

function words(list: string, months: number) {
  return list.split(' ').map((word) => [word, months] as const);
}

/** "Q3 2019", "the first half of 2016", "2. Quartal 2019", "segundo trimestre de 2019". */
function partOfYearAt(pieces: readonly Piece[], at: number): TimeRead | undefined {
  const first = pieces[at];
  const next = pieces[at + 1];
  const short = /^[qht]$/.test(first?.folded ?? '') && next?.gap === '' && next.suffix === '';
  const length = short ? (first?.folded === 'h' ? 6 : 3) : partsOfYear.get(next?.folded ?? '');
  const part = short ? next?.number : (ranks.get(first?.folded ?? '') ?? first?.number);
  if (length === undefined || part === undefined || part < 1 || part > 12 / length)
    return undefined;
  let last = at + 1;
  while (/^(?:of|in|de|del|des|du|do|im|year)$/.test(pieces[last + 1]?.folded ?? '')) last += 1;
  const year = pieces[last + 1];
  if (!isYear(year)) return undefined;
  const lastMonth = part * length;
  const month = lastMonth - length + 1;
  return timeOf(pieces, at, last + 1, { year: year?.number, month, lastMonth });
}

/** "3 Dec 2021", "December 3rd, 2021", "14. November", "aug 24", "in March". */
function monthAt(pieces: readonly Piece[], at: number): TimeRead | undefined {
  // "The third of May".
  const spoken = isJoining(pieces[at + 1]) ? ranks.get(pieces[at]?.folded ?? '') : undefined;
  const day = dayOf(pieces[at]) ?? spoken;
  const monthPlace = day === undefined ? at : isJoining(pieces[at + 1]) ? at + 2 : at + 1;
  const month = months.get(pieces[monthPlace]?.folded ?? '');
  if (month === undefined || (day === undefined && !isMonthHere(pieces, monthPlace)))
    return undefined;
  let last = monthPlace;
  let own = day;
  if (own === undefined && isDayBehind(pieces, monthPlace)) {
    last += 1;
    own = dayOf(pieces[last]);
  }
  const yearPlace = isJoining(pieces[last + 1]) ? last + 2 : last + 1;
  const after = pieces[yearPlace];
  const year = isYear(after)
    ? after?.number
    : own === undefined || after?.prefix === "'"
      ? shortYear(after)
      : undefined;
  return timeOf(pieces, at, year === undefined ? last : yearPlace, { year, month, day: own });
}

/** "December 25" and "on dec 25" are days, "in december 25" and "dec 25" as often months of a year. */
function isDayBehind(pieces: readonly Piece[], monthPlace: number): boolean {
  const next = pieces[monthPlace + 1];
  if (isYear(next) || dayOf(next) === undefined || next?.prefix !== '') return false;
  if (isYear(pieces[monthPlace + 2]) || shortYear(next) === undefined) return true;
  const before = pieces[monthPlace - 1]?.folded ?? '';
  if (/^(?:on|am|el|le|o)$/.test(before)) return true;
  return !/^(?:in|im|en|em|since|seit|desde|depuis|until|bis|by)$/.test(before);
}

function isJoining(piece: Piece | undefined): boolean {
  return /^(?:of|de|del)$/.test(piece?.folded ?? '');
}

function dayOf(piece: Piece | undefined): number | undefined {
  const number = piece?.number;
  if (number === undefined || !/^\d{1,2}$/.test(piece?.folded ?? '')) return undefined;
  return number >= 1 && number <= 31 && /^(?:|st|nd|rd|th|er|o)$/.test(piece?.suffix ?? '')
    ? number
    : undefined;
}

/** "May", "March", "mar" and "mars" are other words too, unless a year or "in" stands beside them. */
function isMonthHere(pieces: readonly Piece[], at: number): boolean {
  const word = pieces[at]?.folded ?? '';
  if (word.length > 5 || /^(?:april|abril|junio|julio|juni|juli|enero)$/.test(word)) return true;
  const after = pieces[at + 1];
  return (
    isYear(after) ||
    shortYear(after) !== undefined ||
    dayOf(after) !== undefined ||
    /^(?:in|im|en|em|since|seit|until|till|by|last|this|next|from|de|late|early|mid)$/.test(
      pieces[at - 1]?.folded ?? '',
    )
  );
}

/** "The 1990s", "the 90s", "the nineties", "die 90er Jahre", "los años 90". */
function decadeAt(pieces: readonly Piece[], at: number): TimeRead | undefined {
  const piece = pieces[at];
  const before = pieces[at - 1]?.folded ?? '';
  const isAnnounced = /^(?:the|early|late|mid|den|die|der|in|den|of)$/.test(before);
  const named = isAnnounced ? decades.get(piece?.folded ?? '') : undefined;
  if (named !== undefined) return timeOf(pieces, at, at, { year: named, isDecade: true });
  const { number, suffix = '', prefix } = piece ?? {};
  if (number === undefined || number % 10 !== 0) return undefined;
  const isFull = number >= 1000 && number < 2100;
  const isShort = number >= 10 && number < 100;
  const hasEnding = suffix === 's' || suffix === 'er';
  const isTold =
    (hasEnding && (isFull || prefix === "'" || isAnnounced)) ||
    (suffix === '' && /^(?:annees|anos|decada|decennie)$/.test(before));
  if (!isTold || !(isFull || isShort)) return undefined;
  const isBehindJahre = suffix === 'er' && /^jahren?$/.test(pieces[at + 1]?.folded ?? '');
  return timeOf(pieces, at, isBehindJahre ? at + 1 : at, {
    year: isFull ? number : 1900 + number,
    isDecade: true,
  });
}

function yearAt(pieces: readonly Piece[], at: number): TimeRead | undefined {
  const piece = pieces[at];
  const year = isYear(piece) && isYearHere(pieces, at) ? piece?.number : undefined;
  const short = isShortYearHere(pieces, at) ? shortYear(piece) : undefined;
  const read = year ?? short;
  return read === undefined ? undefined : timeOf(pieces, at, at, { year: read });
}

/** "'22", "fall 24", the second half of "2022/23". */
function isShortYearHere(pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  // No feet and inches: 5'10.
  if (piece?.prefix === "'") return at === 0 || piece.gap !== '';
  if (isYear(before)) return /^[/–-]$/.test(piece?.gap ?? '');
  return seasons.test(before?.folded ?? '');
}

const seasons =
  /^(?:spring|summer|autumn|fall|winter|fruhling|fruhjahr|sommer|herbst|primavera|verano|otono|invierno|printemps|ete|automne|hiver|verao|outono|inverno)$/;

/** "Twenty twenty-three", "nineteen eighty four", "in dois mil e vinte". */
function spokenYearAt(pieces: readonly Piece[], at: number): TimeRead | undefined {
  const century = /^(?:nineteen|twenty)$/.test(pieces[at]?.folded ?? '');
  const rest = century ? spelledNumberAt(pieces, at + 1) : undefined;
  if (rest && rest.value >= 10 && rest.value < 100)
    return timeOf(pieces, at, rest.last, {
      year: (pieces[at]?.folded === 'twenty' ? 2000 : 1900) + rest.value,
    });
  if (!saysWhen.test(pieces[at - 1]?.folded ?? '')) return undefined;
  const whole = spelledNumberAt(pieces, at);
  const isLikely = whole && whole.value > 1900 && whole.value < 2100;
  return isLikely && !units.has(pieces[whole.last + 1]?.folded ?? '')
    ? timeOf(pieces, at, whole.last, { year: whole.value })
    : undefined;
}

const saysWhen =
  /^(?:in|im|en|em|of|de|del|since|seit|desde|depuis|year|jahr|ano|annee|from|von|until|bis|hasta|ate|by|before|vor|antes|avant|after|nach|apres)$/;
/** What is counted by the thousand. */
const counted = new Set(
  `people persons personen menschen personas gente personnes pessoas jobs cases deaths votes calories acres children men women troops
  members students soldiers employees workers mph`.split(/\s+/),
);

/** "More than 2000", "2000 sandwiches" and "1500 people" are amounts. */
function isYearHere(pieces: readonly Piece[], at: number): boolean {
  const year = pieces[at]?.number ?? 0;
  const before = pieces[at - 1]?.folded ?? '';
  const next = pieces[at + 1]?.gap === ' ' ? pieces[at + 1] : undefined;
  const after = next?.folded ?? '';
  if (units.has(after) || magnitudeOf(next) !== undefined || counted.has(after)) return false;
  if (year % 100 === 0 && /[^s]s$/.test(after) && before !== 'in') return false;
  const { bound } = boundBeside(pieces, at, at);
  if (year >= 1900)
    return (bound === undefined || bound === 'about') && !/^(?:just|only)$/.test(before);
  if (saysWhen.test(before)) return true;
  // "His 1899 book": one thing, so that the number counts nothing.
  return /^(?:his|her|its|their|the)$/.test(before) && after !== '' && !/^\d|s$/.test(after);
}

/** Four digits that may be a year. */
export function isYear(piece: Piece | undefined): boolean {
  return (
    piece?.number !== undefined &&
    piece.prefix === '' &&
    piece.suffix === '' &&
    /^(?:1[0-9]|20)\d\d$/.test(piece.folded)
  );
}

/** The year that two digits may stand for. */
export function shortYear(piece: Piece | undefined): number | undefined {
  if (piece?.number === undefined || piece.suffix !== '' || !/^\d\d$/.test(piece.folded))
    return undefined;
  if (piece.prefix !== '' && piece.prefix !== "'") return undefined;
  return piece.number + (piece.number < 50 ? 2000 : 1900);
}
