import { parts } from '../index/parts.ts';
import type { StatementIndex } from '../index/statement-index.ts';
import type { Question } from './question.ts';

/** What one document has of a question, unit by unit. A mass is a sum of rarities, each term counted once. */
export interface Overlap {
  /** For each of the question's words: 1 where the document has it, its likeness to a related word, or 0. */
  readonly closeness: Float32Array;
  textMass: number;
  textShared: number;
  textSoft: number;
  textLength: number;
  /** Share of the title or wording that is covered best; below 0 when there is none. */
  sayingCovered: number;
  sayingRelated: number;
  sayingLength: number;
  subtitleCovered: number;
  bestBalance: number;
  /** Mass of the text's terms that follow one another in the question too. */
  pairMass: number;
  longestRun: number;
  rarestTextMissing: number;
  numbersUnasked: number;
  names: number;
  namesUnasked: number;
}

/** Finds where documents and one question meet, until the next question is begun. */
export interface Overlaps {
  begin(question: Question): void;
  /** To be read before the next call, which takes `closeness` over. */
  meet(document: number): Overlap;
  end(question: Question): void;
  isNumber(term: number): boolean;
  isName(term: number): boolean;
}

const text = parts.indexOf('text');
const title = parts.indexOf('title');
const subtitle = parts.indexOf('subtitle');
const wording = parts.indexOf('wording');

/** Written with a capital at least half the time: a name. */
const nameCapitals = 128;

/** What there is to know of a term, as bits, so that most terms of a document cost one look. */
const asked = 1;
const related = 2;
const number = 4;
const name = 8;

export function createOverlaps(index: StatementIndex, mostTerms: number): Overlaps {
  const { unitStarts, unitParts, unitMasses, tokenStarts, tokens, rarities, capitals, isNumber } =
    index;
  const termCount = capitals.length;
  const marks = capitals.map(
    (share, term) => (isNumber[term] === 1 ? number : 0) | (share >= nameCapitals ? name : 0),
  );
  /** Place in the question of a term that is asked for, or of the word that it is related to. */
  const places = new Uint8Array(termCount);
  /** How much a term is related to the question's word. */
  const relatedness = new Float32Array(termCount);
  /** Number of the unit, from 1, in which a term was last met, to count each once. */
  const lastUnit = new Uint32Array(termCount);
  let unitsMet = 0;
  /** 1 where the question's word of the row is followed by that of the column. */
  const follows = new Uint8Array(mostTerms * mostTerms);
  const markPairs = ({ sequence }: Question, mark: number): void => {
    for (let at = 1; at < sequence.length; at += 1) {
      follows[(sequence[at - 1] as number) * mostTerms + (sequence[at] as number)] = mark;
    }
  };
  const closeness = new Float32Array(mostTerms);
  let overlap: Overlap = { closeness, ...nothing };
  let questionMass = 0;
  let questionTerms = 0;

  const meetUnit = (unit: number, part: number): void => {
    const start = tokenStarts[unit] as number;
    const end = tokenStarts[unit + 1] as number;
    const isText = part === text;
    unitsMet += 1;
    let shared = 0;
    let soft = 0;
    let runMass = 0;
    let before = -1;
    for (let at = start; at < end; at += 1) {
      const term = tokens[at] as number;
      const mark = marks[term] as number;
      const isAsked = (mark & asked) !== 0;
      if (!isAsked) {
        runMass = 0;
        before = -1;
        if (!isText && (mark & related) === 0) continue;
      }
      const rarity = rarities[term] as number;
      const place = places[term] as number;
      if (isAsked) {
        if (before >= 0 && follows[before * mostTerms + place] === 1) {
          runMass += rarity;
          if (isText) overlap.pairMass += rarity;
        } else runMass = rarity;
        if (runMass > overlap.longestRun) overlap.longestRun = runMass;
        before = place;
      }
      if (lastUnit[term] === unitsMet) continue;
      lastUnit[term] = unitsMet;
      if (isAsked) {
        shared += rarity;
        soft += rarity;
        closeness[place] = 1;
      } else if ((mark & related) !== 0) {
        const similarity = relatedness[term] as number;
        soft += rarity * similarity;
        if (similarity > (closeness[place] as number)) closeness[place] = similarity;
      }
      if (!isText) continue;
      if ((mark & name) !== 0) {
        overlap.names += rarity;
        if (!isAsked) overlap.namesUnasked += rarity;
      }
      if (!isAsked) {
        if (rarity > overlap.rarestTextMissing) overlap.rarestTextMissing = rarity;
        if ((mark & number) !== 0) overlap.numbersUnasked += 1;
      }
    }
    const mass = unitMasses[unit] as number;
    if (mass === 0) return;
    if (part === subtitle) overlap.subtitleCovered = shared / mass;
    if (part !== text && part !== title && part !== wording) return;
    const balance = (2 * shared) / (mass + questionMass);
    if (balance > overlap.bestBalance) overlap.bestBalance = balance;
    if (isText) {
      overlap.textMass = mass;
      overlap.textShared = shared;
      overlap.textSoft = soft;
      overlap.textLength = end - start;
    } else if (shared / mass > overlap.sayingCovered) {
      overlap.sayingCovered = shared / mass;
      overlap.sayingRelated = (soft - shared) / mass;
      overlap.sayingLength = end - start;
    }
  };
  return {
    begin(question) {
      questionMass = question.mass;
      questionTerms = question.terms.length;
      question.terms.forEach(({ term }, place) => {
        if (term < 0) return;
        marks[term] = (marks[term] as number) | asked;
        places[term] = place;
      });
      for (const { term, place, similarity } of question.related) {
        marks[term] = (marks[term] as number) | related;
        places[term] = place;
        relatedness[term] = similarity;
      }
      markPairs(question, 1);
    },
    meet(document) {
      closeness.fill(0, 0, questionTerms);
      overlap = { closeness, ...nothing };
      const end = unitStarts[document + 1] as number;
      for (let unit = unitStarts[document] as number; unit < end; unit += 1) {
        meetUnit(unit, unitParts[unit] as number);
      }
      return overlap;
    },
    end(question) {
      const clear = (term: number): void => {
        if (term >= 0) marks[term] = (marks[term] as number) & ~(asked | related);
      };
      for (const { term } of question.terms) clear(term);
      for (const { term } of question.related) clear(term);
      markPairs(question, 0);
    },
    isNumber: (term) => ((marks[term] ?? 0) & number) !== 0,
    isName: (term) => ((marks[term] ?? 0) & name) !== 0,
  };
}

const nothing = {
  textMass: 0,
  textShared: 0,
  textSoft: 0,
  textLength: 0,
  sayingCovered: -1,
  sayingRelated: 0,
  sayingLength: 0,
  subtitleCovered: 0,
  bestBalance: 0,
  pairMass: 0,
  longestRun: 0,
  rarestTextMissing: 0,
  numbersUnasked: 0,
  names: 0,
  namesUnasked: 0,
};
