import { addScaled, writeDocumentVector } from '../index/document-vectors.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { highestImpact } from '../index/postings.ts';
import type { StatementIndex } from '../index/statement-index.ts';
import type { Found } from './candidates.ts';
import type { Features } from './features.ts';
import { createOverlaps, type Overlap } from './overlap.ts';
import { mostTerms, type Question } from './question.ts';
import { windowCoverage } from './window-coverage.ts';

export type DescribeCandidates = (question: Question, found: readonly Found[]) => Features[];

/** What likeness comes to, on average, for candidates that have no words in common with a message, and with all. */
const likenessInWords = { none: 0.7, more: 0.3 };

/** Vectors tell as much of what a message is about as they know of it: of another language little. */
function trustInVector({ terms, mass }: Question): number {
  let known = 0;
  for (const { rarity, isSigned, lexiconPlace } of terms) {
    if (!isSigned && lexiconPlace >= 0) known += rarity;
  }
  return Math.min(1, known / (mass || 1));
}

export function createDescriber(index: StatementIndex, lexicon: Lexicon): DescribeCandidates {
  const { unknownRarity, directions } = index;
  const { dimensions } = lexicon;
  const overlaps = createOverlaps(index, mostTerms);
  const { isName, isNumber } = overlaps;

  const documentVectorOf = ({ terms }: Question): Int8Array => {
    const sum = new Float32Array(dimensions);
    for (const { rarity, isSigned, lexiconPlace } of terms) {
      if (isSigned || lexiconPlace < 0) continue;
      addScaled(sum, lexicon.vectors, lexiconPlace * dimensions, rarity);
    }
    const direction = new Int8Array(dimensions);
    writeDocumentVector(sum, direction, 0);
    return direction;
  };

  const likenessTo = (direction: Int8Array, document: number): number => {
    const start = document * dimensions;
    let product = 0;
    for (let k = 0; k < dimensions; k += 1) {
      product += (direction[k] as number) * (directions[start + k] as number);
    }
    return product / (127 * 127);
  };

  /** What the question's words come to, whatever the candidate. */
  const sumUp = ({ terms }: Question) => {
    const sums = { ideal: 0, numbers: 0, nameMass: 0, signatureMass: 0 };
    for (const { term, rarity, weight, isSigned } of terms) {
      sums.ideal += weight;
      if (isSigned) sums.signatureMass += rarity;
      if (isNumber(term)) sums.numbers += 1;
      if (isName(term) && !isSigned) sums.nameMass += rarity;
    }
    return sums;
  };

  /** Which of the question's words a candidate has. */
  const cover = ({ terms }: Question, { closeness }: Overlap) => {
    const cover = {
      soft: 0,
      shared: 0,
      count: 0,
      rarest: 0,
      second: 0,
      rarestMissing: 0,
      names: 0,
      numbers: 0,
      signature: 0,
    };
    for (let place = 0; place < terms.length; place += 1) {
      const { term, rarity, isSigned } = terms[place] as (typeof terms)[number];
      const close = closeness[place] as number;
      if (isSigned) {
        if (close === 1) cover.signature += rarity;
        continue;
      }
      cover.soft += rarity * close;
      if (close < 1) {
        if (rarity > cover.rarestMissing) cover.rarestMissing = rarity;
        continue;
      }
      cover.shared += rarity;
      cover.count += 1;
      if (isNumber(term)) cover.numbers += 1;
      if (isName(term)) cover.names += rarity;
      if (rarity > cover.rarest) {
        cover.second = cover.rarest;
        cover.rarest = rarity;
      } else if (rarity > cover.second) cover.second = rarity;
    }
    return cover;
  };

  return (question, found) => {
    overlaps.begin(question);
    const { ideal, numbers, nameMass, signatureMass } = sumUp(question);
    const direction = documentVectorOf(question);
    const trust = trustInVector(question);
    const likeness = (document: number, balance: number): number =>
      trust * likenessTo(direction, document) +
      (1 - trust) * (likenessInWords.none + likenessInWords.more * balance);
    const mass = question.mass || 1;
    const topScore = found[0]?.score || 1;
    const described = found.map(({ document, score }): Features => {
      const met = overlaps.meet(document);
      const covered = cover(question, met);
      const textMass = met.textMass || 1;
      const textCovered = met.textShared / textMass;
      const textRelated = (met.textSoft - met.textShared) / textMass;
      const hasSaying = met.sayingCovered >= 0;
      return [
        Math.min(1, score / (ideal * highestImpact || 1)),
        score / topScore,
        covered.shared / mass,
        (covered.soft - covered.shared) / mass,
        textCovered,
        textRelated,
        hasSaying ? met.sayingCovered : textCovered,
        hasSaying ? met.sayingRelated : textRelated,
        met.subtitleCovered,
        met.bestBalance,
        Math.log1p(covered.count),
        covered.shared / unknownRarity,
        covered.rarest / unknownRarity,
        covered.second / unknownRarity,
        covered.rarestMissing / unknownRarity,
        met.rarestTextMissing / unknownRarity,
        met.pairMass / textMass,
        met.longestRun / unknownRarity,
        windowCoverage(question, met.closeness),
        covered.numbers,
        // A number for a number is the same claim told otherwise; only what is left over speaks against it.
        Math.max(0, met.numbersUnasked - (numbers - covered.numbers)),
        Math.max(0, numbers - covered.numbers - met.numbersUnasked),
        nameMass === 0 ? 0 : covered.names / nameMass,
        met.names === 0 ? 0 : met.namesUnasked / met.names,
        signatureMass === 0 ? 0 : covered.signature / signatureMass,
        likeness(document, met.bestBalance),
        Math.log1p(question.sequence.length),
        Math.log1p(met.textLength),
        Math.log1p(hasSaying ? met.sayingLength : met.textLength),
        question.unknownMass / mass,
      ];
    });
    overlaps.end(question);
    return described;
  };
}
