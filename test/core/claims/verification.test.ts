import { expect, test } from 'vitest';
import {
  hasVerdict,
  verificationOn,
  verificationStates,
} from '../../../src/core/claims/verification.ts';
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
  expect(
    found
      .slice(0, 10)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['disputed', 'verified']);
});

test.each([
  ['2026-12-31', 'verified'],
  ['2027-01-01', 'due'],
  ['2027-01-31', 'due'],
  ['2027-02-01', 'expired'],
])('a check of December, due on New Year’s Day, is on %s %s', (today, state) => {
  const on = '2026-12-02';
  const verification = { ...aClaim().verification, on, recheckDueOn: '2027-01-01' };
  expect(verificationOn({ verification }, today)).toBe(state);
  const disputed = { ...verification, status: 'disputed' } as const;
  expect(verificationOn({ verification: disputed }, today)).toBe('disputed');
});

test('what the pack says about the last day counts, and what never changes is never due', () => {
  const { verification } = aClaim();
  const expiring = { ...verification, recheckDueOn: null, expiresOn: '2027-01-01' };
  expect(verificationOn({ verification: expiring }, '2027-01-01')).toBe('verified');
  expect(verificationOn({ verification: expiring }, '2027-01-02')).toBe('expired');
  const lasting = { ...verification, recheckDueOn: null };
  expect(verificationOn({ verification: lasting }, '2099-01-01')).toBe('verified');
});
