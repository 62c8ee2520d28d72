import { type Earlier, eachRun } from '../../packed/earlier.ts';
import { growingArray, growingBytes, likelyLength } from '../../packed/growing-array.ts';
import { numberStrings } from '../../packed/numbered-strings.ts';
import type { Statement, StatementList } from '../matcher.ts';
import { foreignArticles, foreignStopWords } from '../text/foreign-stop-words.ts';
import { canonicalLink } from '../text/links.ts';
import { readMessage } from '../text/message.ts';
import { normaliseText, splitWords } from '../text/text.ts';
import { eachTerm } from './each-term.ts';
import { type Part, parts } from './parts.ts';
import { readWords, type WordReadings } from './word-readings.ts';

/**
 * Statements taken apart into words, which is most of the work of making an index; nothing of one statement depends on another, so
 * that the readings of those that are as they were can be taken over. Documents are numbered in the order given, units (one part of one
 * document) in the order of documents. `x[i]` to `x[i + 1]` in an array of starts delimits the entries of `i`.
 */
export type StatementReadings = {
  readonly vocabulary: WordReadings;
  readonly unitStarts: Uint32Array<ArrayBuffer>;
  /** Index into `parts`, for each unit. */
  readonly unitParts: Uint8Array<ArrayBuffer>;
  readonly placeStarts: Uint32Array<ArrayBuffer>;
  /** The word at each place, in reading order. */
  readonly places: Uint32Array<ArrayBuffer>;
  /** Bits of `marks`, for each place. */
  readonly marks: Uint8Array<ArrayBuffer>;
};

/** What there is to know of a word where it stands. */
export const marks = {
  /** A stop word of another language than English, if it is a stop word. */
  foreign: 1,
  /** Where a capital tells a name: titles capitalise everything and sentences their first word. */
  inside: 2,
  capital: 4,
} as const;

/** Most statements have this many words and parts; others make the arrays grow. */
const usualWords = 48;
const usualParts = 4;

/** @param onStatement called after each */
export function readStatements(
  statements: StatementList,
  earlier?: Earlier<StatementReadings>,
  onStatement: () => void = () => {},
): StatementReadings {
  const numbers = numberStrings(earlier?.made.vocabulary.words);
  const likely = (usual: number, list: 'unitParts' | 'places'): number => {
    const made = earlier?.made;
    const known = made && { length: made[list].length, entries: made.unitStarts.length - 1 };
    return likelyLength(statements.length, usual, known);
  };
  const unitParts = growingBytes(likely(usualParts, 'unitParts'));
  const placeStarts = growingArray(likely(usualParts, 'unitParts'));
  const places = growingArray(likely(usualWords, 'places'));
  const placeMarks = growingBytes(likely(usualWords, 'places'));
  const unitStarts = new Uint32Array(statements.length + 1);

  const beginUnit = (part: number): void => {
    unitParts.push(part);
    placeStarts.push(places.length());
  };
  const addPlace = (word: number, mark: number): void => {
    places.push(word);
    placeMarks.push(mark);
  };
  const addUnit = (part: Part, text: string): void => {
    beginUnit(parts.indexOf(part));
    const words = splitWords(normaliseText(text));
    eachTerm(words, numbers.numberOf, (word, place) => {
      const { folded = '', written } = words[place] ?? {};
      let mark = isForeignStop(folded) ? marks.foreign : 0;
      if (part !== 'title' && place > 0) mark |= marks.inside;
      if (startsWithCapital(written)) mark |= marks.capital;
      addPlace(word, mark);
    });
  };
  const read = (statement: Statement): void => {
    addUnit('text', statement.text);
    if (statement.title) addUnit('title', statement.title);
    if (statement.subtitle) addUnit('subtitle', statement.subtitle);
    for (const wording of statement.wordings ?? []) addUnit('wording', readMessage(wording).text);
    if (statement.topics?.length) addUnit('topic', statement.topics.join(' '));
    if (statement.claimant) addUnit('claimant', statement.claimant);
    if (!statement.urls?.length) return;
    beginUnit(parts.indexOf('link'));
    for (const url of statement.urls) addPlace(numbers.numberOf(canonicalLink(url)), 0);
  };
  const takeOver = (before: StatementReadings, from: number, count: number, document: number) => {
    const [firstUnit = 0, endUnit = 0] = [before.unitStarts[from], before.unitStarts[from + count]];
    const [start = 0, end = 0] = [before.placeStarts[firstUnit], before.placeStarts[endUnit]];
    shift(
      before.unitStarts.subarray(from, from + count),
      unitParts.length() - firstUnit,
      unitStarts.subarray(document, document + count),
    );
    shift(
      before.placeStarts.subarray(firstUnit, endUnit),
      places.length() - start,
      placeStarts.extend(endUnit - firstUnit),
    );
    unitParts.extend(endUnit - firstUnit).set(before.unitParts.subarray(firstUnit, endUnit));
    placeMarks.extend(end - start).set(before.marks.subarray(start, end));
    numbers.numberEarlier(before.places.subarray(start, end), places.extend(end - start));
  };

  eachRun(
    statements.length,
    (document) => earlier?.placeOf(document),
    {
      takeOver(before, count, document) {
        if (earlier) takeOver(earlier.made, before, count, document);
      },
      make(document) {
        unitStarts[document] = unitParts.length();
        const statement = statements.at(document);
        if (statement) read(statement);
      },
    },
    onStatement,
  );
  unitStarts[statements.length] = unitParts.length();
  placeStarts.push(places.length());
  const { strings, origins } = numbers.finish();
  return {
    vocabulary: readWords(strings, origins, earlier?.made.vocabulary),
    unitStarts,
    unitParts: unitParts.finish(),
    placeStarts: placeStarts.finish(),
    places: places.finish(),
    marks: placeMarks.finish(),
  };
}

/** Writes the same numbers, each so much more. */
function shift(numbers: Uint32Array, by: number, to: Uint32Array): void {
  for (let at = 0; at < numbers.length; at += 1) to[at] = (numbers[at] as number) + by;
}

function isForeignStop(folded: string): boolean {
  return foreignStopWords.has(folded) || foreignArticles.has(folded);
}

function startsWithCapital(written: string | undefined): boolean {
  const first = written?.[0];
  return first !== undefined && first !== first.toLowerCase();
}
