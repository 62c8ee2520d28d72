import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Ledger, LedgerPage } from '../../../src/core/ports/ledger.ts';
import { createJournal } from '../../../src/storage/state/journal.ts';
import { openSqlite } from '../../../src/storage/state/store/sqlite-store.ts';
import { testClock } from '../../support/test-day.ts';

const schema = z.object({ at: z.string(), what: z.number() });
const entry = (what: number) => ({
  at: `2026-11-22T09:00:00.${String(what).padStart(3, '0')}Z`,
  what,
});

/** A journal over a real ledger, and what it asked of it. */
function openJournal() {
  const file = openSqlite(':memory:');
  onTestFinished(() => file.close());
  const real = file.createLedger(testClock);
  const pages: LedgerPage[] = [];
  const ledger: Ledger = {
    ...real,
    list(page) {
      pages.push(page);
      return real.list(page);
    },
  };
  return {
    journal: createJournal(ledger, { name: 'things', schema, keepMs: 60_000 }),
    real,
    pages,
  };
}

test('the latest entries are read without looking at the others', async () => {
  const { journal, pages } = openJournal();
  for (let what = 0; what < 300; what++) await journal.add(entry(what));
  const latest = await journal.latest(3);
  expect(latest.map(({ what }) => what)).toEqual([299, 298, 297]);
  expect(pages.map(({ limit }) => limit)).toEqual([3]);
  expect((await journal.latest(250)).map(({ what }) => what)).toEqual(
    Array.from({ length: 250 }, (_, index) => 299 - index),
  );
});

test('entries that cannot be read leave no gap', async () => {
  const { journal, real } = openJournal();
  for (const what of [1, 2, 3]) await journal.add(entry(what));
  for (let index = 0; index < 5; index++) {
    await real.put(`things 2026-11-23T09:00 ${index}`, { another: 'version' }, 60_000);
  }
  expect((await journal.latest(2)).map(({ what }) => what)).toEqual([3, 2]);
});

test('groups are read and removed apart', async () => {
  const { journal } = openJournal();
  for (let what = 0; what < 120; what++) await journal.add(entry(what), 'slack:T1');
  await journal.add(entry(200), 'slack:T11');
  expect(await journal.latest(200, 'slack:T1')).toHaveLength(120);
  await journal.removeAll('slack:T1');
  expect(await journal.latest(200, 'slack:T1')).toEqual([]);
  expect(await journal.latest(200, 'slack:T11')).toEqual([entry(200)]);
});
