import { type Earlier, eachRun } from '../../packed/earlier.ts';
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

/** @param earlier text keys that hold those of some of the claims */
export function packTextKeys(
  claims: { readonly length: number; at(place: number): Claim | undefined },
  earlier?: Earlier<PackedTextKeys>,
): PackedTextKeys {
  const starts = new Uint32Array(claims.length + 1);
  const hashes = growingArray(claims.length);
  eachRun(claims.length, (place) => earlier?.placeOf(place), {
    takeOver(before, count, place) {
      const known = earlier?.made;
      if (!known) return;
      const start = known.starts[before] as number;
      const by = hashes.length() - start;
      for (let nth = 1; nth <= count; nth += 1) {
        starts[place + nth] = (known.starts[before + nth] as number) + by;
      }
      const end = known.starts[before + count] as number;
      hashes.extend(end - start).set(known.hashes.subarray(start, end));
    },
    make(place) {
      const claim = claims.at(place);
      if (claim) for (const hash of hashesOfTexts(claim)) hashes.push(hash);
      starts[place + 1] = hashes.length();
    },
  });
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
