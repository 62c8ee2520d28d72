import { expect, test, vi } from 'vitest';
import { createKeptDeliveries } from '../src/storage/state/kept-deliveries.ts';
import { createClock } from './storage/state/clock.ts';
import { openState } from './storage/state/state-kinds.ts';
import { aClaim } from './support/claims.ts';
import { type InteractionEvent, type MessageEvent, world } from './support/discord/events.ts';
import { drawPairs, killedTwice } from './support/draw-pairs.ts';
import { type LastingChats, startLastingChats } from './support/lasting-chats.ts';
import { createMortal } from './support/mortal.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';
import { createTestBot, rivertonPack } from './support/test-bot.ts';

const twice = killedTwice(8);

vi.setConfig({ testTimeout: 300_000 + twice * 10_000 });

const { claim } = aClaim();
const packs = [rivertonPack([aClaim()])];
const share = 'Share to channel';
const never = 60 * 60_000;

/** Something that somebody does, each time another one, and what they see of it in the end. */
interface Deed {
  /** Resolves when it is acknowledged, if that is ever. */
  act(): Promise<unknown>;
  /** The platform sends it again. */
  again?(): Promise<unknown>;
  seen(): readonly string[];
}

type Outcome =
  | 'done by the second'
  | 'answered'
  | 'asked to ask again'
  | 'never taken on'
  | 'unsure'
  | 'lost'
  | 'doubled';

/** Kills the process at a step, and the one after it at another; undefined where it had done with the deed before. */
async function killedAt(
  step: number,
  chats: LastingChats,
  prepare: (chats: LastingChats) => Promise<Deed>,
  nextDiesAt?: number,
): Promise<Outcome | undefined> {
  const { now, pass } = createClock();
  const state = await openState('memory:', { clock: now, beatEveryMs: never });
  const living = await createTestBot({ state, packs, clock: now });
  chats.handOverTo({ bot: living.bot, deliveries: state.deliveries });
  const deed = await prepare(chats);
  const before = new Set((await state.outbox.list('answer', undefined, 9)).map(({ key }) => key));
  const item = async () =>
    (await state.outbox.list('answer', undefined, 9)).find(({ key }) => !before.has(key));
  const isDone = async () => (await item())?.data === null;

  const mortal = createMortal(step);
  const dying = await createTestBot({
    state: {
      ...state,
      answers: mortal.see(state.answers),
      receipts: mortal.see(state.receipts),
      told: mortal.see(state.told),
    },
    packs,
    clock: now,
  });
  chats.handOverTo({ bot: dying.bot, deliveries: mortal.see(state.deliveries) });
  void deed.act();
  await Promise.race([mortal.dead, expect.poll(isDone, { timeout: 60_000 }).toBe(true)]);
  if (!mortal.isDead) return undefined;

  // What only the dead one remembered is gone.
  const deliveries = createKeptDeliveries(state.ledger, state.outbox, now, never);
  chats.handOverTo({ bot: living.bot, deliveries });
  for (const platform of ['discord', 'slack'] as const) {
    const sender = chats.senders.of(platform);
    if (sender) living.senders.connect(platform, sender);
  }
  await living.outgoing.work();
  pass(30_000);
  if (nextDiesAt !== undefined) {
    const next = createMortal(nextDiesAt);
    const { senders, outgoing } = await createTestBot({
      state: {
        ...state,
        answers: next.see(state.answers),
        receipts: next.see(state.receipts),
        told: next.see(state.told),
        outbox: next.see(state.outbox),
      },
      packs,
      clock: now,
    });
    for (const platform of ['discord', 'slack'] as const) {
      const sender = chats.senders.of(platform);
      if (sender) senders.connect(platform, next.see(sender));
    }
    await Promise.race([next.dead, outgoing.work()]);
    if (!next.isDead) return 'done by the second';
    pass(30_000);
  }
  await living.outgoing.work();
  await deed.again?.();
  if ((await item()) && !(await isDone()))
    await expect.poll(isDone, { timeout: 60_000 }).toBe(true);
  await living.outgoing.work();
  const seen = deed.seen();
  const kept = await item();
  if (seen.length > 1) return 'doubled';
  if (kept?.state === 'unsure') return 'unsure';
  if (seen.length === 0) return kept ? 'lost' : 'never taken on';
  return seen[0]?.includes('Please ask again') ? 'asked to ask again' : 'answered';
}

let people = 0;

