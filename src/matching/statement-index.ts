import type { Lexicon } from './lexicon.ts';
import { canonicalLink } from './links.ts';
import type { Statement } from './matcher.ts';
import { readMessage } from './message.ts';
import { eachTerm } from './terms.ts';
import { normaliseText, splitWords } from './text.ts';
import { createVocabulary, stopTerm, type Vocabulary } from './vocabulary.ts';

/** The parts of a statement; each is kept apart, so that a text can be compared with one wording at a time. */
export const parts = ['text', 'title', 'subtitle', 'wording', 'topic', 'claimant', 'link'] as const;
export type Part = (typeof parts)[number];

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

/**
 * The statements in typed arrays. `x[i]` to `x[i + 1]` in an array of starts delimits the entries of `i`.
 * Documents are numbered in the order given, units (one part of one document) in the order of documents.
 */
export interface StatementIndex {
  readonly ids: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly unitStarts: Uint32Array;
  /** Index into `parts`, for each unit. */
  readonly unitParts: Uint8Array;
  readonly tokenStarts: Uint32Array;
  /** Terms in reading order, without stop words. */
  readonly tokens: Uint32Array;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
  /** BM25's share of each posting, without rarity, in `impactUnit`s. */
  readonly impacts: Uint8Array;
  readonly maxImpacts: Uint8Array;
  /** Inverse document frequency of each term. */
  readonly rarities: Float32Array;
  /** Rarity of a word that no statement has. */
  readonly unknownRarity: number;
  /** The lexicon's place of each term, or -1. */
  readonly lexiconPlaces: Int32Array;
  /** The term of each lexicon place, or -1. */
  readonly lexiconTerms: Int32Array;
  /** What each document is about, in the lexicon's dimensions: a unit vector in bytes. */
  readonly directions: Int8Array;
  /** Share, 0 to 255, of a term's places inside sentences where it is written with a capital. */
  readonly capitals: Uint8Array;
}

export function buildIndex(statements: readonly Statement[], lexicon: Lexicon): StatementIndex {
  const vocabulary = createVocabulary();
  const tokens = growing(statements.length * 48);
  const tokenStarts = growing(statements.length * 4);
  const unitParts: number[] = [];
  const unitStarts = new Uint32Array(statements.length + 1);
  const inside: number[] = [];
  const capitalised: number[] = [];

  const addUnit = (part: Part, text: string): void => {
    const words = splitWords(normaliseText(text));
    tokenStarts.push(tokens.length());
    unitParts.push(parts.indexOf(part));
    eachTerm(words, vocabulary.learn, (term, place) => {
      if (term === stopTerm) return;
      tokens.push(term);
      // Titles capitalise everything and sentences their first word, so neither tells a name.
      if (part !== 'title' && place > 0) {
        inside[term] = (inside[term] ?? 0) + 1;
        if (startsWithCapital(words[place]?.written)) {
          capitalised[term] = (capitalised[term] ?? 0) + 1;
        }
      }
    });
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
    for (const wording of statement.wordings ?? []) {
      addUnit('wording', readMessage(wording).text);
    }
    if (statement.topics?.length) addUnit('topic', statement.topics.join(' '));
    if (statement.claimant) addUnit('claimant', statement.claimant);
    if (statement.urls?.length) addLinks(statement.urls);
  });
  unitStarts[statements.length] = unitParts.length;
  tokenStarts.push(tokens.length());

  const forward = {
    unitStarts,
    unitParts: Uint8Array.from(unitParts),
    tokenStarts: tokenStarts.finish(),
    tokens: tokens.finish(),
  };
  const known = consultLexicon(vocabulary.terms, lexicon);
  const inverted = invert(forward, statements.length, vocabulary.terms.length, (term) => {
    const place = known.lexiconPlaces[term] ?? -1;
    return place < 0 ? Number.POSITIVE_INFINITY : lexicon.rarityOf(place);
  });
  return {
    ids: statements.map(({ id }) => id),
    vocabulary,
    ...forward,
    ...inverted,
    ...known,
    directions: directionsOf(forward, inverted.rarities, known.lexiconPlaces, lexicon),
    capitals: Uint8Array.from(vocabulary.terms, (_, term) =>
      Math.round((255 * (capitalised[term] ?? 0)) / (inside[term] ?? 1)),
    ),
  };
}

function consultLexicon(terms: readonly string[], lexicon: Lexicon) {
  const lexiconPlaces = Int32Array.from(terms, (term) => lexicon.placeOf(term));
  const lexiconTerms = new Int32Array(lexicon.size).fill(-1);
  lexiconPlaces.forEach((place, term) => {
    if (place >= 0) lexiconTerms[place] = term;
  });
  return { lexiconPlaces, lexiconTerms };
}

