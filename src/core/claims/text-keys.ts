import { growingArray } from '../../packed/growing-array.ts';
import { hashOf } from '../../packed/packed-strings.ts';
import type { Claim } from './claim.ts';
import { wordingKey } from './claim-texts.ts';

/**
 * What claims answer to and must not answer to, as numbers, so that the few that may hold a text are found without making the others.
 * A linear look at all of them takes a millisecond for a million.
 */
export type PackedTextKeys = {
  /** Those from `starts[i]` to `starts[i + 1]` are of the claim at place `i`. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** Of the keys of its texts; two texts may have the same by chance. */
  readonly hashes: Uint32Array<ArrayBuffer>;
};

/** Text keys that hold those of a claim, and its place in them. */
export interface KnownTextKeys {
  readonly textKeys: PackedTextKeys;
  readonly place: number;
}

/** @param known where those of the claim at a place are, where they have been made */
export function packTextKeys(
  claims: { readonly length: number; at(place: number): Claim | undefined },
  known: (place: number) => KnownTextKeys | undefined,
): PackedTextKeys {
  const starts = new Uint32Array(claims.length + 1);
  const hashes = growingArray(claims.length);
  for (let place = 0; place < claims.length; place += 1) {
    const row = known(place);
    const claim = row ? undefined : claims.at(place);
    if (row) {
      const end = row.textKeys.starts[row.place + 1] ?? 0;
      for (let at = row.textKeys.starts[row.place] ?? 0; at < end; at += 1) {
        hashes.push(row.textKeys.hashes[at] ?? 0);
      }
    } else if (claim) for (const hash of hashesOfTexts(claim)) hashes.push(hash);
    starts[place + 1] = hashes.length();
  }
  return { starts, hashes: hashes.finish() };
}

export function textKeysAt({ starts, hashes }: PackedTextKeys, place: number): Uint32Array {
  return hashes.subarray(starts[place], starts[place + 1]);
}

/** The places, from `from` up to `to`, of the claims that may hold a text of one of these keys. */
export function placesOfKeys(
  { starts, hashes }: PackedTextKeys,
  keys: Iterable<string>,
  [from, to]: readonly [number, number],
): readonly number[] {
  const wanted = new Set(Array.from(keys, hashOf));
  const found: number[] = [];
  let place = from;
  const end = starts[to] ?? 0;
  for (let at = starts[from] ?? 0; at < end; at += 1) {
    if (!wanted.has(hashes[at] as number)) continue;
    while ((starts[place + 1] as number) <= at) place += 1;
    if (found.at(-1) !== place) found.push(place);
  }
  return found;
}

type TextsOfClaim = Pick<Claim, 'claim' | 'wordings' | 'nearMisses'>;

/** Of the keys of its texts, its own first. */
export function hashesOfTexts(claim: TextsOfClaim): readonly number[] {
  return hashTexts(textsOf(claim));
}

export function hashTexts(texts: readonly string[]): readonly number[] {
  return texts.map((text) => hashOf(wordingKey(text)));
}

/** All that a claim answers to, and all that it must not answer to. */
export function textsOf({ claim, wordings, nearMisses }: TextsOfClaim): readonly string[] {
  return [claim, ...wordings, ...nearMisses];
}
