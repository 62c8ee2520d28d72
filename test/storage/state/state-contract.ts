import { afterEach, describe, expect, test } from 'vitest';
import type { ReloadRecord } from '../../../src/core/claims/reload-history.ts';
import { createState, type State } from '../../../src/storage/state/state.ts';
import { testClock } from '../../support/test-day.ts';
import { createRecordingLog } from './recording-log.ts';

export interface StateKind {
  readonly name: string;
  /** A place that nobody wrote to before. */
  freshUrl(): Promise<string>;
  /** Whether what was written is there after a restart. */
  readonly survivesRestart: boolean;
  /** Whose clock tells that something has expired: a test moves ours, and waits for the server's. */
  readonly expiresBy: 'our clock' | 'its own clock';
}

/** What every kind of state promises. */
export function describeState({ name, freshUrl, survivesRestart }: StateKind): void {
  describe(`state in ${name}`, () => {
    const open: State[] = [];
    afterEach(async () => {
      await Promise.all(open.splice(0).map((state) => state.close()));
    });

    async function openState(url: string): Promise<State> {
      const state = await createState(url, createRecordingLog(), { clock: testClock });
      open.push(state);
      return state;
    }

    test('takes every delivery once', async () => {
      const { deliveries } = await openState(await freshUrl());
      expect(await deliveries.claim('slack:Ev1')).toBe(true);
      expect(await deliveries.claim('slack:Ev2')).toBe(true);
      expect(await deliveries.claim('slack:Ev1')).toBe(false);
    });

    test('gives a delivery that comes many times at once to one taker', async () => {
      const { deliveries } = await openState(await freshUrl());
      const taken = await Promise.all(
        Array.from({ length: 50 }, () => deliveries.claim("discord:'1'")),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    test('lets what was released be taken again', async () => {
      const { deliveries } = await openState(await freshUrl());
      await deliveries.claim('slack:share');
      await deliveries.release('slack:share');
      expect(await deliveries.claim('slack:share')).toBe(true);
      expect(await deliveries.claim('slack:share')).toBe(false);
    });

    test('lists reloads from the latest to the oldest', async () => {
      const { reloads } = await openState(await freshUrl());
      expect(await reloads.recent(5)).toEqual([]);
      const [first, second, third] = [reload('09:00', 1), reload('10:00', 2), reload('10:00', 3)];
      for (const each of [first, second, third]) await reloads.record(each);
      expect(await reloads.recent(5)).toEqual([third, second, first]);
      expect(await reloads.recent(2)).toEqual([third, second]);
    });

    test('keeps every one of many reloads recorded at once', async () => {
      const { reloads } = await openState(await freshUrl());
      const all = Array.from({ length: 120 }, (_, index) => reload('09:00', index));
      await Promise.all(all.map((each) => reloads.record(each)));
      expect(await reloads.recent(200)).toHaveLength(120);
    });

    test('remembers the last good claims', async () => {
      const { lastGood } = await openState(await freshUrl());
      expect(await lastGood.get()).toBeUndefined();
      await lastGood.set({ fingerprint: 'abc' });
      await lastGood.set({ fingerprint: 'def' });
      expect(await lastGood.get()).toEqual({ fingerprint: 'def' });
    });

    test('answers quietly after it was closed', async () => {
      const log = createRecordingLog();
      const state = await createState(await freshUrl(), log, { clock: testClock });
      await state.close();
      await state.close();
      expect(await state.deliveries.claim('slack:Ev9')).toBe(true);
      expect(await state.deliveries.claim('slack:Ev9')).toBe(false);
      expect(await state.reloads.recent(5)).toEqual([]);
      expect(log.lines).toEqual([]);
    });

    test(`${survivesRestart ? 'remembers' : 'forgets'} everything when the bot restarts`, async () => {
      const url = await freshUrl();
      const before = await createState(url, createRecordingLog(), { clock: testClock });
      await before.deliveries.claim('slack:Ev1');
      await before.reloads.record(reload('09:00', 1));
      await before.lastGood.set({ fingerprint: 'abc' });
      await before.close();
      const after = await openState(url);
      expect(await after.deliveries.claim('slack:Ev1')).toBe(!survivesRestart);
      expect(await after.reloads.recent(5)).toHaveLength(survivesRestart ? 1 : 0);
      expect(await after.lastGood.get()).toEqual(
        survivesRestart ? { fingerprint: 'abc' } : undefined,
      );
    });
  });
}

export function reload(time: string, added: number): ReloadRecord {
  return {
    at: `2026-11-22T${time}:00.000Z`,
    by: 'discord:123456789012345678',
    result: 'loaded',
    changes: [{ pack: 'saltmarsh', added, removed: 1, changed: 2 }],
    fingerprint: 'abc',
  };
}
