import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/claims/calendar.ts';
import type { KeptSet } from '../../../src/core/claims/kept-sets.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { readAll } from '../../../src/storage/state/read-all.ts';
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

  test('are written in pieces, which all go with their set', async () => {
    const { sets, ledger } = await openState(await freshUrl());
    const many = Array.from({ length: 250 }, (_, place) => aClaim({ id: `claim-${place}` }));
    const large = [rivertonPack(many.slice(0, 130)), rivertonPack(many.slice(130))];
    await sets.keep(setOf('large'), large);
    const records = await readAll(ledger, 'claim-set-packs ');
    const longest = Math.max(...records.map(({ value }) => JSON.stringify(value).length));
    expect(records.length).toBeGreaterThan(2);
    expect(longest).toBeLessThan(JSON.stringify(large).length / 4);
    expect(await sets.packs('large')).toEqual(large);
    for (const name of ['f', 'e', 'd', 'c', 'b', 'a']) await sets.keep(setOf(name), []);
    expect(await sets.packs('large')).toBeUndefined();
    const left = (await readAll(ledger, 'claim-set-packs ')).filter(({ key }) =>
      key.includes('large'),
    );
    expect(left).toEqual([]);
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
    await sets.keep(setOf('a'), packs);
    await ledger.put('claim-set-packs a 0', 'H4sI no gzip');
    expect(await sets.packs('a')).toBeUndefined();
    await ledger.remove(['claim-set-packs a 0']);
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
