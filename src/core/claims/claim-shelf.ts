import type { CreateMatcher, Matcher } from '../../matching/matcher.ts';
import { openPlaces } from '../../packed/packed-places.ts';
import type { Claim, ClaimRef } from './claim.ts';
import { type Claims, idsOf, joinClaims } from './claim-list.ts';
import { type ClaimTables, type PreparedLookups, packClaimTables } from './claim-tables.ts';
import { claimToStatement } from './claim-to-statement.ts';
import type { Pack } from './pack.ts';
import { packsByPlace, startsOf } from './pack-starts.ts';
import { openSubjects, type Subjects } from './subjects.ts';

/** Packs that are looked up together, with all that their claims are looked up in. */
export interface ClaimShelf {
  readonly packs: readonly Pack[];
  /** In pack order. */
  readonly claims: Claims;
  readonly tables: ClaimTables;
  readonly subjects: Subjects;
  readonly matcher: Matcher;
  find(ref: string): Claim | undefined;
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
  const names = openNames(packs);
  return {
    packs,
    claims,
    tables,
    subjects: openSubjects(tables.subjects, claims),
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
    refAt(place: number): ClaimRef | undefined {
      const pack = opened[packAt[place] ?? -1];
      return pack && `${pack.name}/${pack.ids.at(place - pack.start)}`;
    },
  };
}
