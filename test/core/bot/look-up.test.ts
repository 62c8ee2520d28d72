import { expect, test } from 'vitest';
import { lookUp } from '../../../src/core/bot/look-up.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const claims = createClaimSet(
  {
    packs: [
      rivertonPack([
        aClaim({ id: 'bells', claim: 'The tower has nine bells.', topics: ['bells', 'towers'] }),
        aClaim({ id: 'old-tower', claim: 'The old tower fell in 1901.', topics: ['towers'] }),
      ]),
    ],
    fingerprint: '',
  },
  createMatcher,
);

test('an id is that claim, though it names a topic, too', () => {
  expect(lookUp(claims, 'bells', {})).toMatchObject({ outcome: 'match', claim: { id: 'bells' } });
});

test('a topic is what is on record about it, in the packs in use', () => {
  expect(lookUp(claims, 'towers', {})).toMatchObject({ outcome: 'subject' });
  expect(lookUp(claims, 'towers', { packs: [] }).outcome).toBe('none');
});
