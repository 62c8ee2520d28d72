import { expect, test } from 'vitest';
import { hasVerdict, verificationStates } from '../../../src/core/claims/verification.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

test('a verdict is told of every check but one under way and one withdrawn', () => {
  expect(verificationStates.filter(hasVerdict)).toEqual(['verified', 'due', 'expired', 'disputed']);
});

test('searching by verdict tells none of a check that has none to tell', async () => {
  const { verification } = aClaim();
  const claims = (['verified', 'disputed', 'draft', 'retracted'] as const).map((status) =>
    aClaim({ id: status, wordings: [], verification: { ...verification, status } }),
  );
  const { library } = await createTestBot({ packs: [rivertonPack(claims)] });
  const found = library.current.search({ words: 'bridge', verdict: 'true' });
  expect(found.map(({ id }) => id).toSorted()).toEqual(['disputed', 'verified']);
});
