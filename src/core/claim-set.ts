import type { CreateMatcher, Match, Statement } from '../matching/matcher.ts';
import type { Claim, ClaimRef, Verdict } from './claim.ts';
import type { Lookup } from './lookup.ts';
import type { Pack } from './pack.ts';

export interface ClaimQuery {
  readonly words: string;
  readonly verdict?: Verdict;
  readonly topic?: string;
}

/** One whole set of claims with its index. Immutable: a reload makes another one. */
export interface ClaimSet {
  readonly packs: readonly Pack[];
  readonly claims: readonly Claim[];
  /** Topics in use, sorted. */
  readonly topics: readonly string[];
  readonly fingerprint: string;
  /** Finds the claim for a text, or for an id: `pack/id`, or `id` alone where only one pack has it. */
  lookup(text: string): Lookup;
  /** All claims for the words, best first; without words all of them, in pack order. */
  search(query: ClaimQuery): readonly Claim[];
}

export function createClaimSet(
  { packs, fingerprint }: { packs: readonly Pack[]; fingerprint: string },
  createMatcher: CreateMatcher,
): ClaimSet {
  const claims = packs.flatMap((pack) => pack.claims);
  const byRef = new Map<string, Claim>(claims.map((claim) => [claim.ref, claim]));
  const byId = Map.groupBy(claims, (claim) => claim.id);
  const matcher = createMatcher(claims.map(claimToStatement));

  const claimsOf = (ids: readonly { readonly id: string }[]): readonly Claim[] =>
    ids.flatMap(({ id }) => byRef.get(id) ?? []);

  function byName(text: string): Claim | undefined {
    const name = text.trim().toLowerCase();
    const sameId = byId.get(name) ?? [];
    return byRef.get(name) ?? (sameId.length === 1 ? sameId[0] : undefined);
  }

  return {
    packs,
    claims,
    topics: [...new Set(claims.flatMap((claim) => claim.topics))].sort(),
    fingerprint,
    lookup(text) {
      const named = byName(text);
      if (named)
        return {
          outcome: 'match',
          claim: named,
          confidence: 1,
          differences: [],
          evidence: asNamed,
        };
      const match = matcher.match(text);
      return matchToLookup(match, claimsOf(match.ranking));
    },
    search({ words, verdict, topic }) {
      const found = words.trim() ? claimsOf(matcher.search(words, claims.length)) : claims;
      return found.filter(
        (claim) =>
          (verdict === undefined ||
            (claim.verdict === verdict && claim.verification.status !== 'draft')) &&
          (topic === undefined || claim.topics.includes(topic)),
      );
    },
  };
}

const asNamed = { words: [], wording: undefined, numbers: [], names: [] };

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
  return { outcome: 'match', claim: best, confidence, differences, evidence };
}

function claimToStatement(claim: Claim): Statement & { readonly id: ClaimRef } {
  return {
    id: claim.ref,
    text: claim.claim,
    wordings: claim.wordings,
    topics: claim.topics,
    urls: claim.sources.flatMap((source) => source.url ?? []),
    ...(claim.claimant !== null && { claimant: claim.claimant }),
  };
}
