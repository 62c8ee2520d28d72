import { expect, test } from 'vitest';
import type { ClaimSet } from '../../../src/core/claims/claim-set.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { createCatchUp } from '../../../src/core/requests/catch-up.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

test('the requests are gone through once for every set, and again where the store was away', async () => {
  const { library: first } = await createTestBot({ packs: [rivertonPack([])] });
  const sets: Readonly<Record<'old' | 'new', ClaimSet>> = {
    old: first.current,
    new: { ...first.current },
  };
  const library = { current: sets.old };
  let isAway = true;
  const seen: string[] = [];
  const desk = {
    async catchUp(claims: ClaimSet) {
      if (isAway) throw new StoreLostError('away');
      seen.push(claims === sets.old ? 'old' : 'new');
    },
  };
  const catchUp = createCatchUp({ desk, library });
  await catchUp();
  isAway = false;
  await catchUp();
  await catchUp();
  library.current = sets.new;
  await catchUp();
  library.current = sets.old;
  await catchUp();
  expect(seen).toEqual(['old', 'new', 'old']);
});