const onSlack: Readonly<Record<string, (chats: LastingChats) => Promise<Deed>>> = {
  async mention({ slack }) {
    const ts = `9.${++people}`;
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', ts };
    const act = () => slack.event({ ...event, text: `<@UFACTBOT> ${claim}` });
    const seen = () => slack.server.messages.filter(({ threadTs }) => threadTs === ts);
    return { act, again: act, seen: () => seen().map(({ blocks }) => blocksToShownText(blocks)) };
  },
  async 'direct message'({ slack }) {
    const ts = `8.${++people}`;
    const channel = `D${people}`;
    const event = { type: 'message', channel_type: 'im', user: 'U1', channel, ts };
    const act = () => slack.event({ ...event, text: claim });
    const seen = () => slack.server.messages.filter((message) => message.channel === channel);
    return { act, again: act, seen: () => seen().map(({ blocks }) => blocksToShownText(blocks)) };
  },
  async command({ slack }) {
    const user = `UCMD${++people}X`;
    const seen = () => slack.server.messages.filter(({ seenBy }) => seenBy === user);
    return {
      act: () => slack.act.slash('/fact', `private ${claim}`, { user }),
      seen: () => seen().map(({ blocks }) => blocksToShownText(blocks)),
    };
  },
  async share({ slack }) {
    const user = `USHARE${++people}X`;
    const answer = await slack.slash('/fact', `private ${claim}`, { user });
    const seen = () =>
      slack.server.messages
        .filter(({ seenBy }) => seenBy === 'everybody')
        .filter(({ blocks }) => JSON.stringify(blocks).includes(user));
    return {
      act: () => slack.act.press(answer, share, { user }),
      seen: () => seen().map(({ blocks }) => blocksToShownText(blocks)),
    };
  },
};

const onDiscord: Readonly<Record<string, (chats: LastingChats) => Promise<Deed>>> = {
  async mention({ discord }) {
    const message: MessageEvent = discord.write(`<@${world.bot.id}> ${claim}`);
    const seen = () => discord.posted.filter(({ repliesTo }) => repliesTo === message.id);
    return {
      act: async () => discord.deliver(message),
      seen: () => seen().map(({ text }) => text),
    };
  },
  async command({ discord }) {
    const asked: InteractionEvent = discord.type('fact', { claim, private: true });
    return {
      act: async () => discord.deliver(asked),
      seen: () => [discord.answered(asked)?.text ?? []].flat(),
    };
  },
  async share({ discord }) {
    const user = String(500_000_000_000_000_000n + BigInt(++people));
    const answer = await discord.slash('fact', { claim, private: true }, { user });
    const seen = () => discord.posted.filter(({ text }) => text.includes(`<@${user}>`));
    return {
      act: async () => discord.deliver(discord.pressing(answer, share, { user })),
      seen: () => seen().map(({ text }) => text),
    };
  },
};

/** What may come of being killed; what Slack was just told to post nobody knows. */
const mayBe: Readonly<Record<string, readonly Outcome[]>> = {
  'mention on Slack': ['answered', 'unsure'],
  // There the bot may look.
  'direct message on Slack': ['answered'],
  'command on Slack': ['never taken on', 'answered', 'unsure'],
  'share on Slack': ['never taken on', 'answered', 'unsure'],
  'mention on Discord': ['never taken on', 'asked to ask again', 'answered'],
  'command on Discord': ['never taken on', 'answered'],
  'share on Discord': ['never taken on', 'answered'],
};

const deeds = [
  ...Object.entries(onSlack).map(([deed, prepare]) => [`${deed} on Slack`, prepare] as const),
  ...Object.entries(onDiscord).map(([deed, prepare]) => [`${deed} on Discord`, prepare] as const),
];

test.each(deeds)('killed at any step of a %s, it is done once', async (name, prepare) => {
  const chats = await startLastingChats(packs);
  const outcomes: Outcome[] = [];
  for (let step = 1; step < 100; step += 1) {
    const outcome = await killedAt(step, chats, prepare);
    if (!outcome) break;
    outcomes.push(outcome);
  }
  expect([...new Set(outcomes)]).toEqual(mayBe[name]);
  expect(outcomes.length).toBeGreaterThanOrEqual(8);
});

test.each(deeds)(
  'killed over a %s, and again over what was left of it, it is done once',
  async (name, prepare) => {
    const chats = await startLastingChats(packs);
    for (const [step, next] of drawPairs({ seed: 11, among: 22 }).take(twice)) {
      const outcome = await killedAt(step, chats, prepare, next);
      if (!outcome || outcome === 'done by the second') continue;
      expect(mayBe[name], `killed at step ${step}, and at step ${next}`).toContain(outcome);
    }
  },
);
