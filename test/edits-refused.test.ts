import { expect, test } from 'vitest';
import type { Claim } from '../src/core/claims/claim.ts';
import { NotSentError, type Sender } from '../src/core/ports/sender.ts';
import { replyToText } from '../src/core/reply/reply-text.ts';
import type { State } from '../src/storage/state/state.ts';
import { createClock } from './storage/state/clock.ts';
import { openState } from './storage/state/state-kinds.ts';
import { aClaim } from './support/claims.ts';
import { createMortal } from './support/mortal.ts';
import { createTestBot, rivertonPack, type TestBot } from './support/test-bot.ts';
import { testNow } from './support/test-day.ts';

const { claim, ref } = aClaim();
const place = {
  platform: 'discord',
  community: 'discord:9',
  channel: '7',
  thread: undefined,
} as const;
const at = testNow.toISOString();

/** A chat that takes posts, once under each nonce, and refuses every edit for good. */
function createStubbornChat() {
  const posts = new Map<string, { readonly id: string; readonly text: string }>();
  const chat = {
    posts,
    refusesPosts: false,
    sender: {
      remembersNonceForMs: 120_000,
      find: async () => 'unknown',
      async post(to, reply, nonce) {
        const { id } = posts.get(nonce) ?? { id: String(posts.size + 1) };
        if (chat.refusesPosts) throw new NotSentError('not-allowed');
        if (!posts.has(nonce)) posts.set(nonce, { id, text: replyToText(reply) });
        return { ...(to.to === 'answer' ? to.address : { ...place, channel: '8' }), message: id };
      },
      answer: () => Promise.reject(new Error('not asked for')),
      edit: () => Promise.reject(new NotSentError('not-allowed')),
    } satisfies Sender,
  };
  return chat;
}

async function askOnce(state: State, { bot }: TestBot): Promise<void> {
  const input = { kind: 'text', text: claim, by: 'mention' } as const;
  const { platform, community, channel } = place;
  const plan = await bot.plan({ platform, community, channel, user: 'discord:3', input });
  const address = { ...place, message: '1000' };
  const taken = await state.deliveries.begin('discord:1000', { address, nonce: '1000' });
  if ('answer' in plan) await taken?.planned(plan.outline);
}

async function waitForOnce(state: State): Promise<void> {
  const asker = { user: 'discord:3', at, locale: 'en', community: place.community, place } as const;
  await state.requests.add({ id: 'r1', claim: 'Is it so?', at }, asker);
  await state.requests.give('r1', asker, { kind: 'answered', at, ref });
}

test.each([
  ['an answer', askOnce],
  ['what somebody waited for', waitForOnce],
])('%s that may no longer be edited is followed by its corrections', async (_, begin) => {
  const { now, pass } = createClock();
  const state = await openState('memory:', { clock: now, beatEveryMs: 60 * 60_000 });
  const chat = createStubbornChat();
  const versions = {
    True: aClaim({ verdict: 'true' }),
    Misleading: aClaim({ verdict: 'misleading' }),
    False: aClaim({ verdict: 'false' }),
  } satisfies Record<string, Claim>;
  const start = (version: keyof typeof versions) =>
    createTestBot({ state, packs: [rivertonPack([versions[version]])], clock: now });

  const first = await start('True');
  await begin(state, first);
  pass(30_000);
  // It posts, and dies before it hears where.
  const mortal = createMortal(2);
  first.senders.connect('discord', mortal.see(chat.sender));
  await Promise.race([mortal.dead, first.outgoing.work()]);
  expect([...chat.posts.values()]).toMatchObject([{ text: expect.stringContaining('True') }]);

  pass(30_000);
  const second = await start('Misleading');
  second.senders.connect('discord', chat.sender);
  await second.outgoing.work();
  await second.outgoing.work();
  const notices = () => [...chat.posts.values()].slice(1).map(({ text }) => text);
  expect(notices()).toEqual([expect.stringMatching(/was True, now Misleading/)]);

  chat.refusesPosts = true;
  const third = await start('False');
  third.senders.connect('discord', chat.sender);
  await third.outgoing.work();
  expect(notices()).toHaveLength(1);
  const items = await state.outbox.list('correction', undefined, 9);
  expect(items).toMatchObject([{ state: 'sent' }, { state: 'failed', why: 'not-allowed' }]);
});
