import { expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { compareClaims } from '../../../src/core/claims/claim-changes.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const pack = (name: string, ...claims: readonly Claim[]): Pack => ({
  ...rivertonPack(claims.map((claim) => ({ ...claim, ref: `${name}/${claim.id}` }))),
  name,
});
const bridge = aClaim({ id: 'bridge' });
const tower = aClaim({ id: 'tower' });
const setOf = (packs: readonly Pack[]) => createClaimSet({ packs, fingerprint: '' }, createMatcher);
const none = { added: [], removed: [], changed: [] };

test('what differs is told by pack, in the order of their names; what does not is left out', async () => {
  const before = [
    pack('saltmarsh', bridge, tower),
    pack('riverton', bridge),
    pack('oldport', tower),
  ];
  const after = [
    pack('saltmarsh', bridge),
    pack('oldport', tower),
    pack('riverton', { ...bridge, summary: 'Rewritten.' }, tower),
  ];
  expect(await compareClaims(setOf(before), setOf(after))).toEqual([
    { ...none, pack: 'riverton', added: ['tower'], changed: ['bridge'] },
    { ...none, pack: 'saltmarsh', removed: ['tower'] },
  ]);
});

test('one difference alone is told, as many removed as added, too', async () => {
  const one = (before: readonly Claim[], after: readonly Claim[]) =>
    compareClaims(setOf([pack('riverton', ...before)]), setOf([pack('riverton', ...after)]));
  expect(await one([bridge], [tower])).toEqual([
    { ...none, pack: 'riverton', added: ['tower'], removed: ['bridge'] },
  ]);
  expect(await one([bridge, tower], [{ ...bridge, verdict: 'false' }])).toEqual([
    { ...none, pack: 'riverton', removed: ['tower'], changed: ['bridge'] },
  ]);
  expect(await one([bridge], [bridge])).toEqual([]);
});

test('a pack that comes or goes brings or takes all its claims', async () => {
  const riverton = [pack('riverton', bridge, tower)];
  const both = ['bridge', 'tower'];
  expect(await compareClaims(setOf([]), setOf(riverton))).toEqual([
    { ...none, pack: 'riverton', added: both },
  ]);
  expect(await compareClaims(setOf(riverton), setOf([]))).toEqual([
    { ...none, pack: 'riverton', removed: both },
  ]);
});
