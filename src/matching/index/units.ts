import { parts } from './parts.ts';
import { marks, type StatementReadings } from './readings.ts';
import { stopTerm } from './vocabulary.ts';

/** The terms of all statements in reading order; numbered and delimited as their readings are. */
export type Units = {
  readonly unitStarts: Uint32Array<ArrayBuffer>;
  /** Index into `parts`, for each unit. */
  readonly unitParts: Uint8Array<ArrayBuffer>;
  readonly tokenStarts: Uint32Array<ArrayBuffer>;
  /** Terms without stop words. */
  readonly tokens: Uint32Array<ArrayBuffer>;
};

/** How many stop words of each unit were left out. */
export interface LeftOut {
  readonly english: Uint16Array;
  readonly foreign: Uint16Array;
}

/** The terms of statements, and how they are written. */
export interface LearnedUnits extends Units {
  readonly stops: LeftOut;
  /** Share, 0 to 255, of a term's places inside sentences where it is written with a capital. */
  readonly capitals: Uint8Array<ArrayBuffer>;
}

const link = parts.indexOf('link');

export function learnUnits({
  vocabulary,
  unitStarts,
  unitParts,
  placeStarts,
  places,
  marks: placeMarks,
}: StatementReadings): LearnedUnits {
  const { wordTerms } = vocabulary;
  const terms = vocabulary.terms.starts.length - 1;
  const units = unitParts.length;
  const tokenStarts = new Uint32Array(placeStarts.length);
  const english = new Uint16Array(units);
  const foreign = new Uint16Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    const start = placeStarts[unit] as number;
    const end = placeStarts[unit + 1] as number;
    let count = end - start;
    for (let at = unitParts[unit] === link ? end : start; at < end; at += 1) {
      if (wordTerms[places[at] as number] !== stopTerm) continue;
      const stops = ((placeMarks[at] as number) & marks.foreign) === 0 ? english : foreign;
      stops[unit] = (stops[unit] as number) + 1;
      count -= 1;
    }
    tokenStarts[unit + 1] = (tokenStarts[unit] as number) + count;
  }

  const tokens = new Uint32Array(tokenStarts[units] as number);
  const inside = new Uint32Array(terms);
  const capitalised = new Uint32Array(terms);
  let taken = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const isLink = unitParts[unit] === link;
    const end = placeStarts[unit + 1] as number;
    for (let at = placeStarts[unit] as number; at < end; at += 1) {
      const term = wordTerms[places[at] as number] as number;
      if (term === stopTerm && !isLink) continue;
      tokens[taken] = term;
      taken += 1;
      const mark = placeMarks[at] as number;
      if ((mark & marks.inside) === 0) continue;
      inside[term] = (inside[term] as number) + 1;
      if ((mark & marks.capital) !== 0) capitalised[term] = (capitalised[term] as number) + 1;
    }
  }

  return {
    unitStarts,
    unitParts,
    tokenStarts,
    tokens,
    stops: { english, foreign },
    capitals: new Uint8Array(terms).map((_, term) =>
      Math.round((255 * (capitalised[term] ?? 0)) / (inside[term] || 1)),
    ),
  };
}
