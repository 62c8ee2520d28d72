import { growingArray } from '../../packed/growing-array.ts';
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
  const tokens = growingArray(places.length);
  const tokenStarts = new Uint32Array(placeStarts.length);
  const english = new Uint16Array(unitParts.length);
  const foreign = new Uint16Array(unitParts.length);
  const inside = new Uint32Array(terms);
  const capitalised = new Uint32Array(terms);

  const learnPlace = (unit: number, at: number): void => {
    const term = wordTerms[places[at] ?? 0] ?? stopTerm;
    const mark = placeMarks[at] ?? 0;
    if (term === stopTerm && unitParts[unit] !== link) {
      const stops = (mark & marks.foreign) === 0 ? english : foreign;
      stops[unit] = (stops[unit] ?? 0) + 1;
      return;
    }
    tokens.push(term);
    if ((mark & marks.inside) === 0) return;
    inside[term] = (inside[term] ?? 0) + 1;
    if ((mark & marks.capital) !== 0) capitalised[term] = (capitalised[term] ?? 0) + 1;
  };
  for (let unit = 0; unit < unitParts.length; unit += 1) {
    tokenStarts[unit] = tokens.length();
    const end = placeStarts[unit + 1] ?? 0;
    for (let at = placeStarts[unit] ?? 0; at < end; at += 1) learnPlace(unit, at);
  }
  tokenStarts[unitParts.length] = tokens.length();

  return {
    unitStarts,
    unitParts,
    tokenStarts,
    tokens: tokens.finish(),
    stops: { english, foreign },
    capitals: new Uint8Array(terms).map((_, term) =>
      Math.round((255 * (capitalised[term] ?? 0)) / (inside[term] || 1)),
    ),
  };
}
