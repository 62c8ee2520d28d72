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

/** @param known that of the claim at a place, where it has been made */
export function packTextKeys(
  claims: { readonly length: number; at(place: number): Claim | undefined },
  known: (place: number) => ArrayLike<number> | undefined,
): PackedTextKeys {
  const starts = new Uint32Array(claims.length + 1);
  const all = Array.from({ length: claims.length }, (_, place) => {
    const hashes = known(place);
    if (hashes) return hashes;
    const claim = claims.at(place);
    return claim ? hashesOfTexts(claim) : [];
  });
  for (const [place, { length }] of all.entries()) {
    starts[place + 1] = (starts[place] as number) + length;
  }
  const hashes = new Uint32Array(starts[claims.length] as number);
  let at = 0;
  for (const some of all) {
    for (let number = 0; number < some.length; number += 1) {
      hashes[at] = some[number] as number;
      at += 1;
    }
  }
  return { starts, hashes };
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
