import fc from 'fast-check';
import type { ClaimRef } from '../../src/core/claims/claim.ts';
import { claimToTold } from '../../src/core/claims/told-claim.ts';
import { answerKind } from '../../src/core/ports/deliveries.ts';
import type { Sender } from '../../src/core/ports/sender.ts';
import { presses } from '../../src/core/reply/press-id.ts';
import { createKeptAnswers } from '../../src/storage/state/kept-answers.ts';
import { createKeptBlockList } from '../../src/storage/state/kept-block-list.ts';
import { createKeptCommunities } from '../../src/storage/state/kept-communities.ts';
import { openPersonKeys } from '../../src/storage/state/person-keys.ts';
import { createState } from '../../src/storage/state/state.ts';
import { openStore } from '../../src/storage/state/store/open-store.ts';
import { createStoreGuard } from '../../src/storage/state/store-guard.ts';
import { createTestBot, silentLog } from '../../test/support/test-bot.ts';
import { testNow } from '../../test/support/test-day.ts';
import { anyData } from './any-text.ts';
import { type FuzzTarget, openedTarget } from './fuzz-target.ts';
import { anyChanges, changed } from './mutated.ts';

const user = 'discord:7';
const community = 'discord:1';
const clock = (): Date => testNow;
const at = testNow.toISOString();
const address = {
  platform: 'discord',
  community,
  channel: '1',
  thread: undefined,
  message: '2',
} as const;

/** What buttons go by. */
const keptAnswers = [
  {
    owner: user,
    visibility: 'public',
    content: { kind: 'claim', ref: 'krasner/a', differences: [] },
  },
  { owner: user, visibility: 'private', content: { kind: 'list', refs: ['krasner/a'] } },
  {
    owner: user,
    visibility: 'private',
    content: { kind: 'verification', ref: 'krasner/a', revision: 'r' },
  },
  { owner: user, visibility: 'private', content: { kind: 'draft', pack: 'krasner', draft: {} } },
];

/** What waits in the outbox, one of each kind. */
const errands = (ref: ClaimRef) =>
  [
    [answerKind, { address }],
    ['correction', { receipt: 'x', ref }],
    ['request', { request: 'r1', asker: 'x' }],
    ['digest', { to: user }],
  ] as const;

/** Everything goes, so that errands come to their end. */
const sender: Sender = {
  async post() {
    return address;
  },
  answer: async () => ({ address, visibility: 'public', canBeEdited: true }),
  async edit() {},
  find: async () => 'unknown',
  remembersNonceForMs: 0,
};

/** A bot over a store with a record of each kind, as it writes them. */
async function openRecords() {
  const failed: unknown[] = [];
  const error = (details: object, message: string): void => {
    // An item of the outbox that can't be read is told, tried again, and in the way of no other.
    if (message !== 'Something in the outbox failed') failed.push({ message, ...details });
  };
  const log = { ...silentLog, error };
  const state = await createState('memory:', log, { clock });
  const store = await openStore('memory:');
  const keyv = store.keyv('factbot-answers');
  const guard = createStoreGuard('memory:', log);
  const answers = createKeptAnswers(keyv, state.ledger, guard, await openPersonKeys(state.ledger));
  const opened = await createTestBot({ state: { ...state, answers }, log, operators: [user] });
  const [claim] = opened.library.current.claims;
  if (!claim) throw new Error('There is no claim to keep anything of');
  const { ref } = claim;
  await state.receipts.add({ at, ref, revision: 'r', address, canBeEdited: true });
  await state.reports.add({ at, ref, text: 'x' });
  await state.communities.change(community, user, { mentions: false });
  await state.communities.joined(community);
  await state.blocked.add('discord:8');
  await state.told.keep(claimToTold(claim));
  await state.decisions.add({ ref, at, by: user, kind: 'disputed', why: 'x' });
  const asker = { user, at, locale: 'en', community, place: undefined } as const;
  await state.requests.add({ id: 'r1', claim: 'x', at }, asker);
  await state.requests.give('r1', asker, { kind: 'declined', at, reason: 'opinion' });
  for (const [kind, data] of errands(ref))
    await state.outbox.add({ key: `${kind} 1`, platform: 'discord', kind, data });
  opened.senders.connect('discord', sender);
  const records = await state.ledger.list({ prefix: '', order: 'ascending', limit: 1000 });

  async function readAll(): Promise<void> {
    const { ledger, processes } = state;
    const receipts = { async forget() {} };
    await createKeptCommunities({ ledger, guard, processes, receipts, log, clock });
    await createKeptBlockList(ledger, guard, processes);
    await state.receipts.about(ref, 10);
    await state.receipts.page(undefined, 10);
    await state.reports.recent(10);
    await state.communities.changes(community, 10);
    await state.reloads.recent(10);
    await state.decisions.all();
    await state.changes.about(ref, 10);
    await state.sets.list();
    await state.corrections.recent(10);
    await state.told.find({ ref, revision: 'r' });
    await state.requests.list();
    await state.requests.given();
    await state.personal.count(user);
    await state.outbox.list('', undefined, 10);
    await opened.outgoing.work();
  }

  async function press(press: string): Promise<void> {
    const id = `${press}.k3f9x2m8q1zt.0`;
    const plan = await opened.bot.plan({
      platform: 'discord',
      user,
      community,
      channel: '1',
      input: { kind: 'press', id, value: '0' },
    });
    if ('answer' in plan) await plan.answer();
    if (plan.delivery === 'form') await plan.form();
  }

  return { state, keyv, records, failed, readAll, press };
}

/**
 * Records of the store that another version, or another program, wrote: broken ones are passed over, and hold nothing up.
 */
export const stateTarget: FuzzTarget = openedTarget(
  'records of the store',
  fc.record({
    which: fc.nat(),
    pressed: fc.constantFrom(...presses),
    changes: fc.oneof(anyChanges, fc.record({ whole: anyData })),
  }),
  async () => {
    const { state, keyv, records, failed, readAll, press } = await openRecords();
    return {
      async read({ which, pressed, changes }) {
        failed.length = 0;
        const foreign = <Data>(data: Data): unknown =>
          'whole' in changes ? changes.whole : changed(data, changes);
        const record = records[which % records.length];
        if (record === undefined) throw new Error('There is no record to break');
        await state.ledger.put(record.key, foreign(record.value));
        await keyv.set('k3f9x2m8q1zt', foreign(keptAnswers[which % keptAnswers.length]));
        await readAll();
        await press(pressed);
        await state.ledger.put(record.key, record.value);
        const [failure] = failed;
        if (failure !== undefined) throw new Error('It failed', { cause: failure });
      },
      close: () => state.close(),
    };
  },
);
