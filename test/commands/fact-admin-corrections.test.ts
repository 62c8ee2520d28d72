import { expect, test } from 'vitest';
import type { OutboxItem, OutboxRecord } from '../../src/core/ports/outbox.ts';
import { adminSays } from '../support/admin-says.ts';
import { aClaim } from '../support/claims.ts';
import { createTestBot, rivertonPack } from '../support/test-bot.ts';

const operator = 'console:local';
const bridge = aClaim();

/** As corrections are planned, `number` in the order of the list. */
const correction = (number: number): OutboxItem => ({
  key: `correction ${String(number).padStart(2, '0')}`,
  platform: 'slack',
  kind: 'correction',
  data: { receipt: `r${number}`, ref: bridge.ref, channel: `C${number}` },
});

async function openDesk(items: readonly OutboxItem[]) {
  const { bot, state } = await createTestBot({
    packs: [rivertonPack([bridge])],
    operators: [operator],
  });
  for (const item of items) await state.outbox.add(item);
  return {
    async becomes(number: number, changes: Partial<OutboxRecord>) {
      const { key } = correction(number);
      const record = await state.outbox.take(key, 1000);
      if (!record) throw new Error(`${key} is taken`);
      await state.outbox.save({ ...record, ...changes });
      await state.outbox.release(key);
    },
    does: (line: string) => adminSays(bot, line),
  };
}

const channelsIn = (text: string): readonly string[] => text.match(/C\d+/g) ?? [];
const channels = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `C${from + index}`);

test('corrections are told ten a page, and what else goes out is not among them', async () => {
  const request = { ...correction(0), key: 'request a b c', kind: 'request' };
  const all = Array.from({ length: 21 }, (_, index) => correction(index + 1));
  const { does } = await openDesk([...all, request]);
  const first = await does('corrections');
  expect(channelsIn(first)).toEqual(channels(1, 10));
  expect(first).toContain('There are more: page 2.');
  const second = await does('corrections page:2');
  expect(channelsIn(second)).toEqual(channels(11, 20));
  expect(second).toContain('There are more: page 3.');
  const last = await does('corrections page:3');
  expect(channelsIn(last)).toEqual(['C21']);
  expect(last).not.toContain('There are more');
  expect(await does('corrections page:4')).toBe('There are no corrections of answers here.');
});

test('a page that just holds ten is the last', async () => {
  const all = Array.from({ length: 20 }, (_, index) => correction(index + 1));
  const { does } = await openDesk(all);
  const second = await does('corrections page:2');
  expect(channelsIn(second)).toEqual(channels(11, 20));
  expect(second).not.toContain('There are more');
});

test('what waits is told first, then the latest, each with what became of it and why', async () => {
  const all = Array.from({ length: 14 }, (_, index) => correction(index + 1));
  const { does, becomes } = await openDesk(all);
  const changes: readonly Partial<OutboxRecord>[] = [
    { state: 'sent', changedAt: '2026-11-27T10:00:00.000Z' },
    { state: 'failed', why: 'not-allowed', changedAt: '2026-11-29T10:00:00.000Z' },
    { state: 'unneeded', changedAt: '2026-11-28T10:00:00.000Z' },
  ];
  for (const [index, change] of changes.entries()) await becomes(index + 1, change);
  const first = await does('corrections');
  expect(channelsIn(first)).toEqual(channels(4, 13));
  expect(first.match(/Waiting since 29 Nov 2026, not tried yet/g)).toHaveLength(10);
  expect(await does('corrections page:2')).toMatchInlineSnapshot(`
    "Corrections of answers

    - Waiting since 29 Nov 2026, not tried yet
       riverton/harbour-bridge-opened-1932 · C14
    - Not done: the bot may not change or post anything there
       riverton/harbour-bridge-opened-1932 · C2
    - No longer needed on 28 Nov 2026
       riverton/harbour-bridge-opened-1932 · C3
    - Done on 27 Nov 2026
       riverton/harbour-bridge-opened-1932 · C1"
  `);
});
