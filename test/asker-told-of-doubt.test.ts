import { describe, expect, test, vi } from 'vitest';
import type { Pack } from '../src/core/claims/pack.ts';
import type { Resolution } from '../src/core/ports/requests.ts';
import { NotSentError, type Sender } from '../src/core/ports/sender.ts';
import type { State } from '../src/storage/state/state.ts';
import { createClock } from './storage/state/clock.ts';
import { lasting, openState, startStateKinds } from './storage/state/state-kinds.ts';
import { aClaim } from './support/claims.ts';
import { type LastingChats, startLastingChats } from './support/lasting-chats.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';
import { createTestBot, rivertonPack } from './support/test-bot.ts';
import { testNow } from './support/test-day.ts';

vi.setConfig({ testTimeout: 60_000 });

const kinds = lasting(await startStateKinds());
const packs: readonly Pack[] = [rivertonPack([aClaim()])];
const asked = 'Did the bridge open in 1932?';
const answered = { kind: 'answered', at: testNow.toISOString(), ref: aClaim().ref } as const;
const declined = { kind: 'declined', at: testNow.toISOString(), reason: 'opinion' } as const;

const never = () => new Promise<never>(() => {});

/** Where a process dies over a post: before Slack has it, or before anybody hears that it does. */
type Death = 'before' | 'after';

const dyingOver =
  (death: Death, died: () => void) =>
  (sender: Sender): Sender => ({
    ...sender,
    async post(...posted) {
      if (death === 'after') await sender.post(...posted);
      died();
      return never();
    },
  });

/** Somebody who asked in a channel of Slack, and one process after another that is to tell them. */
async function startProcesses(
  url: string,
  {
    resolution = answered,
    isHere = true,
  }: { readonly resolution?: Resolution; readonly isHere?: boolean } = {},
) {
  const chats: LastingChats = await startLastingChats(packs);
  const { now, pass } = createClock();
  const state: State = await openState(url, { clock: now, beatEveryMs: 60 * 60_000 });
  const at = testNow.toISOString();
  const place = {
    platform: 'slack',
    community: undefined,
    channel: 'C1',
    thread: undefined,
  } as const;
  const asker = {
    user: 'slack:U1',
    at,
    locale: 'en',
    community: undefined,
    place: isHere ? place : undefined,
  } as const;
  await state.requests.add({ id: 'r1', claim: asked, at }, asker);
  await state.requests.give('r1', asker, resolution);

  async function begin(withSender: (sender: Sender) => Sender, over = packs): Promise<void> {
    pass(30_000);
    // Redis goes by a clock of its own.
    for (const { key } of await state.outbox.list('', undefined, 9))
      await state.outbox.release(key);
    const { senders, outgoing } = await createTestBot({ state, packs: over, clock: now });
    const sender = chats.senders.of('slack');
    if (sender) senders.connect('slack', withSender(sender));
    await outgoing.work();
    await outgoing.work();
  }

  return {
    state,
    async dies(death: Death): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      await Promise.race([begin(dyingOver(death, resolve)), promise]);
    },
    lives: (over = packs, withSender = (sender: Sender) => sender) => begin(withSender, over),
    said: (channel: string) =>
      chats.slack.server.messages
        .filter((message) => message.channel === channel)
        .map(({ blocks }) => blocksToShownText(blocks)),
  };
}

const standsIn = (death: Death): number => (death === 'after' ? 1 : 0);

describe.each(kinds)('over $name', ({ freshUrl }) => {
  test.each(['before', 'after'] as const)(
    'whoever waits is told once, in a direct message, that a notice may stand in a channel: died %s',
    async (death) => {
      const { dies, lives, said, state } = await startProcesses(await freshUrl());
      await dies(death);
      await lives();
      await lives();
      expect(said('C1')).toHaveLength(standsIn(death));
      expect(said('U1')).toEqual([expect.stringContaining('please ask me again')]);
      expect(said('U1')[0]).toContain(`What was asked: “${asked}”`);
      expect(await state.requests.given()).toEqual([]);
    },
  );

  test('the next process may die over that as well: whether that stands nobody can tell either, and it is not said again', async () => {
    for (const death of ['before', 'after'] as const) {
      const { dies, lives, said } = await startProcesses(await freshUrl());
      await dies('before');
      await dies(death);
      await lives();
      await lives();
      expect(said('C1')).toEqual([]);
      expect(said('U1')).toHaveLength(standsIn(death));
    }
  });

  test.each(['before', 'after'] as const)(
    'so is who was to be told directly, in another message: died %s',
    async (death) => {
      const { dies, lives, said } = await startProcesses(await freshUrl(), { isHere: false });
      await dies(death);
      await lives();
      await lives();
      const inDoubt = said('U1').filter((text) => text.includes('please ask me again'));
      expect(inDoubt).toHaveLength(1);
      expect(said('U1')).toHaveLength(standsIn(death) + 1);
    },
  );
});

test.each([
  ['is declined', declined, packs],
  ['has its claim taken away meanwhile', answered, [rivertonPack([aClaim({ id: 'other' })])]],
] as const)('so is somebody whose request %s', async (_, resolution, over) => {
  const { dies, lives, said, state } = await startProcesses('memory:', { resolution });
  await dies('after');
  await lives(over);
  await lives(over);
  expect(said('C1')).toHaveLength(1);
  expect(said('U1')).toEqual([expect.stringContaining('please ask me again')]);
  expect(await state.requests.given()).toEqual([]);
});

test('somebody who can’t be reached directly is done with', async () => {
  const { dies, lives, said, state } = await startProcesses('memory:');
  await dies('before');
  await lives(packs, (sender) => ({
    ...sender,
    async post() {
      throw new NotSentError('gone');
    },
  }));
  await lives();
  expect([...said('C1'), ...said('U1')]).toEqual([]);
  expect(await state.requests.given()).toEqual([]);
  expect(await state.outbox.list('', undefined, 9)).toMatchObject([{ state: 'unsure' }]);
});

test('somebody who was told, or has nothing to be in doubt about, gets no such message', async () => {
  const { lives, said } = await startProcesses('memory:');
  await lives();
  await lives();
  expect(said('C1')).toHaveLength(1);
  expect(said('U1')).toEqual([]);
});
