import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimDigest } from '../../../src/core/claims/claim-digest.ts';
import { digestAt, textHashesAt } from '../../../src/core/claims/claim-list.ts';
import { answersTo, isNearMiss, wordingKey } from '../../../src/core/claims/claim-texts.ts';
import {
  earlierPlaceIn,
  recogniseClaims,
  renewClaims,
} from '../../../src/core/claims/renewed-claims.ts';
import { hashesOfTexts } from '../../../src/core/claims/text-keys.ts';
import { aClaim } from '../../support/claims.ts';

const claimOf = (number: number, text: string) =>
  aClaim({ id: `claim-${number}`, claim: text, wordings: [`${text} So they say`], nearMisses: [] });
const earlier = Array.from({ length: 6 }, (_, number) => claimOf(number, `Claim ${number}.`));
const others = Array.from({ length: 3 }, (_, number) => claimOf(10 + number, `Other ${number}.`));
const texts = ['claim 3', 'OTHER 1!', 'Claim 5 so they say', 'none', 'other 2 so they say'];

const anyEntries = fc.uniqueArray(fc.nat(8)).map((chosen) =>
  chosen.map((number) => {
    const other = others[number - earlier.length];
    return other ?? number;
  }),
);

test('renewed claims are the claims, the earlier by their places, with all that is known beside them', () => {
  fc.assert(
    fc.property(anyEntries, fc.array(fc.constantFrom(...texts)), (entries, asked) => {
      const claims = entries.flatMap((entry) =>
        typeof entry === 'number' ? (earlier[entry] ?? []) : entry,
      );
      const list = renewClaims(earlier, entries);
      expect([...list]).toEqual(claims);
      expect([list.at(-1), list.at(claims.length)]).toEqual([undefined, undefined]);
      for (const [place, claim] of claims.entries()) {
        expect(list.at(place)).toBe(claim);
        expect([list.ids.at(place), list.ids.find(claim.id)]).toEqual([claim.id, place]);
        expect(digestAt(list, place)).toBe(claimDigest(claim));
        expect([...Array.from(textHashesAt(list, place))]).toEqual(hashesOfTexts(claim));
        const entry = entries[place];
        expect(earlierPlaceIn(list, place)).toBe(typeof entry === 'number' ? entry : undefined);
      }
      expect(list.ids.find('another')).toBe(-1);
      const holding = [...claims.keys()].filter((place) =>
        asked.some((text) => {
          const claim = claims[place];
          return claim && (answersTo(text, claim) || isNearMiss(text, claim));
        }),
      );
      expect(list.mayHold(new Set(asked.map(wordingKey)))).toEqual(holding);
    }),
  );
});

test('claims that were made anew count as the earlier ones that they equal, wherever those stood', () => {
  const same = structuredClone(earlier[4]) ?? aClaim();
  const other = { ...structuredClone(earlier[1] ?? aClaim()), summary: 'It is another by now.' };
  const list = recogniseClaims(earlier, [same, other, ...others]);
  expect([...list]).toEqual([same, other, ...others]);
  expect([...list].map((_, place) => earlierPlaceIn(list, place))).toEqual([
    4,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(earlierPlaceIn([same], 0)).toBeUndefined();
});