function directionsOf(
  { unitStarts, unitParts, tokenStarts, tokens }: Forward,
  rarities: Float32Array,
  lexiconPlaces: Int32Array,
  { dimensions, vectors }: Lexicon,
): Int8Array {
  const documents = unitStarts.length - 1;
  const said = new Set(
    ['text', 'title', 'wording'].map((part) => (parts as readonly string[]).indexOf(part)),
  );
  const directions = new Int8Array(documents * dimensions);
  const sum = new Float32Array(dimensions);
  for (let document = 0; document < documents; document += 1) {
    sum.fill(0);
    for (let unit = unitStarts[document] ?? 0; unit < (unitStarts[document + 1] ?? 0); unit += 1) {
      if (!said.has(unitParts[unit] ?? 0)) continue;
      for (let at = tokenStarts[unit] ?? 0; at < (tokenStarts[unit + 1] ?? 0); at += 1) {
        const term = tokens[at] ?? 0;
        const place = lexiconPlaces[term] ?? -1;
        if (place >= 0) addScaled(sum, vectors, place * dimensions, rarities[term] ?? 0);
      }
    }
    directions.set(toDirection(sum), document * dimensions);
  }
  return directions;
}

export function addScaled(
  sum: Float32Array,
  vectors: Int8Array,
  start: number,
  weight: number,
): void {
  for (let k = 0; k < sum.length; k += 1) {
    sum[k] = (sum[k] as number) + weight * (vectors[start + k] as number);
  }
}

/** The same direction with length 127. */
export function toDirection(sum: Float32Array): Int8Array {
  let square = 0;
  for (const value of sum) square += value * value;
  const scale = 127 / (Math.sqrt(square) || 1);
  return Int8Array.from(sum, (value) => Math.round(value * scale));
}

function startsWithCapital(written: string | undefined): boolean {
  const first = written?.[0];
  return first !== undefined && first !== first.toLowerCase();
}

type Forward = Pick<StatementIndex, 'unitStarts' | 'unitParts' | 'tokenStarts' | 'tokens'>;

/** BM25F (Zaragoza et al., 2004): counts are added up over the parts, weighed, before they are saturated. */
function invert(
  forward: Forward,
  documents: number,
  terms: number,
  generalRarity: (term: number) => number,
) {
  const { unitStarts, unitParts, tokenStarts, tokens } = forward;
  const weightOfPart = parts.map((part) => partWeights[part]);
  const wording = parts.indexOf('wording');
  const link = parts.indexOf('link');

  const counts = new Float32Array(terms);
  const best = new Float32Array(terms);
  /** Calls `visit` with each term of the document and its weighed count; returns the weighed length. */
  const count = (document: number, visit: (term: number, count: number) => void): number => {
    const seen: number[] = [];
    let length = 0;
    let longest = 0;
    for (let unit = unitStarts[document] ?? 0; unit < (unitStarts[document + 1] ?? 0); unit += 1) {
      const part = unitParts[unit] ?? 0;
      const weight = weightOfPart[part] ?? 0;
      const start = tokenStarts[unit] ?? 0;
      const end = tokenStarts[unit + 1] ?? 0;
      // Many wordings are one thing said many times: a term counts as often as in the wording that has it most.
      if (part === wording) longest = Math.max(longest, (end - start) * weight);
      else if (part !== link) length += (end - start) * weight;
      for (let at = start; at < end; at += 1) {
        const term = tokens[at] ?? 0;
        if (counts[term] === 0 && best[term] === 0) seen.push(term);
        if (part === wording) best[term] = weight;
        else counts[term] = (counts[term] ?? 0) + weight;
      }
    }
    for (const term of seen) {
      visit(term, (counts[term] ?? 0) + (best[term] ?? 0));
      counts[term] = 0;
      best[term] = 0;
    }
    return length + longest;
  };

  const lengths = new Float32Array(documents);
  const postingStarts = new Uint32Array(terms + 1);
  let total = 0;
  for (let document = 0; document < documents; document += 1) {
    lengths[document] = count(document, (term) => {
      postingStarts[term + 1] = (postingStarts[term + 1] ?? 0) + 1;
    });
    total += lengths[document] ?? 0;
  }
  const rarities = new Float32Array(terms);
  for (let term = 0; term < terms; term += 1) {
    const holders = postingStarts[term + 1] ?? 0;
    rarities[term] = Math.min(rarity(holders, documents), generalRarity(term));
    postingStarts[term + 1] = holders + (postingStarts[term] ?? 0);
  }

  const size = postingStarts[terms] ?? 0;
  const postings = new Uint32Array(size);
  const impacts = new Uint8Array(size);
  const maxImpacts = new Uint8Array(terms);
  const next = postingStarts.slice();
  const meanLength = total / documents || 1;
  for (let document = 0; document < documents; document += 1) {
    const penalty = k1 * (1 - b + (b * (lengths[document] ?? 0)) / meanLength);
    count(document, (term, weight) => {
      const at = next[term] ?? 0;
      const impact = Math.round((weight * (k1 + 1)) / (weight + penalty) / impactUnit);
      postings[at] = document;
      impacts[at] = impact;
      if (impact > (maxImpacts[term] ?? 0)) maxImpacts[term] = impact;
      next[term] = at + 1;
    });
  }
  return {
    postingStarts,
    postings,
    impacts,
    maxImpacts,
    rarities,
    unknownRarity: rarity(0, documents),
  };
}

/** Robertson and Spärck Jones' weight, kept above zero. */
function rarity(holders: number, documents: number): number {
  return Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));
}

/** A list of numbers that becomes a typed array without ever being an array of objects. */
function growing(capacity: number) {
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
