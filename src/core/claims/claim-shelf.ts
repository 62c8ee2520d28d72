import type { CreateMatcher, Matcher } from '../../matching/matcher.ts';
import { openPlaces } from '../../packed/packed-places.ts';
import type { Claim } from './claim.ts';
import { type ClaimTables, type PreparedLookups, packClaimTables } from './claim-tables.ts';
import { claimToStatement } from './claim-to-statement.ts';
import type { Pack } from './pack.ts';
import { openSubjects, type Subjects } from './subjects.ts';

/** Packs that are looked up together, with all that their claims are looked up in. */
export interface ClaimShelf {
  readonly packs: readonly Pack[];
  /** In pack order. */
  readonly claims: readonly Claim[];
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
  const claims = packs.flatMap((pack) => pack.claims);
  const tables = prepared?.tables ?? packClaimTables(packs);
  const ids = openPlaces(tables.ids);
  const placeOf = (ref: string): number => {
    const places = ids.at(ids.find(ref.slice(ref.indexOf('/') + 1)));
    return places.find((place) => claims[place]?.ref === ref) ?? -1;
  };
  return {
    packs,
    claims,
    tables,
    subjects: openSubjects(tables.subjects, claims),
    matcher: createMatcher(
      prepared
        ? {
            ids: claims.map(({ ref }) => ref),
            at: (place) => claims[place] && claimToStatement(claims[place]),
            store: prepared.store,
          }
        : claims.map(claimToStatement),
    ),
    find: (ref) => claims[placeOf(ref)],
    named: (id) => [...ids.at(ids.find(id))].flatMap((place) => claims[place] ?? []),
    digestOf: (ref) => tables.digests[placeOf(ref)],
  };
}
