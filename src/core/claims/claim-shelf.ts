import type { CreateMatcher, Matcher } from '../../matching/matcher.ts';
import { isAmong } from '../../packed/is-among.ts';
import { openPlaces } from '../../packed/packed-places.ts';
import type { Claim, ClaimRef } from './claim.ts';
import { statusAt } from './claim-columns.ts';
import { type Claims, idsOf, joinClaims } from './claim-list.ts';
import { type ClaimTables, type PreparedLookups, packClaimTables } from './claim-tables.ts';
import { claimToStatement } from './claim-to-statement.ts';
import type { Pack } from './pack.ts';
import { packsByPlace, startsOf } from './pack-starts.ts';
import { openSubjects, type Subject } from './subjects.ts';
import { hasVerdict } from './verification.ts';

/** Which claims may be found. */
export interface ClaimFilter {
  /** Names of packs; null for all. */
  readonly packs?: readonly string[] | null;
  readonly topic?: string | undefined;
}

/** Packs that are looked up together, with all that their claims are looked up in. */
export interface ClaimShelf {
  readonly packs: readonly Pack[];
  /** In pack order. */
  readonly claims: Claims;
  readonly tables: ClaimTables;
  readonly matcher: Matcher;
  find(ref: string): Claim | undefined;
  has(ref: string): boolean;
  /** Tells by a name whether such a claim is here and passes a filter. */
  admits(filter: ClaimFilter): (ref: string) => boolean;
  /** What a text names and nothing else, with the claims about it that have a verdict and pass a filter. */
  subject(text: string, filter: ClaimFilter): Subject | undefined;
  /** The claims of that id, whichever packs they are in. */
  named(id: string): readonly Claim[];
  /** Equal for equal claims; undefined where none has that name. */
  digestOf(ref: string): bigint | undefined;
}

/** @param prepared what another thread made for these very packs */
export function openShelf(
  packs: readonly Pack[],
  prepared: PreparedLookups | undefined,
  createMatcher: CreateMatcher,
): ClaimShelf {
  const claims = joinClaims(packs.map((pack) => pack.claims));
  const tables = prepared?.tables ?? packClaimTables(packs);
  const ids = openPlaces(tables.ids);
  const topics = openPlaces(tables.topics);
  const subjects = openSubjects(tables.subjects);
  const names = openNames(packs);
  const passing = ({ packs: chosen, topic }: ClaimFilter): ((place: number) => boolean) => {
    const about = topic === undefined ? undefined : topics.at(topics.find(topic));
    return (place) =>
      (chosen?.includes(names.packAt(place)) ?? true) && (!about || isAmong(about, place));
  };
  return {
    packs,
    claims,
    tables,
    matcher: createMatcher(
      prepared
        ? {
            ids: { length: claims.length, at: names.refAt },
            at(place) {
              const claim = claims.at(place);
              return claim && claimToStatement(claim);
            },
            store: prepared.store,
          }
        : Array.from(claims, claimToStatement),
    ),
    find: (ref) => claims.at(names.placeOf(ref)),
    has: (ref) => names.placeOf(ref) >= 0,
    admits(filter) {
      const passes = passing(filter);
      return (ref) => {
        const place = names.placeOf(ref);
        return place >= 0 && passes(place);
      };
    },
    subject(text, filter) {
      const passes = passing(filter);
      const found = subjects.find(
        text,
        (place) => hasVerdict(statusAt(tables.columns, place)) && passes(place),
      );
      return (
        found && { words: found.words, refs: found.places.flatMap((at) => names.refAt(at) ?? []) }
      );
    },
    named: (id) => [...ids.at(ids.find(id))].flatMap((place) => claims.at(place) ?? []),
    digestOf: (ref) => tables.digests[names.placeOf(ref)],
  };
}

/** Where the claims of some packs stand by their names, and the other way round. */
function openNames(packs: readonly Pack[]) {
  const starts = startsOf(packs);
  const packAt = packsByPlace(starts);
  const opened = packs.map(({ name, claims }, number) => {
    return { name, start: starts[number] ?? 0, ids: idsOf(claims) };
  });
  const byName = new Map(opened.map((pack) => [pack.name, pack]));
  return {
    placeOf(ref: string): number {
      const slash = ref.indexOf('/');
      const pack = byName.get(ref.slice(0, Math.max(0, slash)));
      const place = pack?.ids.find(ref.slice(slash + 1)) ?? -1;
      return pack && place >= 0 ? pack.start + place : -1;
    },
    packAt: (place: number): string => opened[packAt[place] ?? -1]?.name ?? '',
    refAt(place: number): ClaimRef | undefined {
      const pack = opened[packAt[place] ?? -1];
      return pack && `${pack.name}/${pack.ids.at(place - pack.start)}`;
    },
  };
}
