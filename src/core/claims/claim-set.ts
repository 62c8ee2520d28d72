import type { CreateMatcher, Match, MatchOptions, Strictness } from '../../matching/matcher.ts';
import { withoutCounting } from '../texts/enumeration.ts';
import type { Claim, ClaimRef } from './claim.ts';
import { type Claims, joinClaims } from './claim-list.ts';
import { type ClaimLists, type OpenLists, openClaimLists } from './claim-lists.ts';
import { type ClaimFilter, type ClaimShelf, openShelf } from './claim-shelf.ts';
import type { PreparedShelves } from './claim-tables.ts';
import { answersTo, saysNearMiss } from './claim-texts.ts';
import { joinMatches } from './join-matches.ts';
import type { Lookup } from './lookup.ts';
import type { Pack } from './pack.ts';
import { shelve } from './shelves.ts';
import type { Subject } from './subjects.ts';
import { hasVerdict } from './verification.ts';

export interface LookupOptions extends ClaimFilter {
  readonly strictness?: Strictness;
}

/** One whole set of claims with its index. Immutable: a reload makes another one. */
export interface ClaimSet extends ClaimLists {
  readonly packs: readonly Pack[];
  readonly claims: Claims;
  find(ref: ClaimRef): Claim | undefined;
  /** Whether it would be found. */
  has(ref: ClaimRef): boolean;
  readonly fingerprint: string;
  /** Finds the claim for a text, or for an id: `pack/id`, or `id` alone where only one pack has it. */
  lookup(text: string, options?: LookupOptions): Lookup;
  /** Whether the claim's pack says of the text that it is something else; in other little words, too. */
  isNearMiss(text: string, claim: Claim): boolean;
  /** What is on record about a text that is a name or topic and nothing else. */
  subject(text: string, filter?: ClaimFilter): Subject | undefined;
  /** The claims with a verdict that rest on a page which the text links to, in the order of their shelves and packs. */
  citing(text: string, filter?: ClaimFilter): readonly Claim[];
  /** What is left of it for whoever answers from these packs alone: nothing of the others is found or named. Null for all. */
  only(packs: readonly string[] | null): ClaimSet;
}

/** A set of all packs. */
export interface WholeClaimSet extends ClaimSet {
  /** What it was made of, where that was prepared. */
  readonly prepared: PreparedShelves | undefined;
  /** Equal for equal claims; undefined where the set has none of that name. */
  digestOf(ref: ClaimRef): bigint | undefined;
}

export function createClaimSet(
  {
    packs,
    fingerprint,
    prepared,
  }: {
    readonly packs: readonly Pack[];
    readonly fingerprint: string;
    readonly prepared?: PreparedShelves | undefined;
  },
  createMatcher: CreateMatcher,
): WholeClaimSet {
  const claims = joinClaims(packs.map((pack) => pack.claims));
  const shelves = shelve(packs).map((shelf, place) =>
    openShelf(shelf, prepared?.[place], createMatcher),
  );
  const openLists = openClaimLists(shelves);
  const shelvesFor = (filter: ClaimFilter): readonly ClaimShelf[] =>
    shelves.filter((shelf) => shelf.packs.some(({ name }) => filter.packs?.includes(name) ?? true));

  function find(ref: string): Claim | undefined {
    for (const shelf of shelves) {
      const claim = shelf.find(ref);
      if (claim) return claim;
    }
    return undefined;
  }

  function byName(text: string): Claim | undefined {
    const name = text.trim().toLowerCase();
    const [first, ...others] = shelves.flatMap((shelf) => shelf.named(name));
    return first !== undefined && others.length === 0 ? first : find(name);
  }

  function sayTheSame(one: string, other: string): boolean {
    const [claim, second] = [find(one), find(other)];
    return claim !== undefined && second !== undefined && answersTo(second.claim, claim);
  }

  const isNearMiss: ClaimSet['isNearMiss'] = (text, claim) =>
    shelves.some(({ matcher }) => saysNearMiss(text, claim, matcher.haveSameWords));

  /**
   * Claims of which the text is a near miss come in no answer: where there is none without them, they are named as near. Of several
   * that may be meant it is the one that has the text word for word.
   */
  function lookUpWords(
    text: string,
    among: readonly ClaimShelf[],
    strictness: Strictness,
    exclude: Excluded,
    passedOver: readonly Claim[] = [],
  ): Lookup {
    const [first, ...others] = among.map(({ matcher }) =>
      matcher.match(text, { strictness, ...(exclude && { exclude }) }),
    );
    if (!first) return { outcome: 'none', nearest: [], reason: 'no-record' };
    const match = joinMatches([first, ...others], sayTheSame);
    const ranked = match.ranking.flatMap(({ id }) => find(id) ?? []);
    const lookup = matchToLookup(match, ranked);
    const found = foundIn(lookup);
    const wordForWord = found.filter((claim) => answersTo(text, claim));
    if (wordForWord.length === 1 && found.length > 1) {
      const others = found.filter((claim) => !wordForWord.includes(claim));
      return lookUpWords(text, among, strictness, without(others, exclude), passedOver);
    }
    const nearMissed = found.filter((claim) => isNearMiss(text, claim));
    if (nearMissed.length === 0) return withNearest(lookup, passedOver);
    // What comes after them may hold the text, too.
    return lookUpWords(text, among, strictness, without(nearMissed, exclude), [
      ...passedOver,
      ...nearMissed,
    ]);
  }

  const set: WholeClaimSet = {
    ...openLists(null),
    packs,
    prepared,
    claims,
    fingerprint,
    find,
    has: (ref) => shelves.some((shelf) => shelf.has(ref)),
    isNearMiss,
    digestOf: (ref) =>
      shelves.map((shelf) => shelf.digestOf(ref)).find((digest) => digest !== undefined),
    lookup(text, { strictness = 'balanced', ...filter } = {}) {
      const named = byName(text);
      if (named && passes(named, filter)) return { ...foundById, claim: named };
      const among = shelvesFor(filter);
      const lookUp = (said: string): Lookup =>
        lookUpWords(said, among, strictness, excluded(among, filter));
      const lookup = lookUp(text);
      if (isIdIn(filter.packs ?? packs.map(({ name }) => name), text)) return asNear(lookup);
      const words = withoutCounting(text);
      // A claim may begin with a word that only counts elsewhere.
      if (words === text || isWhole(lookup)) return lookup;
      const uncounted = lookUp(words);
      return uncounted.outcome === 'none' ? lookup : uncounted;
    },
    subject(text, filter = {}) {
      const [first, ...others] = shelvesFor(filter).flatMap(
        (shelf) => shelf.subject(text, filter) ?? [],
      );
      return first && { ...first, refs: [first, ...others].flatMap(({ refs }) => refs) };
    },
    citing: (text, filter = {}) =>
      shelvesFor(filter)
        .flatMap(({ matcher }) => matcher.citing(text))
        .flatMap((id) => find(id) ?? [])
        .filter((claim) => hasVerdict(claim.verification.status) && passes(claim, filter)),
    only: (names) => (names === null ? set : onlyPacks(set, names, openLists)),
  };
  return set;
}

