import { expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { presentVerdict, verdictTone } from '../../../src/core/reply/present-verdict.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aClaim } from '../../support/claims.ts';

const { verification } = aClaim();
const withStatus = (status: Claim['verification']['status']) =>
  aClaim({ verification: { ...verification, status } });

test.each<[string, Claim, string, string]>([
  ['that holds', aClaim(), '2027-05-21', 'true'],
  ['that is due', aClaim(), '2027-05-22', 'true'],
  ['that has expired', aClaim(), '2029-01-01', 'neutral'],
  ['that is disputed', withStatus('disputed'), '2026-12-01', 'neutral'],
  ['that is under way', withStatus('draft'), '2026-12-01', 'neutral'],
])('the reply about a check %s is coloured only while its verdict stands', (...given) => {
  const [, claim, today, tone] = given;
  expect(verdictTone(claim, today)).toBe(tone);
});

test('of a quotation it is told whether it was said, where that is the question', () => {
  const told = (kind: Claim['kind'], verdict: Claim['verdict']) =>
    presentVerdict(aClaim({ kind, verdict }), '2026-12-01', textsFor('en'));
  expect(told('quotation', 'true')).not.toBe(told('fact', 'true'));
  expect(told('quotation', 'false')).not.toBe(told('fact', 'false'));
  expect(told('quotation', 'satire')).toBe(told('fact', 'satire'));
});
