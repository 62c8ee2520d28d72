import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/core/claims/claim.ts';
import type { Pack } from '../../src/core/claims/pack.ts';
import { type Load, prepareLoad } from '../../src/loading/load.ts';
import { readTrainingPacks } from '../../src/measuring/training-packs.ts';
import { aClaim } from '../support/claims.ts';
import { countCalls } from '../support/count-calls.ts';
import { rivertonPack } from '../support/test-bot.ts';

/** Of many authors and languages. */
const claims = readTrainingPacks('learn')
  .flatMap(({ id, statements }) =>
    statements.map(({ text, wordings = [] }, at) =>
      aClaim({ id: `${id}-${at}`, claim: text, wordings: [...wordings] }),
    ),
  )
  .filter((_, at) => at % 5 === 0);

function load(packs: readonly Pack[], before?: Load): Load {
  return prepareLoad({ ok: true, packs, fingerprint: '' }, before);
}

function packOf(name: string, members: readonly Claim[], file?: string): Pack {
  return { ...rivertonPack(members), name, ...(file !== undefined && { file }) };
}

const other = aClaim({
  id: 'other',
  claim: 'El puente del puerto se abrió en 1.932, says Qwertz.',
  wordings: ['the bridge is old', 'puentes viejos'],
});

test('what is made of claims that have changed here and there is what is made of them anew', () => {
  const anyClaims = fc.subarray([...claims.slice(0, 60), other], { minLength: 1 });
  const anyPacks = fc
    .tuple(anyClaims, anyClaims, fc.boolean())
    .map(([one, two, isImported]) => [
      packOf('one', one),
      packOf('two', two, isImported ? 'claims.csv' : undefined),
    ]);
  fc.assert(
    fc.property(anyPacks, anyPacks, (before, after) => {
      expect(load(after, load(before))).toEqual(load(after));
    }),
    { numRuns: 10 },
  );
});

test('of many claims one that was changed is taken apart into words, and no other', () => {
  const changed = (count: number) => ({
    before: load([packOf('one', claims.slice(0, count))]),
    after: [packOf('one', [other, ...claims.slice(1, count)])],
  });
  const cases = [100, 400].map(changed);
  // Every wording of a claim is read there, and nothing else.
  const ofWordings = '/src/matching/text/message.ts';
  const [few = 0, many = 0] = countCalls(ofWordings, cases, ({ before, after }) => {
    load(after, before);
  });
  const [anew = 0] = countCalls(ofWordings, cases.slice(1), ({ after }) => {
    load(after);
  });
  expect(few).toBeGreaterThan(0);
  expect(many).toBe(few);
  expect(many).toBeLessThan(anew / 50);
});
