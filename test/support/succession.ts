import { expect, vi } from 'vitest';
import type { Claim } from '../../src/core/claims/claim.ts';
import { claimToTold } from '../../src/core/claims/told-claim.ts';
import type { UserKey } from '../../src/core/keys.ts';
import type { Deliveries } from '../../src/core/ports/deliveries.ts';
import type { State } from '../../src/storage/state/state.ts';
import { createClock } from '../storage/state/clock.ts';
import { openState } from '../storage/state/state-kinds.ts';
import { aClaim } from './claims.ts';
import { world } from './discord/events.ts';
import type { LastingChats } from './lasting-chats.ts';
import { createMortal, type Mortal } from './mortal.ts';
import { blocksToShownText } from './slack/shown-text.ts';
import { createTestBot, rivertonPack } from './test-bot.ts';
import { testNow } from './test-day.ts';

const { claim, ref, verification } = aClaim();

/** What the claim says in turn, by the words for it. */
const versions = {
  True: aClaim({ verdict: 'true' }),
  'True, in other words': aClaim({ verdict: 'true', summary: 'Three newspapers wrote of it.' }),
  Misleading: aClaim({ verdict: 'misleading' }),
  False: aClaim({ verdict: 'false' }),
  Retracted: aClaim({
    verification: { ...verification, status: 'retracted', reason: 'It was another bridge.' },
  }),
} as const;
export type Version = keyof typeof versions;

export const packsOf = (version: Version) => [rivertonPack([versions[version] satisfies Claim])];

/** Something that tells of the claim, as readers see it, and what followed it. */
interface Read {
  told(): string | undefined;
  /** How often the asker was told, in a direct message, that nobody knows whether it stands. */
  doubts?(): number;
  /** How often it was told, notices aside. */
  times(): number;
  notices(): readonly string[];
}

/** For what takes milliseconds, on a machine that does much else. */
const patience = { timeout: 60_000 } as const;
/** As long as a dead process holds on to what it was at. */
const leaseMs = 30_000;

let people = 0;

async function askOnDiscord({ discord }: LastingChats): Promise<Read> {
  const asked = discord.write(`<@${world.bot.id}> ${claim}`);
  discord.deliver(asked);
  const answer = () => discord.posted.find(({ repliesTo }) => repliesTo === asked.id);
  return {
    told: () => answer()?.text,
    times: () => discord.posted.filter(({ repliesTo }) => repliesTo === asked.id).length,
    notices: () =>
      discord.posted.filter(({ repliesTo }) => repliesTo === answer()?.id).map(({ text }) => text),
  };
}

async function askOnSlack({ slack }: LastingChats): Promise<Read> {
  const ts = `7.${++people}`;
  const event = { type: 'app_mention', user: 'U1', channel: 'C1', ts };
  await slack.event({ ...event, text: `<@UFACTBOT> ${claim}` });
  const said = () =>
    slack.server.messages
      .filter(({ threadTs }) => threadTs === ts)
      .map(({ blocks }) => blocksToShownText(blocks));
  const isNotice = (text: string): boolean => text.startsWith('Correction');
  return {
    told: () => said()[0],
    times: () => said().filter((text) => !isNotice(text)).length,
    notices: () => said().slice(1),
  };
}

/** Somebody waits for a check that there is now. Gives the words that what they are told holds. */
async function keepWaiting(state: State, user: UserKey, channel: string): Promise<string> {
  const id = `wait-${++people}`;
  const at = testNow.toISOString();
  const platform = user.startsWith('slack:') ? 'slack' : 'discord';
  const place = { platform, channel, community: undefined, thread: undefined } as const;
  const asker = { user, at, locale: 'en', community: undefined, place } as const;
  await state.requests.add({ id, claim: `Is it so (${id})?`, at }, asker);
  await state.requests.give(id, asker, { kind: 'answered', at, ref });
  return `(${id})`;
}

