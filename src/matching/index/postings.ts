import { type Part, parts } from './parts.ts';
import type { Units } from './units.ts';

/** How much a word counts by the part it stands in. Text, title and subtitle were tuned; the others follow them. */
const partWeights: Readonly<Record<Part, number>> = {
  text: 1,
  title: 1.5,
  subtitle: 0.6,
  wording: 1,
  topic: 0.3,
  claimant: 0.5,
  link: 1,
};

/** BM25's saturation and length normalisation (Robertson and Zaragoza, 2009), tuned for single sentences. */
const k1 = 0.6;
const b = 0.6;

/** Impacts are kept as bytes: `k1 + 1`, the most that BM25 can give, is 255. */
export const impactUnit = (k1 + 1) / 255;

/** What BM25 gives a term at most, before its rarity. */
export const highestImpact = 255 * impactUnit;

/** Which documents have a term, and what that is worth. */
export type Postings = {
  readonly postingStarts: Uint32Array<ArrayBuffer>;
  readonly postings: Uint32Array<ArrayBuffer>;
  /** BM25's share of each posting, without rarity, in `impactUnit`s. */
  readonly impacts: Uint8Array<ArrayBuffer>;
  readonly maxImpacts: Uint8Array<ArrayBuffer>;
  /** Inverse document frequency of each term. */
  readonly rarities: Float32Array<ArrayBuffer>;
  /** Sum of the rarities of each unit's terms, each once. */
  readonly unitMasses: Float32Array<ArrayBuffer>;
};

/**
 * BM25F (Zaragoza et al., 2004): counts are added up over the parts, weighed, before they are saturated.
 * @param onDocument called twice for each
 */
export function invert(
  units: Units,
  documents: number,
  terms: number,
  generalRarity: (term: number) => number,
  onDocument: () => void,
): Postings {
  const { unitStarts, unitParts, tokenStarts, tokens } = units;
  const weightOfPart = parts.map((part) => partWeights[part]);
  const wording = parts.indexOf('wording');
  const link = parts.indexOf('link');

  const counts = new Float32Array(terms);
  const best = new Float32Array(terms);
  /** The terms of the document that was counted last, each once. */
  const seen = new Uint32Array(mostTokens(units));
  let seenTerms = 0;
  /** Counts the terms of a document, each by its weight; returns the weighed length. What was counted is to be cleared. */
  const count = (document: number): number => {
    seenTerms = 0;
    let length = 0;
    let longest = 0;
    const lastUnit = unitStarts[document + 1] as number;
    for (let unit = unitStarts[document] as number; unit < lastUnit; unit += 1) {
      const part = unitParts[unit] as number;
      const weight = weightOfPart[part] as number;
      const start = tokenStarts[unit] as number;
      const end = tokenStarts[unit + 1] as number;
      // Many wordings are one thing said many times: a term counts as often as in the wording that has it most.
      if (part === wording) longest = Math.max(longest, (end - start) * weight);
      else if (part !== link) length += (end - start) * weight;
      for (let at = start; at < end; at += 1) {
        const term = tokens[at] as number;
        if (counts[term] === 0 && best[term] === 0) {
          seen[seenTerms] = term;
          seenTerms += 1;
        }
        if (part === wording) best[term] = weight;
        else counts[term] = (counts[term] as number) + weight;
      }
    }
    onDocument();
    return length + longest;
  };

  const lengths = new Float32Array(documents);
  const postingStarts = new Uint32Array(terms + 1);
  let total = 0;
  for (let document = 0; document < documents; document += 1) {
    lengths[document] = count(document);
    for (let at = 0; at < seenTerms; at += 1) {
      const term = seen[at] as number;
      postingStarts[term + 1] = (postingStarts[term + 1] as number) + 1;
      counts[term] = 0;
      best[term] = 0;
    }
    total += lengths[document] as number;
  }
  const rarities = new Float32Array(terms);
  for (let term = 0; term < terms; term += 1) {
    const holders = postingStarts[term + 1] ?? 0;
    rarities[term] = Math.min(rarityAmong(holders, documents), generalRarity(term));
    postingStarts[term + 1] = holders + (postingStarts[term] ?? 0);
  }

  const size = postingStarts[terms] ?? 0;
  const postings = new Uint32Array(size);
  const impacts = new Uint8Array(size);
  const maxImpacts = new Uint8Array(terms);
  const next = postingStarts.slice();
  const meanLength = total / documents || 1;
  for (let document = 0; document < documents; document += 1) {
    const penalty = k1 * (1 - b + (b * (lengths[document] as number)) / meanLength);
    count(document);
    for (let nth = 0; nth < seenTerms; nth += 1) {
      const term = seen[nth] as number;
      const weight = (counts[term] as number) + (best[term] as number);
      counts[term] = 0;
      best[term] = 0;
      const at = next[term] as number;
      const impact = Math.round((weight * (k1 + 1)) / (weight + penalty) / impactUnit);
      postings[at] = document;
      impacts[at] = impact;
      if (impact > (maxImpacts[term] as number)) maxImpacts[term] = impact;
      next[term] = at + 1;
    }
  }
  return {
    postingStarts,
    postings,
    impacts,
    maxImpacts,
    rarities,
    unitMasses: massesOf(units, rarities),
  };
}

/** How many tokens the document has that has most. */
function mostTokens({ unitStarts, tokenStarts }: Units): number {
  let most = 0;
  for (let document = 0; document + 1 < unitStarts.length; document += 1) {
    const start = tokenStarts[unitStarts[document] as number] as number;
    const end = tokenStarts[unitStarts[document + 1] as number] as number;
    most = Math.max(most, end - start);
  }
  return most;
}

function massesOf(
  { tokenStarts, tokens }: Units,
  rarities: Float32Array,
): Float32Array<ArrayBuffer> {
  const lastUnit = new Int32Array(rarities.length).fill(-1);
  const masses = new Float32Array(tokenStarts.length - 1);
  for (let unit = 0; unit < masses.length; unit += 1) {
    let mass = 0;
    for (let at = tokenStarts[unit] ?? 0; at < (tokenStarts[unit + 1] ?? 0); at += 1) {
      const term = tokens[at] ?? 0;
      if (lastUnit[term] === unit) continue;
      lastUnit[term] = unit;
      mass += rarities[term] ?? 0;
    }
    masses[unit] = mass;
  }
  return masses;
}

/** Robertson and Spärck Jones' weight, kept above zero. */
export function rarityAmong(holders: number, documents: number): number {
  return Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));
}
