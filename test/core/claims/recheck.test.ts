import { expect, test } from 'vitest';
import { type ClaimFile, claimKinds } from '../../../src/core/claims/claim.ts';
import { fileToClaim } from '../../../src/core/claims/file-to-claim.ts';
import type { RecheckDays } from '../../../src/core/claims/recheck.ts';
import { verificationOn } from '../../../src/core/claims/verification.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const on = '2026-11-22';

/** A claim file whose check of that day says nothing of the next one, unless the test does. */
function fileOf(changes: Partial<ClaimFile>, recheckDueOn?: string | null): ClaimFile {
  const { ref: _, language: __, ...file } = aClaim();
  const { recheckDueOn: ___, ...verification } = file.verification;
  return {
    ...file,
    ...changes,
    verification: { ...verification, on, ...(recheckDueOn !== undefined && { recheckDueOn }) },
  };
}

function dueOn(file: ClaimFile, recheckAfterDays?: RecheckDays): string | null {
  const pack = { ...rivertonPack([]), ...(recheckAfterDays && { recheckAfterDays }) };
  return fileToClaim(file, pack).verification.recheckDueOn;
}

test('a running count is due first, then a label, then a fact, and what somebody said last', () => {
  const [count, label, fact, quotation] = [
    dueOn(fileOf({ kind: 'fact', runningCount: true })) ?? '',
    dueOn(fileOf({ kind: 'characterisation' })) ?? '',
    dueOn(fileOf({ kind: 'fact' })) ?? '',
    dueOn(fileOf({ kind: 'quotation' })) ?? '',
  ];
  expect([quotation, fact, label, count].toSorted()).toEqual([count, label, fact, quotation]);
  expect(new Set([count, label, fact, quotation]).size).toBe(4);
});

test.each(claimKinds)('a pack says otherwise of each %s, and a claim of itself', (kind) => {
  expect(dueOn(fileOf({ kind }), { [kind]: 10 })).toBe('2026-12-02');
  expect(dueOn(fileOf({ kind, runningCount: true }), { runningCount: 1 })).toBe('2026-11-23');
  expect(dueOn(fileOf({ kind }, '2030-01-01'), { [kind]: 10 })).toBe('2030-01-01');
  expect(dueOn(fileOf({ kind }, null), { [kind]: 10 })).toBeNull();
});

test('what follows from the kind counts like a day that is written: due, then expired', () => {
  const claim = fileToClaim(fileOf({ runningCount: true }), rivertonPack([]));
  expect(verificationOn(claim, '2027-02-19')).toBe('verified');
  expect(verificationOn(claim, '2027-02-20')).toBe('due');
  expect(verificationOn(claim, '2027-05-22')).toBe('expired');
});
