import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClaimList, claimsOnDemand, idsOf } from '../../../src/core/claims/claim-list.ts';
import { wordingKey } from '../../../src/core/claims/claim-texts.ts';
import { claimsHolding } from '../../../src/core/claims/claims-holding.ts';
import { type ClaimEdits, layOver, replacedClaims } from '../../../src/core/claims/laid-claims.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const read = Array.from({ length: 8 }, (_, place) =>
  aClaim({ id: `claim-${place}`, claim: `Claim ${place % 3}.`, wordings: [], nearMisses: [] }),
);
const texts = [
  'claim 0',
  'CLAIM 2!',
  'Riverton’s harbour bridge opened in 1932',
  'Round 1',
  'none',
];

function placesHolding(keys: ReadonlySet<string>): readonly number[] {
  return [...read.keys()].filter((place) => keys.has(wordingKey(read[place]?.claim ?? '')));
}

function onDemand(made: (place: number) => void = () => {}): ClaimList {
  const make = (place: number) => {
    made(place);
    return read[place];
  };
  return claimsOnDemand(read.length, make, { ids: idsOf(read), mayHold: placesHolding });
}

interface EditPlan {
  readonly changed: readonly number[];
  readonly leftOut: readonly number[];
  readonly isAdded: boolean;
}

const plan: fc.Arbitrary<EditPlan> = fc.record({
  changed: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
  leftOut: fc.uniqueArray(fc.nat(9), { maxLength: 2 }),
  isAdded: fc.boolean(),
});

function editsOf(
  { changed, leftOut, isAdded }: EditPlan,
  claims: ClaimList,
  round: number,
): ClaimEdits {
  const wordings = [`Round ${round}.`];
  const edited = changed.flatMap((place) => {
    const claim = claims.at(place);
    return claim ? [[place, { ...claim, wordings }] as const] : [];
  });
  return {
    changed: new Map(edited),
    leftOut: new Set(leftOut.filter((place) => place < claims.length)),
    added: isAdded ? [aClaim({ id: `added-${round}` })] : [],
  };
}

function holding(claims: ClaimList, text: string): readonly string[] {
  const packs = [{ ...rivertonPack([]), claims }];
  return claimsHolding(packs, [text]).map(({ id }) => id);
}

test('what is laid over claims on demand, again and again, gives what it gives over claims as they are', () => {
  fc.assert(
    fc.property(fc.array(plan, { maxLength: 4 }), (plans) => {
      let laid = onDemand();
      let expected: ClaimList = read;
      for (const [round, one] of plans.entries()) {
        laid = layOver(laid, editsOf(one, laid, round));
        expected = layOver(expected, editsOf(one, expected, round));
      }
      expect([...laid]).toEqual([...expected]);
      expect(laid).toHaveLength(expected.length);
      for (const [place, { id }] of [...expected].entries()) {
        expect(laid.at(place)?.id).toBe(id);
        expect(idsOf(laid).at(place)).toBe(id);
        expect(idsOf(laid).find(id)).toBe(place);
      }
      for (const { id } of read) expect(idsOf(laid).find(id)).toBe(idsOf(expected).find(id));
      expect([laid.at(-1), laid.at(laid.length)]).toEqual([undefined, undefined]);
      for (const text of texts) expect(holding(laid, text)).toEqual(holding(expected, text));
    }),
  );
});

test('a change makes no claim but its own, and tells which it was', () => {
  const made: number[] = [];
  const before = onDemand((place) => made.push(place));
  const changed = aClaim({ id: 'claim-3', summary: 'Another.' });
  const one = { changed: new Map([[3, changed]]), leftOut: new Set<number>(), added: [] };
  const after = layOver(before, one);
  const again = layOver(after, { ...one, changed: new Map([[5, changed]]) });
  expect(made).toEqual([]);
  expect([...(replacedClaims(before, after) ?? [])]).toEqual([
    [3, { before: read[3], after: changed }],
  ]);
  expect([...(replacedClaims(after, again)?.keys() ?? [])]).toEqual([5]);
  expect([...(replacedClaims(again, again) ?? [])]).toEqual([]);
  expect(new Set(made)).toEqual(new Set([3, 5]));
});

test('claims that were left out or added are more than a change of some', () => {
  const before = onDemand();
  const [none, added] = [new Set<number>(), aClaim({ id: 'added' })];
  const fewer = layOver(before, { changed: new Map(), leftOut: new Set([1]), added: [added] });
  expect(fewer).toHaveLength(before.length);
  expect(replacedClaims(before, fewer)).toBeUndefined();
  expect(replacedClaims(before, onDemand())).toBeUndefined();
  expect(replacedClaims(read, read.slice(1))).toBeUndefined();
  const same = layOver(read, { changed: new Map(), leftOut: none, added: [] });
  expect([...(replacedClaims(read, same) ?? [[0, undefined]])]).toEqual([]);
});
