import { factors, magnitudes, months, ranks, shares, smallNumbers, units } from './number-words.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** A number as a text gives it. */
export interface Amount {
  /** In the base unit of what it measures: seconds, metres, whole coins, 0.1 for a tenth. */
  readonly value: number;
  /** `money`, `share`, `times`, `rank`, `time`, `length` …, or `count` where nothing says. */
  readonly measures: string;
  readonly coin: string | undefined;
  /** What else it may stand for: "8.4m" is millions or metres, "2 mil" thousands or millions. */
  readonly orValue: number | undefined;
  /** A bare number that may also be a year with its century left out. */
  readonly mayBeYear: boolean;
  /** Characters of the text that it takes. */
  readonly from: number;
  readonly to: number;
}

/** A point in time; what it leaves open is undefined. */
export interface Time {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly from: number;
  readonly to: number;
}

export interface Amounts {
  readonly amounts: readonly Amount[];
  readonly times: readonly Time[];
}

export function readAmounts(text: string): Amounts {
  const pieces = piecesOf(text.normalize('NFKC'));
  const amounts: Amount[] = [];
  const times: Time[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const time = timeAt(pieces, at);
    if (time) {
      times.push(time.time);
      at = time.last;
      continue;
    }
    const amount = amountAt(pieces, at);
    if (!amount) continue;
    amounts.push(amount.amount);
    at = amount.last;
  }
  return { amounts, times };
}

function isYear(one: Piece | undefined): boolean {
  return (
    one?.number !== undefined &&
    one.prefix === '' &&
    one.suffix === '' &&
    /^(?:1[0-9]|20)\d\d$/.test(one.folded)
  );
}

function shortYear(one: Piece | undefined): number | undefined {
  if (one?.number === undefined || one.suffix !== '' || !/^\d\d$/.test(one.folded))
    return undefined;
  if (one.prefix !== '' && one.prefix !== "'") return undefined;
  return one.number + (one.number < 50 ? 2000 : 1900);
}

function dayOf(one: Piece | undefined): number | undefined {
  const fits =
    one?.number !== undefined &&
    /^\d{1,2}$/.test(one.folded) &&
    one.number >= 1 &&
    one.number <= 31;
  return fits && /^(?:|st|nd|rd|th|er)$/.test(one.suffix) ? one.number : undefined;
}

function timeAt(pieces: readonly Piece[], at: number): { time: Time; last: number } | undefined {
  const first = pieces[at];
  if (!first) return undefined;
  const day = dayOf(first);
  const joining = (one: Piece | undefined) => /^(?:of|de|del)$/.test(one?.folded ?? '');
  const monthAt = day === undefined ? at : joining(pieces[at + 1]) ? at + 2 : at + 1;
  const month = months.get(pieces[monthAt]?.folded ?? '');
  if (month !== undefined && (day !== undefined || isMonthHere(pieces, monthAt))) {
    let last = monthAt;
    let own = day;
    if (
      own === undefined &&
      !isYear(pieces[last + 1]) &&
      dayOf(pieces[last + 1]) !== undefined &&
      isYear(pieces[last + 2])
    ) {
      own = dayOf(pieces[last + 1]);
      last += 1;
    }
    const yearAt = joining(pieces[last + 1]) ? last + 2 : last + 1;
    const after = pieces[yearAt];
    const year = isYear(after)
      ? after?.number
      : own === undefined || after?.prefix === "'"
        ? shortYear(after)
        : undefined;
    if (year !== undefined) last = yearAt;
    return {
      time: { year, month, day: own, from: first.from, to: pieces[last]?.to ?? first.to },
      last,
    };
  }
  if (isYear(first) && !units.has(pieces[at + 1]?.folded ?? ''))
    return {
      time: {
        year: first.number,
        month: undefined,
        day: undefined,
        from: first.from,
        to: first.to,
      },
      last: at,
    };
  if (first.prefix === "'") {
    const year = shortYear(first);
    if (year !== undefined)
      return {
        time: { year, month: undefined, day: undefined, from: first.from, to: first.to },
        last: at,
      };
  }
  return undefined;
}

/** "May", "March", "mar" and "mars" are other words too, unless a year or "in" stands beside them. */
function isMonthHere(pieces: readonly Piece[], at: number): boolean {
  const word = pieces[at]?.folded ?? '';
  if (word.length > 5 || /^(?:april|abril|junio|julio|juni|juli|enero)$/.test(word)) return true;
  const before = pieces[at - 1]?.folded ?? '';
  const after = pieces[at + 1];
  return (
    isYear(after) ||
    shortYear(after) !== undefined ||
    dayOf(after) !== undefined ||
    /^(?:in|im|en|em|since|seit|until|by|last|this|next|from|de)$/.test(before)
  );
}