function onlyPacks(set: ClaimSet, names: readonly string[], openLists: OpenLists): ClaimSet {
  const packs = set.packs.filter(({ name }) => names.includes(name));
  const lists = openLists(names);
  return {
    ...lists,
    packs,
    // Made when asked for: most questions go without.
    get claims() {
      return joinClaims(packs.map((pack) => pack.claims));
    },
    fingerprint: set.fingerprint,
    find(ref) {
      const claim = set.find(ref);
      return claim && passes(claim, { packs: names }) ? claim : undefined;
    },
    has: (ref) => isIn(names, ref) && set.has(ref),
    lookup: (text, options) => set.lookup(text, { ...options, packs: names }),
    isNearMiss: set.isNearMiss,
    subject: (text, filter) => set.subject(text, { ...filter, packs: names }),
    citing: (text, filter) => set.citing(text, { ...filter, packs: names }),
    only: (others) =>
      onlyPacks(
        set,
        others === null ? names : names.filter((name) => others.includes(name)),
        openLists,
      ),
  };
}

function passes(claim: Claim, { packs, topic }: ClaimFilter): boolean {
  return (
    (packs == null || isIn(packs, claim.ref)) &&
    (topic === undefined || claim.topics.includes(topic))
  );
}

function isIn(packs: readonly string[], ref: ClaimRef): boolean {
  return packs.some((pack) => ref.startsWith(`${pack}/`));
}

/** Whether a text is written as the id of a claim in one of the packs: `pack/claim`. */
function isIdIn(names: readonly string[], text: string): boolean {
  const [name, claim, ...more] = text.trim().toLowerCase().split('/');
  return more.length === 0 && names.includes(name ?? '') && /^[\w-]+$/.test(claim ?? '');
}

type Excluded = MatchOptions['exclude'];

/** The claims that a filter hides; undefined when it hides none, which is the usual case. */
function excluded(shelves: readonly ClaimShelf[], filter: ClaimFilter): Excluded {
  if (filter.packs == null && filter.topic === undefined) return undefined;
  const admit = shelves.map((shelf) => shelf.admits(filter));
  return { has: (ref) => !admit.some((admits) => admits(ref)) };
}

function without(claims: readonly Claim[], exclude: Excluded): Excluded {
  const refs = new Set<string>(claims.map(({ ref }) => ref));
  return { has: (ref) => refs.has(ref) || (exclude?.has(ref) ?? false) };
}

/** Whether a claim was found that says just what the text does. */
function isWhole(lookup: Lookup): boolean {
  return lookup.outcome === 'match' && lookup.differences.length === 0;
}

/** The claims that an answer would show as what the text says. */
function foundIn(lookup: Lookup): readonly Claim[] {
  switch (lookup.outcome) {
    case 'match':
      return [lookup.claim];
    case 'ambiguous':
      return lookup.claims;
    case 'none':
      return [];
  }
}

function withNearest(lookup: Lookup, nearest: readonly Claim[]): Lookup {
  if (lookup.outcome !== 'none' || nearest.length === 0) return lookup;
  return { ...lookup, nearest: [...nearest, ...lookup.nearest].slice(0, mostNamed) };
}

/** What an id stood for may be gone, and what its words come to is no answer to it. */
function asNear(lookup: Lookup): Lookup {
  if (lookup.outcome === 'none') return lookup;
  const nearest = foundIn(lookup).slice(0, mostNamed);
  return { outcome: 'none', nearest, reason: 'no-record' };
}

const foundById = {
  outcome: 'match',
  confidence: 1,
  differences: [],
  evidence: { words: [], wording: undefined, numbers: [], names: [] },
  byId: true,
} as const;

/** How many claims are named where none is answered. */
const mostNamed = 3;

function matchToLookup(match: Match, ranked: readonly Claim[]): Lookup {
  const [best] = ranked;
  const near = ranked.slice(0, Math.min(match.near, mostNamed));
  if (match.outcome === 'none' || !best) {
    return {
      outcome: 'none',
      nearest: near,
      reason: match.nothingToCheck ? 'nothing-to-check' : 'no-record',
    };
  }
  if (match.outcome === 'ambiguous') return { outcome: 'ambiguous', claims: near };
  const { confidence, differences, evidence } = match;
  return { outcome: 'match', claim: best, confidence, differences, evidence, byId: false };
}
