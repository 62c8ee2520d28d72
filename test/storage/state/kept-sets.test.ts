import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/claims/calendar.ts';
import type { KeptSet } from '../../../src/core/claims/kept-sets.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';
import { openState, startStateKinds } from './state-kinds.ts';

const kinds = await startStateKinds();

const packs = [rivertonPack([aClaim()])];

function setOf(fingerprint: string): KeptSet {
  return { fingerprint, loadedAt: testNow.toISOString(), by: 'start', claims: 1 };
}

describe.each(kinds)('sets kept in $name', ({ freshUrl, survivesRestart }) => {
  test('come back as they were, the shipped packs too', async () => {
    const { sets } = await openState(await freshUrl());
    const reading = await readPacks('data', dayOf(testNow));
    if (!reading.ok) throw new Error('the shipped packs hold mistakes');
    await sets.keep(setOf(reading.fingerprint), reading.packs);
    expect(await sets.packs(reading.fingerprint)).toEqual(reading.packs);
    expect(await sets.packs('another')).toBeUndefined();
  });

  test('are six, the one kept last first, also where the clock stands still', async () => {
    const { sets } = await openState(await freshUrl());
    for (const name of ['h', 'g', 'f', 'e', 'd', 'c', 'b', 'a', 'd'])
      await sets.keep(setOf(name), packs);
    const names = (await sets.list()).map(({ fingerprint }) => fingerprint);
    expect(names).toEqual(['d', 'a', 'b', 'c', 'e', 'f']);
    expect(await sets.packs('g')).toBeUndefined();
    expect(await sets.packs('f')).toEqual(packs);
  });

  test(`${survivesRestart ? 'outlive' : 'are gone after'} a restart`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    await before.sets.keep(setOf('a'), packs);
    await before.close();
    const { sets } = await openState(url);
    expect(await sets.packs('a')).toEqual(survivesRestart ? packs : undefined);
  });

  test('that are damaged, or of a version that knew other claims, are as good as none', async () => {
    const { sets, ledger } = await openState(await freshUrl());
    await sets.keep(setOf('a'), [{ ...rivertonPack([]), verdicts: { true: '' } }]);
    expect(await sets.packs('a')).toBeUndefined();
    await ledger.put('claim-set-packs a', 'H4sI no gzip');
    expect(await sets.packs('a')).toBeUndefined();
  });

  test('without a store are forgotten quietly, and looked for in vain', async () => {
    const { sets, close } = await openState(await freshUrl());
    await close();
    await sets.keep(setOf('a'), packs);
    await expect(sets.list()).rejects.toThrow(StoreLostError);
    await expect(sets.packs('a')).rejects.toThrow(StoreLostError);
  });
});
