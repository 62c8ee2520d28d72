import { describe, expect, test } from 'vitest';
import type { WrongMatchReport } from '../../../src/core/ports/reports.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { reportsKeptForMs } from '../../../src/storage/state/kept-reports.ts';
import { createClock } from './clock.ts';
import { openState, startStateKinds } from './state-kinds.ts';
import { longestLifetime } from './store/raw-store.ts';

const kinds = await startStateKinds();

const first: WrongMatchReport = {
  at: '2026-11-22T09:00:00.000Z',
  ref: 'saltmarsh/bridge-opened-1911',
  text: 'When was the railway bridge opened?',
  shown: { confidence: 0.9, wording: null, differences: ['date'] },
};
const second: WrongMatchReport = {
  ...first,
  at: '2026-11-22T10:00:00.000Z',
  text: undefined,
  shown: undefined,
};

describe.each(kinds)('reports kept in $name', ({ freshUrl, survivesRestart, expiresBy }) => {
  test('are listed from the latest to the oldest, with the text where it was given', async () => {
    const { reports } = await openState(await freshUrl());
    expect(await reports.recent(5)).toEqual([]);
    await reports.add(first);
    await reports.add(second);
    expect(await reports.recent(5)).toStrictEqual([second, first]);
    expect(await reports.recent(1)).toStrictEqual([second]);
  });

  test('are all kept when many come at once', async () => {
    const { reports } = await openState(await freshUrl());
    await Promise.all(Array.from({ length: 120 }, () => reports.add(first)));
    expect(await reports.recent(200)).toHaveLength(120);
  });

  test('are told with what became of them, in any process', async () => {
    const url = await freshUrl();
    const { reports } = await openState(url);
    expect(await reports.resolutions()).toEqual(new Map());
    const declined = { kind: 'declined', reason: 'unclear', at: first.at } as const;
    const nearMiss = { kind: 'near-miss', ref: first.ref, at: second.at } as const;
    await reports.resolve('a1', declined);
    await reports.resolve('b2', declined);
    await reports.resolve('b2', nearMiss);
    const other = survivesRestart ? (await openState(url)).reports : reports;
    expect(await other.resolutions()).toEqual(
      new Map<string, unknown>([
        ['a1', declined],
        ['b2', nearMiss],
      ]),
    );
  });

  test('are gone after half a year', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const { reports } = await openState(url, { clock: now });
    await reports.add(first);
    if (expiresBy === 'its own clock') {
      expect(reportsKeptForMs - (await longestLifetime(url))).toBeLessThan(60_000);
      return;
    }
    pass(reportsKeptForMs - 1);
    expect(await reports.recent(5)).toHaveLength(1);
    pass(1);
    expect(await reports.recent(5)).toEqual([]);
  });

  test(`are ${survivesRestart ? 'there' : 'gone'} when the bot restarts`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    await before.reports.add(first);
    await before.close();
    const { reports } = await openState(url);
    expect(await reports.recent(5)).toHaveLength(survivesRestart ? 1 : 0);
  });

  test('are refused, rather than lost in silence, once the state is closed', async () => {
    const { reports, close } = await openState(await freshUrl());
    await close();
    await expect(reports.add(first)).rejects.toThrow(StoreLostError);
    await expect(reports.recent(5)).rejects.toThrow(StoreLostError);
  });
});
