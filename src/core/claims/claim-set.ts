import type { CreateMatcher, Match, Statement, Strictness } from '../../matching/matcher.ts';
import type { Claim, ClaimRef, Verdict } from './claim.ts';
import type { Lookup } from './lookup.ts';
import type { Pack } from './pack.ts';
import { createSubjects, type Subject } from './subjects.ts';
import { hasVerdict } from './verification.ts';

/** Which claims may be found. */
export interface ClaimFilter {
  /** Names of packs; null for all. */
  readonly packs?: readonly string[] | null;
  readonly topic?: string | undefined;
}

export interface ClaimQuery extends ClaimFilter {
  readonly words: string;
  readonly verdict?: Verdict | undefined;
}

export interface LookupOptions extends ClaimFilter {
  readonly strictness?: Strictness;
}

/** One whole set of claims with its index. Immutable: a reload makes another one. */
export interface ClaimSet {
  readonly packs: readonly Pack[];
  readonly claims: readonly Claim[];
  /** Topics in use, sorted. */
  readonly topics: readonly string[];
  find(ref: ClaimRef): Claim | undefined;
  readonly fingerprint: string;
  /** Finds the claim for a text, or for an id: `pack/id`, or `id` alone where only one pack has it. */
  lookup(text: string, options?: LookupOptions): Lookup;
  /** What is on record about a text that is a name or topic and nothing else. */
  subject(text: string, filter?: ClaimFilter): Subject | undefined;
  /** The claims with a verdict that rest on a page which the text links to, in pack order. */
  citing(text: string, filter?: ClaimFilter): readonly Claim[];
  /** All claims for the words, best first; without words all of them, in pack order. */
  search(query: ClaimQuery): readonly Claim[];
  /** What is left of it for whoever answers from these packs alone: nothing of the others is found or named. Null for all. */
  only(packs: readonly string[] | null): ClaimSet;
}

export function createClaimSet(
  { packs, fingerprint }: { packs: readonly Pack[]; fingerprint: string },
  createMatcher: CreateMatcher,
): ClaimSet {
  const claims = packs.flatMap((pack) => pack.claims);
  const byRef = new Map<string, Claim>(claims.map((claim) => [claim.ref, claim]));
  const byId = Map.groupBy(claims, (claim) => claim.id);
  const matcher = createMatcher(claims.map(claimToStatement));
  const subjects = createSubjects(packs);

  const claimsOf = (ids: readonly { readonly id: string }[]): readonly Claim[] =>
    ids.flatMap(({ id }) => byRef.get(id) ?? []);

  function byName(text: string): Claim | undefined {
    const name = text.trim().toLowerCase();
    const sameId = byId.get(name) ?? [];
    return byRef.get(name) ?? (sameId.length === 1 ? sameId[0] : undefined);
  }

  const set: ClaimSet = {
    packs,
    claims,
    topics: topicsOf(claims),
    fingerprint,
    find: (ref) => byRef.get(ref),
    lookup(text, { strictness = 'balanced', ...filter } = {}) {
      const named = byName(text);
      if (named && passes(named, filter)) return { ...foundById, claim: named };
      const exclude = excluded(claims, filter);
      const match = matcher.match(text, { strictness, ...(exclude && { exclude }) });
      return matchToLookup(match, claimsOf(match.ranking));
    },
    subject: (text, filter = {}) => subjects.find(text, (claim) => passes(claim, filter)),
    citing: (text, filter = {}) =>
      matcher
        .citing(text)
        .flatMap((id) => byRef.get(id) ?? [])
        .filter((claim) => hasVerdict(claim.verification.status) && passes(claim, filter)),
    search({ words, verdict, ...filter }) {
      const found = words.trim() ? claimsOf(matcher.search(words, claims.length)) : claims;
      return found.filter(
        (claim) =>
          (verdict === undefined ||
            (claim.verdict === verdict && hasVerdict(claim.verification.status))) &&
          passes(claim, filter),
      );
    },
    only: (names) => (names === null ? set : onlyPacks(set, names)),
  };
  return set;
}

function onlyPacks(set: ClaimSet, names: readonly string[]): ClaimSet {
  const packs = set.packs.filter(({ name }) => names.includes(name));
  const claims = packs.flatMap((pack) => pack.claims);
  return {
    packs,
    claims,
    topics: topicsOf(claims),
    fingerprint: set.fingerprint,
    find(ref) {
      const claim = set.find(ref);
      return claim && passes(claim, { packs: names }) ? claim : undefined;
    },
    lookup: (text, options) => set.lookup(text, { ...options, packs: names }),
    subject: (text, filter) => set.subject(text, { ...filter, packs: names }),
    citing: (text, filter) => set.citing(text, { ...filter, packs: names }),
    search: (query) => set.search({ ...query, packs: names }),
    only: (others) =>
      onlyPacks(set, others === null ? names : names.filter((name) => others.includes(name))),
  };
}

function topicsOf(claims: readonly Claim[]): readonly string[] {
  return [...new Set(claims.flatMap(({ topics }) => topics))].sort();
}

function passes(claim: Claim, { packs, topic }: ClaimFilter): boolean {
  return (
    (packs == null || packs.some((pack) => claim.ref.startsWith(`${pack}/`))) &&
    (topic === undefined || claim.topics.includes(topic))
  );
}

/** The claims that a filter hides; undefined when it hides none, which is the usual case. */
function excluded(claims: readonly Claim[], filter: ClaimFilter): ReadonlySet<string> | undefined {
  if (filter.packs == null && filter.topic === undefined) return undefined;
  return new Set(claims.filter((claim) => !passes(claim, filter)).map(({ ref }) => ref));
}

const foundById = {
  outcome: 'match',
  confidence: 1,
  differences: [],
  evidence: { words: [], wording: undefined, numbers: [], names: [] },
  byId: true,
} as const;

function matchToLookup(match: Match, ranked: readonly Claim[]): Lookup {
  const [best] = ranked;
  const near = ranked.slice(0, Math.min(match.near, 3));
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

/** What the matcher is to know of a claim. */
export function claimToStatement(claim: Claim): Statement & { readonly id: ClaimRef } {
  return {
    id: claim.ref,
    text: claim.claim,
    wordings: claim.wordings,
    topics: claim.topics,
    urls: claim.sources.flatMap((source) => source.url ?? []),
    ...(claim.claimant !== null && { claimant: claim.claimant }),
  };
}
