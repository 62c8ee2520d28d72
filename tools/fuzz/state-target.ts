import fc from 'fast-check';
import { createState } from '../../src/storage/state/state.ts';
import { silentLog } from '../../test/support/test-bot.ts';
import { testNow } from '../../test/support/test-day.ts';
import { anyData } from './any-text.ts';
import { type FuzzTarget, fuzzTarget } from './fuzz-target.ts';

const ref = 'krasner/homicides-222-in-2025';
const user = 'discord:7';
const community = 'discord:1';

/** Records of the store that another version, or another program, wrote: broken ones are passed over. */
export async function stateTarget(): Promise<FuzzTarget> {
  const state = await createState('memory:', silentLog, { clock: () => testNow });
  const at = testNow.toISOString();
  await state.receipts.add({
    at,
    ref,
    revision: 'r',
    address: { platform: 'discord', community, channel: '1', thread: undefined, message: '2' },
    canBeEdited: true,
  });
  await state.reports.add({ at, ref, text: 'x' });
  await state.communities.change(community, user, { mentions: false });
  const records = await state.ledger.list({ prefix: '', order: 'ascending', limit: 100 });
  return fuzzTarget('records of the store', fc.tuple(fc.nat(), anyData), async ([which, value]) => {
    const record = records[which % records.length];
    if (record === undefined) throw new Error('There is no record to break');
    await state.ledger.put(record.key, value);
    await state.receipts.about(ref, 10);
    await state.reports.recent(10);
    await state.communities.changes(community, 10);
    await state.reloads.recent(10);
  });
}
