import type { Earlier } from '../../packed/earlier.ts';
import { growingArray } from '../../packed/growing-array.ts';
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
  const unitParts = growingArray(statements.length * usualParts);
  const placeStarts = growingArray(statements.length * usualParts);
  const places = growingArray(statements.length * usualWords);
  const placeMarks = growingArray(statements.length * usualWords);
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
  const takeOver = (document: number, before: StatementReadings): void => {
    const end = before.unitStarts[document + 1] ?? 0;
    for (let unit = before.unitStarts[document] ?? 0; unit < end; unit += 1) {
      beginUnit(before.unitParts[unit] ?? 0);
      const last = before.placeStarts[unit + 1] ?? 0;
      for (let at = before.placeStarts[unit] ?? 0; at < last; at += 1) {
        addPlace(numbers.numberOfEarlier(before.places[at] ?? 0), before.marks[at] ?? 0);
      }
    }
  };

  for (let document = 0; document < statements.length; document += 1) {
    unitStarts[document] = unitParts.length();
    const before = earlier?.placeOf(document);
    const statement = before === undefined ? statements.at(document) : undefined;
    if (statement) read(statement);
    else if (earlier && before !== undefined) takeOver(before, earlier.made);
    onStatement();
  }
  unitStarts[statements.length] = unitParts.length();
  placeStarts.push(places.length());
  const { strings, origins } = numbers.finish();
  return {
    vocabulary: readWords(strings, origins, earlier?.made.vocabulary),
    unitStarts,
    unitParts: new Uint8Array(unitParts.finish()),
    placeStarts: placeStarts.finish(),
    places: places.finish(),
    marks: new Uint8Array(placeMarks.finish()),
  };
}

function isForeignStop(folded: string): boolean {
  return foreignStopWords.has(folded) || foreignArticles.has(folded);
}

function startsWithCapital(written: string | undefined): boolean {
  const first = written?.[0];
  return first !== undefined && first !== first.toLowerCase();
}
