import type { Found } from './candidates.ts';
import type { Lexicon } from './lexicon.ts';
import type { Question } from './question.ts';
import {
  addScaled,
  impactUnit,
  parts,
  type StatementIndex,
  toDirection,
} from './statement-index.ts';

/**
 * What the ranker and the confidence model look at, for one candidate. A mass is a sum of rarities; everything is a
 * share or a ratio, so that a pack of forty claims and a store of ninety thousand look alike.
 */
export const featureNames = [
  /** BM25, as a share of the best that any statement could get. */
  'scoreOfIdeal',
  /** BM25, as a share of the first candidate's. */
  'scoreOfTop',
  /** Mass of the message's words that the candidate has. */
  'questionCovered',
  /** What related words add to that, each by its similarity. */
  'questionRelated',
  /** Mass of the claim's words that the message has, and what related words add. */
  'textCovered',
  'textRelated',
  /** The same for the title or wording that is covered best; for the claim where there is none. */
  'sayingCovered',
  'sayingRelated',
  'subtitleCovered',
  /** Harmonic mean of both coverages, for the claim, title or wording where it is best. */
  'bestBalance',
  'sharedTerms',
  'sharedMass',
  'rarestShared',
  'secondRarestShared',
  'rarestMissing',
  'rarestTextMissing',
  /** Mass of the claim's words that follow one another in the message too. */
  'pairsOfText',
  'longestRun',
  /** Coverage of the stretch of the message that the candidate covers best. */
  'windowCovered',
  'numbersShared',
  'numbersUnasked',
  'numbersMissing',
  'namesCovered',
  'namesUnasked',
  'signatureCovered',
  /** Cosine between what the message and the candidate are about. */
  'likeness',
  'questionLength',
  'textLength',
  'sayingLength',
  'unknownShare',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** Values in the order of `featureNames`. */
export type Features = Float32Array;

export type DescribeCandidates = (question: Question, found: readonly Found[]) => Features[];

const text = parts.indexOf('text');
const title = parts.indexOf('title');
const subtitle = parts.indexOf('subtitle');
const wording = parts.indexOf('wording');

/** A place in a long message where one of its claims may be told: this many terms. */
const windowLength = 20;

/** Written with a capital at least half the time: a name. */
const nameCapitals = 128;

/** What BM25 gives a term at most, before its weight. */
const highestImpact = 255 * impactUnit;

/** More distinct terms than any question has. */
const pairBase = 1024;

export function createDescriber(index: StatementIndex, lexicon: Lexicon): DescribeCandidates {
  const { unitStarts, unitParts, tokenStarts, tokens, rarities, capitals, unknownRarity } = index;
  const { directions } = index;
  const { dimensions } = lexicon;
  const isNumber = Uint8Array.from(index.vocabulary.terms, (term) => (/^\d/.test(term) ? 1 : 0));
  const isName = Uint8Array.from(capitals, (share) => (share >= nameCapitals ? 1 : 0));
  /** One more than a term's place in the question; 0 elsewhere. */
  const placeOfTerm = new Uint16Array(index.vocabulary.terms.length);
  /** One more than the place of the question's word that a term is related to most, and how much. */
  const relatedPlace = new Uint16Array(index.vocabulary.terms.length);
  const relatedness = new Float32Array(index.vocabulary.terms.length);
  /** Number of the unit, from 1, in which a term was last met, to count each once. */
  const lastUnit = new Uint32Array(index.vocabulary.terms.length);
  let unitsMet = 0;

  return (question, found) => {
    const { terms, sequence } = question;
    const sum = new Float32Array(dimensions);
    let nameMass = 0;
    let signatureMass = 0;
    let ideal = 0;
    let numbers = 0;
    for (let place = 0; place < terms.length; place += 1) {
      const asked = terms[place];
      if (asked === undefined) continue;
      const { term, rarity, weight, isSigned, lexiconPlace } = asked;
      ideal += weight;
      if (term >= 0) {
        placeOfTerm[term] = place + 1;
        if (isNumber[term]) numbers += 1;
        if (isName[term] && !isSigned) nameMass += rarity;
      }
      if (isSigned) {
        signatureMass += rarity;
        continue;
      }
      if (lexiconPlace < 0) continue;
      addScaled(sum, lexicon.vectors, lexiconPlace * dimensions, rarity);
    }
    for (const { term, place, similarity } of question.related) {
      relatedness[term] = similarity;
      relatedPlace[term] = place + 1;
    }
    const direction = toDirection(sum);
    const pairs = new Set<number>();
    for (let at = 1; at < sequence.length; at += 1) {
      pairs.add((sequence[at - 1] ?? 0) * pairBase + (sequence[at] ?? 0));
    }
    const closeness = new Float32Array(terms.length);
    const topScore = found[0]?.score || 1;

    const describe = ({ document, score }: Found): Features => {
      closeness.fill(0);
      let textMass = 0;
      let textShared = 0;
      let textSoft = 0;
      let textLength = 0;
      let sayingCovered = -1;
      let sayingRelated = 0;
      let sayingLength = 0;
      let subtitleCovered = 0;
      let bestBalance = 0;
      let pairMass = 0;
      let longestRun = 0;
      let rarestTextMissing = 0;
      let numbersUnasked = 0;
      let namesUnasked = 0;
      let names = 0;

      const lastOfDocument = unitStarts[document + 1] ?? 0;
      for (let unit = unitStarts[document] ?? 0; unit < lastOfDocument; unit += 1) {
        const part = unitParts[unit] ?? 0;
        const start = tokenStarts[unit] ?? 0;
        const end = tokenStarts[unit + 1] ?? 0;
        unitsMet += 1;
        let mass = 0;
        let shared = 0;
        let soft = 0;
        let runMass = 0;
        let before = 0;
        for (let at = start; at < end; at += 1) {
          const term = tokens[at] as number;
          const rarity = rarities[term] as number;
          const place = placeOfTerm[term] as number;
          if (place === 0) runMass = 0;
          else if (before !== 0 && pairs.has((before - 1) * pairBase + place - 1)) {
            runMass += rarity;
            if (part === text) pairMass += rarity;
          } else runMass = rarity;
          if (runMass > longestRun) longestRun = runMass;
          before = place;
          if (lastUnit[term] === unitsMet) continue;
          lastUnit[term] = unitsMet;
          mass += rarity;
          if (place !== 0) {
            shared += rarity;
            soft += rarity;
            closeness[place - 1] = 1;
          } else {
            const similarity = relatedness[term] as number;
            if (similarity > 0) {
              soft += rarity * similarity;
              const related = (relatedPlace[term] as number) - 1;
              if (similarity > (closeness[related] as number)) closeness[related] = similarity;
            }
          }
          if (part !== text) continue;
          if (isName[term]) {
            names += rarity;
            if (place === 0) namesUnasked += rarity;
          }
          if (place === 0) {
            if (rarity > rarestTextMissing) rarestTextMissing = rarity;
            if (isNumber[term]) numbersUnasked += 1;
          }
        }
        if (mass === 0) continue;
        if (part === subtitle) subtitleCovered = shared / mass;
        if (part !== text && part !== title && part !== wording) continue;
        bestBalance = Math.max(bestBalance, (2 * shared) / (mass + question.mass));
        if (part === text) {
          textMass = mass;
          textShared = shared;
          textSoft = soft;
          textLength = end - start;
        } else if (shared / mass > sayingCovered) {
          sayingCovered = shared / mass;
          sayingRelated = (soft - shared) / mass;
          sayingLength = end - start;
        }
      }
      const textCovered = textShared / (textMass || 1);
      const textRelated = (textSoft - textShared) / (textMass || 1);

      let soft = 0;
      let shared = 0;
      let count = 0;
      let rarest = 0;
      let second = 0;
      let rarestMissing = 0;
      let namesShared = 0;
      let signatureShared = 0;
      let numbersShared = 0;
      for (let place = 0; place < terms.length; place += 1) {
        const asked = terms[place];
        if (asked === undefined) continue;
        const { term, rarity, isSigned } = asked;
        const close = closeness[place] as number;
        if (isSigned) {
          if (close === 1) signatureShared += rarity;
          continue;
        }
        soft += rarity * close;
        if (close < 1) {
          if (rarity > rarestMissing) rarestMissing = rarity;
          continue;
        }
        shared += rarity;
        count += 1;
        if (isNumber[term]) numbersShared += 1;
        if (isName[term]) namesShared += rarity;
        if (rarity > rarest) {
          second = rarest;
          rarest = rarity;
        } else if (rarity > second) second = rarity;
      }
      let likeness = 0;
      for (let k = 0; k < dimensions; k += 1) {
        likeness += (direction[k] as number) * (directions[document * dimensions + k] as number);
      }

      return Float32Array.of(
        Math.min(1, score / (ideal * highestImpact || 1)),
        score / topScore,
        shared / (question.mass || 1),
        (soft - shared) / (question.mass || 1),
        textCovered,
        textRelated,
        sayingCovered < 0 ? textCovered : sayingCovered,
        sayingCovered < 0 ? textRelated : sayingRelated,
        subtitleCovered,
        bestBalance,
        Math.log1p(count),
        shared / unknownRarity,
        rarest / unknownRarity,
        second / unknownRarity,
        rarestMissing / unknownRarity,
        rarestTextMissing / unknownRarity,
        pairMass / (textMass || 1),
        longestRun / unknownRarity,
        windowCoverage(question, closeness),
        numbersShared,
        // A number for a number is the same claim told otherwise; only what is left over speaks against it.
        Math.max(0, numbersUnasked - (numbers - numbersShared)),
        Math.max(0, numbers - numbersShared - numbersUnasked),
        nameMass === 0 ? 0 : namesShared / nameMass,
        names === 0 ? 0 : namesUnasked / names,
        signatureMass === 0 ? 0 : signatureShared / signatureMass,
        likeness / (127 * 127),
        Math.log1p(sequence.length),
        Math.log1p(textLength),
        Math.log1p(sayingCovered < 0 ? textLength : sayingLength),
        question.unknownMass / (question.mass || 1),
      );
    };
    const described = found.map(describe);
    for (const { term } of terms) if (term >= 0) placeOfTerm[term] = 0;
    for (const { term } of question.related) relatedness[term] = 0;
    return described;
  };
}

/** The largest share of mass that the candidate covers in any stretch of the message. */
function windowCoverage({ terms, sequence }: Question, closeness: Float32Array): number {
  const first = Math.min(windowLength, sequence.length) - 1;
  let mass = 0;
  let shared = 0;
  let best = 0;
  const take = (at: number, sign: 1 | -1): void => {
    const place = sequence[at] ?? 0;
    const rarity = terms[place]?.rarity ?? 0;
    mass += sign * rarity;
    if (closeness[place] === 1) shared += sign * rarity;
  };
  for (let at = 0; at < sequence.length; at += 1) {
    take(at, 1);
    if (at >= windowLength) take(at - windowLength, -1);
    if (at >= first && mass > 0) best = Math.max(best, shared / mass);
  }
  return best;
}