/** Nobody was told yet: that is what the process dies over. */
async function waitOnDiscord({ discord }: LastingChats, state: State): Promise<Read> {
  const id = await keepWaiting(state, `discord:${world.reader}`, world.channel);
  const all = () => discord.posted.filter(({ text }) => text.includes(id));
  const told = () => all()[0];
  return {
    told: () => told()?.text,
    times: () => all().length,
    notices: () =>
      discord.posted.filter(({ repliesTo }) => repliesTo === told()?.id).map(({ text }) => text),
  };
}

async function waitOnSlack({ slack }: LastingChats, state: State): Promise<Read> {
  const user = `UWAIT${people}X`;
  const id = await keepWaiting(state, `slack:${user}`, 'C9');
  const said = (channel: string) =>
    slack.server.messages
      .filter((message) => message.channel === channel)
      .map(({ ts, threadTs, blocks }) => ({ ts, threadTs, text: blocksToShownText(blocks) }));
  const all = () => said('C9').filter(({ text }) => text.includes(id));
  return {
    told: () => all()[0]?.text,
    times: () => all().length,
    doubts: () => said(user).filter(({ text }) => text.includes(id)).length,
    notices: () =>
      said('C9')
        .filter(({ threadTs }) => threadTs !== undefined && threadTs === all()[0]?.ts)
        .map(({ text }) => text),
  };
}

export interface Deed {
  readonly begin: (chats: LastingChats, state: State) => Promise<Read>;
  /** How far the first process gets: the answer stands and is noted, it stands, it is planned, or nothing was done. */
  readonly reaches: 'noted' | 'standing' | 'planned' | 'nothing';
}

export const deeds: Readonly<Record<string, Deed>> = {
  'a correction on Discord': { begin: askOnDiscord, reaches: 'noted' },
  'a correction on Slack': { begin: askOnSlack, reaches: 'noted' },
  'the note of an answer on Discord': { begin: askOnDiscord, reaches: 'standing' },
  'the note of an answer on Slack': { begin: askOnSlack, reaches: 'standing' },
  'an answer on Discord': { begin: askOnDiscord, reaches: 'planned' },
  'an answer on Slack': { begin: askOnSlack, reaches: 'planned' },
  'telling somebody who waits on Discord': { begin: waitOnDiscord, reaches: 'nothing' },
  'telling somebody who waits on Slack': { begin: waitOnSlack, reaches: 'nothing' },
};

export interface SuccessionOptions {
  /** The store; one in memory unless given. */
  readonly url?: string | undefined;
  /** How long after one process the next one comes, in milliseconds; as soon as it can unless given. */
  readonly pauseMs?: number;
}

/** One process after another over one store; none dies unless told to. */
export async function startSuccession(
  chats: LastingChats,
  { begin, reaches }: Deed,
  { url = 'memory:', pauseMs = leaseMs }: SuccessionOptions = {},
) {
  const { now, pass } = createClock();
  chats.discord.setClock(now);
  const state = await openState(url, { clock: now, beatEveryMs: 60 * 60_000 });

  async function run(version: Version, diesAt?: number): Promise<Mortal> {
    const mortal = createMortal(diesAt);
    const { outgoing, senders } = await createTestBot({
      state: {
        ...state,
        receipts: mortal.see(state.receipts),
        told: mortal.see(state.told),
        answers: mortal.see(state.answers),
        corrections: mortal.see(state.corrections),
        requests: mortal.see(state.requests),
        outbox: mortal.see(state.outbox),
      },
      packs: packsOf(version),
      clock: now,
    });
    for (const platform of ['discord', 'slack'] as const) {
      const sender = chats.senders.of(platform);
      if (sender) senders.connect(platform, mortal.see(sender));
    }
    pass(pauseMs);
    // Redis goes by a clock of its own.
    if (url !== 'memory:')
      for (const { key } of await state.outbox.list('', undefined, 99))
        await state.outbox.release(key);
    await Promise.race([mortal.dead, outgoing.work().then(() => outgoing.work())]);
    return mortal;
  }

  const never = () => new Promise<never>(() => {});
  const mute = { ...state.receipts, add: never };
  const giveless: Deliveries = {
    ...state.deliveries,
    async begin(event, answer) {
      const taken = await state.deliveries.begin(event, answer);
      return taken && { ...taken, posting: never };
    },
  };
  const first = await createTestBot({
    state: reaches === 'standing' ? { ...state, receipts: mute } : state,
    packs: packsOf('True'),
    clock: now,
  });
  const deliveries = reaches === 'planned' ? giveless : state.deliveries;
  chats.handOverTo({ bot: first.bot, deliveries });
  const read = await begin(chats, state);
  await vi.waitFor(async () => {
    const [answer] = await state.outbox.list('answer', undefined, 1);
    if (reaches === 'noted') expect(answer).toMatchObject({ state: 'sent' });
    if (reaches === 'standing') expect(answer?.steps).toMatchObject({ post: { state: 'done' } });
    if (reaches === 'planned') expect(answer?.data).toHaveProperty('outline.input');
  }, patience);
  return { state, read, run };
}

