import { expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { preparedFor } from '../../../src/core/claims/claim-tables.ts';
import { prepareLoad } from '../../../src/loading/prepare-load.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

const bridge = aClaim({ id: 'bridge', claim: 'The harbour bridge opened in 1932.', wordings: [] });
const tower = aClaim({ id: 'tower', claim: 'Juna Vey sold the water tower.', wordings: [] });
const read = [rivertonPack([bridge, tower])];
const { prepared } = prepareLoad({ ok: true, packs: read, fingerprint: '' });
const [own] = prepared;
const retracted: Claim = {
  ...tower,
  verification: { ...tower.verification, status: 'retracted', reason: 'It was another tower.' },
};

test('what was prepared serves the same claims after a decision about one of them', () => {
  const packs = [rivertonPack([bridge, retracted])];
  const still = preparedFor(packs, read, prepared);
  expect(still[0]?.store).toBe(own?.store);
  const set = createClaimSet({ packs, fingerprint: '', prepared: still }, createMatcher);
  const anew = createClaimSet({ packs, fingerprint: '' }, createMatcher);
  for (const text of ['juna vey', 'did juna vey sell the tower', 'bridge opened 1932', 'tower']) {
    expect(set.lookup(text)).toEqual(anew.lookup(text));
    expect(set.subject(text)).toEqual(anew.subject(text));
  }
  expect(set.count(testDay)).toEqual(anew.count(testDay));
  expect(set.digestOf('riverton/tower')).toBe(anew.digestOf('riverton/tower'));
  expect(set.digestOf('riverton/tower')).not.toBe(own?.tables.digests[1]);
  expect(set.digestOf('riverton/bridge')).toBe(own?.tables.digests[0]);
});

test.each([
  ['more', [bridge, tower, aClaim({ id: 'more' })]],
  ['fewer', [bridge]],
  ['others', [tower, bridge]],
  ['reworded ones', [bridge, { ...tower, wordings: ['the tower was sold'] }]],
])('what was prepared does not serve %s', (_, claims) => {
  expect(preparedFor([rivertonPack(claims)], read, prepared)[0]).toBeUndefined();
});
