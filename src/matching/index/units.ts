import type { Statement } from '../matcher.ts';
import { foreignArticles, foreignStopWords } from '../text/foreign-stop-words.ts';
import { canonicalLink } from '../text/links.ts';
import { readMessage } from '../text/message.ts';
import { eachTerm } from '../text/terms.ts';
import { normaliseText, splitWords } from '../text/text.ts';
import type { GrowingVocabulary } from './growing-vocabulary.ts';
import { stopTerm } from './vocabulary.ts';

/** The parts of a statement; each is kept apart, so that a text can be compared with one wording at a time. */
export const parts = ['text', 'title', 'subtitle', 'wording', 'topic', 'claimant', 'link'] as const;
export type Part = (typeof parts)[number];

/**
 * The words of all statements in reading order. Documents are numbered in the order given, units (one part of one
 * document) in the order of documents. `x[i]` to `x[i + 1]` in an array of starts delimits the entries of `i`.
 */
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

/** The words of statements, learned by the vocabulary, and how they are written. */
export interface ReadUnits extends Units {
  readonly stops: LeftOut;
  /** Share, 0 to 255, of a term's places inside sentences where it is written with a capital. */
  readonly capitals: Uint8Array<ArrayBuffer>;
}

/** Most statements fit into this many terms and parts; others make the arrays grow. */
const usualTerms = 48;
const usualParts = 4;

export function readUnits(
  statements: readonly Statement[],
  vocabulary: GrowingVocabulary,
): ReadUnits {
  const tokens = growingArray(statements.length * usualTerms);
  const tokenStarts = growingArray(statements.length * usualParts);
  const unitParts: number[] = [];
  const unitStarts = new Uint32Array(statements.length + 1);
  const englishStops: number[] = [];
  const foreignStops: number[] = [];
  const inside: number[] = [];
  const capitalised: number[] = [];

  const addUnit = (part: Part, text: string): void => {
    const words = splitWords(normaliseText(text));
    tokenStarts.push(tokens.length());
    const unit = unitParts.push(parts.indexOf(part)) - 1;
    let english = 0;
    let foreign = 0;
    eachTerm(words, vocabulary.learn, (term, place) => {
      if (term === stopTerm) {
        if (isForeignStop(words[place]?.folded ?? '')) foreign += 1;
        else english += 1;
        return;
      }
      tokens.push(term);
      // Titles capitalise everything and sentences their first word, so neither tells a name.
      if (part !== 'title' && place > 0) {
        inside[term] = (inside[term] ?? 0) + 1;
        if (startsWithCapital(words[place]?.written)) {
          capitalised[term] = (capitalised[term] ?? 0) + 1;
        }
      }
    });
    englishStops[unit] = english;
    foreignStops[unit] = foreign;
  };

  const addLinks = (urls: readonly string[]): void => {
    tokenStarts.push(tokens.length());
    unitParts.push(parts.indexOf('link'));
    for (const url of urls) tokens.push(vocabulary.learn(canonicalLink(url)));
  };

  statements.forEach((statement, document) => {
    unitStarts[document] = unitParts.length;
    addUnit('text', statement.text);
    if (statement.title) addUnit('title', statement.title);
    if (statement.subtitle) addUnit('subtitle', statement.subtitle);
    for (const wording of statement.wordings ?? []) addUnit('wording', readMessage(wording).text);
    if (statement.topics?.length) addUnit('topic', statement.topics.join(' '));
    if (statement.claimant) addUnit('claimant', statement.claimant);
    if (statement.urls?.length) addLinks(statement.urls);
  });
  unitStarts[statements.length] = unitParts.length;
  tokenStarts.push(tokens.length());

  return {
    unitStarts,
    unitParts: Uint8Array.from(unitParts),
    tokenStarts: tokenStarts.finish(),
    tokens: tokens.finish(),
    stops: {
      english: Uint16Array.from(unitParts, (_, unit) => englishStops[unit] ?? 0),
      foreign: Uint16Array.from(unitParts, (_, unit) => foreignStops[unit] ?? 0),
    },
    capitals: Uint8Array.from(vocabulary.terms, (_, term) =>
      Math.round((255 * (capitalised[term] ?? 0)) / (inside[term] ?? 1)),
    ),
  };
}

function isForeignStop(folded: string): boolean {
  return foreignStopWords.has(folded) || foreignArticles.has(folded);
}

function startsWithCapital(written: string | undefined): boolean {
  const first = written?.[0];
  return first !== undefined && first !== first.toLowerCase();
}

/** A list of numbers that becomes a typed array without ever being an array of objects. */
function growingArray(capacity: number) {
  let buffer = new Uint32Array(Math.max(16, capacity));
  let used = 0;
  return {
    push(value: number): void {
      if (used === buffer.length) {
        const larger = new Uint32Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[used] = value;
      used += 1;
    },
    length: () => used,
    finish: () => buffer.slice(0, used),
  };
}