function amountAt(
  pieces: readonly Piece[],
  at: number,
): { amount: Amount; last: number } | undefined {
  const first = pieces[at];
  if (!first) return undefined;
  let last = at;
  let value = first.number;
  let unit = units.get(first.prefix);
  let orValue: number | undefined;
  const isWord = value === undefined;
  if (value === undefined) {
    const factor = factors.get(first.folded);
    if (factor !== undefined) return found(factor, 'times');
    const share = shares.get(first.folded);
    if (share !== undefined && !isRankHere(pieces, at)) return found(share, 'share');
    const rank = ranks.get(first.folded);
    if (rank !== undefined && !(first.folded === 'second' && isCounted(pieces[at - 1])))
      return found(rank, 'rank');
    value = smallNumbers.get(first.folded);
    if (value === undefined) {
      const magnitude = magnitudes.get(first.folded);
      if (magnitude === undefined || first.folded.length < 4 || units.has(first.folded))
        return undefined;
      value = magnitude;
    }
    const ones = smallNumbers.get(pieces[last + 1]?.folded ?? '');
    if (value >= 20 && value < 100 && ones !== undefined && ones > 0 && ones < 10) {
      value += ones;
      last += 1;
    }
    // "two thirds", "dos tercios".
    const part = shares.get(pieces[last + 1]?.folded ?? '');
    if (part !== undefined && value < 10 && part < 0.5)
      return found(value * part, 'share', last + 1);
    // "one point two".
    const decimal = smallNumbers.get(pieces[last + 2]?.folded ?? '');
    if (
      /^(?:point|komma|coma|virgule|virgula)$/.test(pieces[last + 1]?.folded ?? '') &&
      decimal !== undefined &&
      decimal < 10
    ) {
      value += decimal / 10;
      last += 2;
    }
  } else if (first.suffix !== '') {
    if (/^(?:st|nd|rd|th|er|eme|º|ª|o|a)$/.test(first.suffix)) return found(value, 'rank');
    const [, head = '', tail = ''] =
      /^(k|mio|mill|mn|mil|m|bn|b|mrd)?(.*)$/.exec(first.suffix) ?? [];
    const own = units.get(first.suffix);
    if (first.suffix === 'm') {
      orValue = unit === undefined ? value : undefined;
      value *= 1e6;
    } else if (own !== undefined) unit ??= own;
    else if (head !== '' && (tail === '' || units.has(tail))) {
      if (head === 'mil') orValue = value * 1e6;
      value *= magnitudes.get(head) ?? 1;
      unit ??= units.get(tail);
    } else return undefined;
  }
  for (let hops = 0; hops < 3; hops += 1) {
    const next = pieces[last + 1];
    const magnitude = magnitudes.get(next?.folded ?? '');
    if (!next || magnitude === undefined) break;
    // "41 cent" are coins, "deux cents" two hundred.
    if (/^cents?$/.test(next.folded) && !(isWord && value < 10)) break;
    if (next.folded.length === 1 && !/^[kmb]$/.test(next.folded)) break;
    if (next.folded === 'mil' || next.folded === 'm')
      orValue = value * (next.folded === 'm' ? 1 : 1e6);
    value *= magnitude;
    last += 1;
  }
  // "3 in 10", "drei von zehn".
  const whole = pieces[last + 2]?.number ?? smallNumbers.get(pieces[last + 2]?.folded ?? '');
  if (
    /^(?:in|of|out|von|de|sur|em|aus)$/.test(pieces[last + 1]?.folded ?? '') &&
    whole !== undefined &&
    whole >= value &&
    whole <= 100 &&
    value < 10 &&
    !isYear(pieces[last + 2]) &&
    pieces[last + 2]?.suffix === ''
  )
    return found(value / whole, 'share', last + 2);
  const next = pieces[last + 1];
  if (next) {
    const after = next.number === undefined ? units.get(next.folded) : undefined;
    const perCent =
      /^(?:per|pro|por|pour)$/.test(next.folded) &&
      /^(?:cent|hundert|ciento|cento)$/.test(pieces[last + 2]?.folded ?? '');
    if (perCent) return found(value / 100, 'share', last + 2);
    // A letter by itself is a unit only behind digits: "5 h", not "five a".
    if (after !== undefined && unit === undefined && (next.folded.length > 1 || !isWord)) {
      unit = after;
      last += 1;
    }
  }
  if (unit?.measures === 'share') value /= 100;
  const factor = unit && unit.measures !== 'share' ? unit.factor : 1;
  return {
    amount: {
      value: value * factor,
      measures: unit?.measures ?? 'count',
      coin: unit?.coin,
      orValue: orValue === undefined ? undefined : orValue * factor,
      mayBeYear: last === at && unit === undefined && shortYear(first) !== undefined,
      from: first.from,
      to: pieces[last]?.to ?? first.to,
    },
    last,
  };

  function found(value: number, measures: string, last = at) {
    const amount = { value, measures, coin: undefined, orValue: undefined, mayBeYear: false };
    return { amount: { ...amount, from: first?.from ?? 0, to: pieces[last]?.to ?? 0 }, last };
  }
}

function isCounted(before: Piece | undefined): boolean {
  return before?.number !== undefined || smallNumbers.has(before?.folded ?? '');
}

/** "The third floor" is a rank, "a third of" a share. */
function isRankHere(pieces: readonly Piece[], at: number): boolean {
  if (!ranks.has(pieces[at]?.folded ?? '')) return false;
  return (
    !/^(?:a|one|un|um|ein|by|of)$/.test(pieces[at - 1]?.folded ?? '') &&
    !/^(?:of|de|der|des|do|da)$/.test(pieces[at + 1]?.folded ?? '')
  );
}
