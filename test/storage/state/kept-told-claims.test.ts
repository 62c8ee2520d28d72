import { expect, test } from 'vitest';
import { claimToTold } from '../../../src/core/claims/told-claim.ts';
import { toldKeptForMs } from '../../../src/storage/state/kept-told-claims.ts';
import { aClaim } from '../../support/claims.ts';
import { createClock } from './clock.ts';
import { openState } from './state-kinds.ts';

const told = claimToTold(aClaim());

test('what was told is gone a year after it was told last', async () => {
  const { now, pass } = createClock();
  const state = await openState('memory:', { clock: now });
  await state.told.keep(told);
  pass(toldKeptForMs / 2);
  await state.told.keep(told);
  pass(toldKeptForMs - 1);
  expect(await state.told.find(told)).toEqual(told);
  pass(1);
  expect(await state.told.find(told)).toBeUndefined();
});