const nowSaid = (text: string): string | undefined => text.match(/, now (.+?)(?: again)?\./)?.[1];

/** What is wrong with what readers see in the end. */
export async function faultsOf(
  { state, read }: Awaited<ReturnType<typeof startSuccession>>,
  final: Version,
  { reaches }: Deed,
): Promise<readonly string[]> {
  const now = final.replace(/,.*/, '');
  const told = read.told() ?? '';
  const notices = read.notices().map(nowSaid);
  const items = await state.outbox.list('', undefined, 99);
  const [receipt] = await state.receipts.about(ref, 1);
  const isTitled = new RegExp(`(^|\\n)\\W*${now}`).test(told);
  const isNoticeOwed = reaches === 'noted' && now !== 'True';
  // Where a process died over a post on Slack, nobody knows.
  const isUnsure = items.some((item) => item.state === 'unsure' && item.platform === 'slack');
  const faults = {
    // What tells of a request as well is not written anew, but followed by a notice.
    'what was told is wrong':
      !isTitled &&
      !(isUnsure && (reaches === 'planned' || reaches === 'nothing')) &&
      (reaches !== 'nothing' || notices.length === 0),
    'what was told names another verdict': (nowSaid(told) ?? now) !== now,
    'an update is told that was none': final === 'True' && told.includes('Updated'),
    'the last notice is wrong': notices.length > 0 && notices.at(-1) !== now,
    'there is no notice': isNoticeOwed && notices.length === 0 && !isUnsure,
    'a notice stands twice': read.notices().some((text, at, all) => {
      // What was taken back before a notice of it was posted is told as restored.
      const isRestored = text.includes(' again.') && text !== all[at - 1];
      return notices[at] === notices[at - 1] && !isRestored;
    }),
    'it is told twice': read.times() > 1,
    'a doubt is told twice, or there is none': (read.doubts?.() ?? 0) > (isUnsure ? 1 : 0),
    // Unless a process died over telling that.
    'a doubt is not told':
      isUnsure &&
      read.doubts?.() === 0 &&
      items.every(({ steps }) => steps.doubt?.state !== 'unsure'),
    'it is never told': read.times() === 0 && !isUnsure,
    'something on Discord is unsure': items.some(
      (item) => item.state === 'unsure' && item.platform === 'discord',
    ),
    'something waits': items.some((item) => item.state === 'waiting'),
    'the receipt shows something else':
      !(isUnsure && (reaches === 'planned' || reaches === 'nothing')) &&
      receipt?.revision !== claimToTold(versions[final]).revision,
  };
  return Object.entries(faults).flatMap(([fault, isThere]) => (isThere ? [fault] : []));
}
