import { expect, test } from 'vitest';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const claims = [
  aClaim({ id: 'bridge', claim: 'The harbour bridge opened in 1932.', wordings: [] }),
  aClaim({ id: 'tower', claim: 'Juna Vey sold the water tower.', wordings: [] }),
];
const pack = rivertonPack(claims);
const set = createClaimSet({ packs: [pack], fingerprint: '' }, createMatcher);

test.each(['harbour-bridge-opened-1932', 'when-did-the-harbour-bridge-open'])(
  'the id %s, which no claim has any more, is answered with no other claim',
  (id) => {
    expect(set.lookup(id.replaceAll('-', ' ')).outcome).toBe('match');
    expect(set.lookup(`${pack.name}/${id}`)).toMatchObject({
      outcome: 'none',
      reason: 'no-record',
      nearest: [{ id: 'bridge' }],
    });
  },
);

test('what is no id of a pack is read as words', () => {
  expect(set.lookup('bridge/harbour-bridge-opened-1932').outcome).toBe('match');
  expect(set.lookup('did the harbour bridge open in 1931/1932').outcome).not.toBe('none');
});
