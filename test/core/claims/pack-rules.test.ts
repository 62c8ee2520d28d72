import { expect, test } from 'vitest';
import type { ClaimParts } from '../../../src/core/claims/claim-parts.ts';
import { fieldPathToText } from '../../../src/core/claims/field-mistake.ts';
import { claimMistakes } from '../../../src/core/claims/pack-rules.ts';
import { aClaim, aSource } from '../../support/claims.ts';

const today = '2026-12-01';
const { verification } = aClaim();

/** The fields in which a sound claim is mistaken once it is changed so. */
function mistakenIn(changes: Partial<ClaimParts>): readonly string[] {
  return claimMistakes({ ...aClaim(), ...changes }, today).map(({ path }) => fieldPathToText(path));
}
const checked = (changes: NonNullable<ClaimParts['verification']>) =>
  mistakenIn({ verification: { ...verification, ...changes } });
const citing = (...sources: NonNullable<ClaimParts['sources']>) => mistakenIn({ sources });
const entries = (...days: readonly string[]) => mistakenIn({ history: days.map((on) => ({ on })) });

test('days may be today’s, and dates known to the year or month this year’s or month’s', () => {
  expect(mistakenIn({ asOf: today })).toEqual([]);
  expect(mistakenIn({ asOf: '2026-12-02' })).toEqual(['asOf']);
  for (const published of ['2026', '2026-12', today, null, undefined])
    expect(citing({ published })).toEqual([]);
  for (const published of ['2027', '2027-01', '2026-12-02'])
    expect(citing({ published })).toEqual(['sources[0].published']);
});

test('a quote has 25 words at most', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  expect(citing(aSource({ quote: words(25) }))).toEqual([]);
  expect(citing(aSource(), aSource({ quote: words(26) }))).toEqual(['sources[1].quote']);
});

test('only what was read is quoted or decides, and one work at least was read', () => {
  const unread = aSource({ read: false, stance: 'context' });
  expect(citing(aSource(), unread)).toEqual([]);
  expect(citing(aSource(), { ...unread, stance: 'refutes' })).toEqual(['sources[1].stance']);
  expect(citing(aSource(), { ...unread, quote: 'words' })).toEqual(['sources[1].quote']);
  expect(citing(unread, unread)).toEqual(['sources']);
  expect(citing()).toEqual(['sources']);
  const draft = { verification: { ...verification, status: 'draft' } } as const;
  expect(mistakenIn({ ...draft, sources: [] })).toEqual([]);
  expect(mistakenIn({ ...draft, sources: [unread] })).toEqual([]);
});

test('opinions are not rated, and facts are no opinions', () => {
  expect(mistakenIn({ kind: 'opinion', verdict: 'opinion' })).toEqual([]);
  expect(mistakenIn({ kind: 'opinion', verdict: undefined })).toEqual([]);
  expect(mistakenIn({ kind: 'opinion', verdict: 'false' })).toEqual(['verdict']);
  expect(mistakenIn({ kind: 'characterisation', verdict: 'opinion' })).toEqual([]);
  expect(mistakenIn({ kind: 'fact', verdict: 'opinion' })).toEqual(['kind']);
  expect(mistakenIn({ kind: 'quotation', verdict: 'opinion' })).toEqual(['kind']);
});

test('a check that is doubted or withdrawn says why', () => {
  for (const status of ['disputed', 'retracted'] as const) {
    expect(checked({ status })).toEqual(['verification.reason']);
    expect(checked({ status, reason: 'The minutes were misread.' })).toEqual([]);
  }
});

test('a check comes before its re-check, and that before its end; all may be on one day', () => {
  const on = '2026-11-22';
  const [before, after] = ['2026-11-21', '2026-11-23'];
  expect(checked({ on, recheckDueOn: on, expiresOn: on })).toEqual([]);
  expect(checked({ on, recheckDueOn: before })).toEqual(['verification.recheckDueOn']);
  expect(checked({ on, recheckDueOn: null, expiresOn: before })).toEqual([
    'verification.expiresOn',
  ]);
  expect(checked({ on, recheckDueOn: after, expiresOn: on })).toEqual(['verification.expiresOn']);
  expect(checked({ on, recheckDueOn: after, expiresOn: after })).toEqual([]);
  expect(checked({ on: '2026-12-02' })).toEqual(['verification.on']);
});

test('history runs from the oldest entry to the newest, and begins with no correction', () => {
  expect(entries('2026-11-01', '2026-11-01', '2026-11-02')).toEqual([]);
  expect(entries('2026-11-02', '2026-11-01', '2026-11-02')).toEqual(['history[1].on']);
  expect(entries('2026-11-02', '2026-12-02')).toEqual(['history[1].on']);
  const entry = { on: '2026-11-01', correction: true } as const;
  expect(mistakenIn({ history: [{ on: '2026-11-01' }, entry] })).toEqual([]);
  expect(mistakenIn({ history: [entry] })).toEqual(['history[0].correction']);
});
