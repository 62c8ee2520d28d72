import { expect, test, vi } from 'vitest';
import type { Claim } from '../src/core/claims/claim.ts';
import { claimToTold } from '../src/core/claims/told-claim.ts';
import type { State } from '../src/storage/state/state.ts';
import { createClock } from './storage/state/clock.ts';
import { openState } from './storage/state/state-kinds.ts';
import { aClaim } from './support/claims.ts';
import { world } from './support/discord/events.ts';
import { type LastingChats, startLastingChats } from './support/lasting-chats.ts';
import { createMortal, type Mortal } from './support/mortal.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';
import { createTestBot, rivertonPack } from './support/test-bot.ts';
import { testNow } from './support/test-day.ts';

vi.setConfig({ testTimeout: 600_000 });

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
type Version = keyof typeof versions;

const packsOf = (version: Version) => [rivertonPack([versions[version] satisfies Claim])];

/** Something that tells of the claim, as readers see it, and what followed it. */
interface Read {
  told(): string | undefined;
  notices(): readonly string[];
}

/** For what takes milliseconds, on a machine that does much else. */
const patience = { timeout: 60_000 } as const;
/** More than there are steps. */
const mostSteps = 80;
/** Longer than a dead process holds on to what it was at. */
const leaseMs = 90_000;

let people = 0;

async function askOnDiscord({ discord }: LastingChats): Promise<Read> {
  const asked = discord.write(`<@${world.bot.id}> ${claim}`);
  discord.deliver(asked);
  const answer = () => discord.posted.find(({ repliesTo }) => repliesTo === asked.id);
  return {
    told: () => answer()?.text,
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
  return { told: () => said()[0], notices: () => said().slice(1) };
}

/** Nobody was told yet: that is what the process dies over. */
async function waitOnDiscord({ discord }: LastingChats, state: State): Promise<Read> {
  const id = `wait-${++people}`;
  const at = testNow.toISOString();
  const place = { platform: 'discord', channel: world.channel } as const;
  const asker = {
    user: `discord:${world.reader}`,
    at,
    locale: 'en',
    community: undefined,
    place: { ...place, community: undefined, thread: undefined },
  } as const;
  await state.requests.add({ id, claim: `Is it so (${id})?`, at }, asker);
  await state.requests.give(id, asker, { kind: 'answered', at, ref });
  const told = () => discord.posted.find(({ text }) => text.includes(id));
  return {
    told: () => told()?.text,
    notices: () =>
      discord.posted.filter(({ repliesTo }) => repliesTo === told()?.id).map(({ text }) => text),
  };
}

interface Deed {
  readonly begin: (chats: LastingChats, state: State) => Promise<Read>;
  /** How far the first process gets: the answer stands and is noted, it stands, or nothing was said. */
  readonly reaches: 'noted' | 'standing' | 'nothing';
}

const deeds: Readonly<Record<string, Deed>> = {
  'a correction on Discord': { begin: askOnDiscord, reaches: 'noted' },
  'a correction on Slack': { begin: askOnSlack, reaches: 'noted' },
  'the note of an answer on Discord': { begin: askOnDiscord, reaches: 'standing' },
  'the note of an answer on Slack': { begin: askOnSlack, reaches: 'standing' },
  'telling somebody who waits on Discord': { begin: waitOnDiscord, reaches: 'nothing' },
};

/** What the claim says after it was true: when the process dies, and when the ones after it come. */
const orders: readonly (readonly [Version, ...Version[]])[] = [
  ['Misleading', 'True', 'Misleading'],
  ['Misleading', 'False'],
  ['Retracted', 'True, in other words'],
];

/** One process after another over one store; none dies unless told to. */
async function startSuccession(chats: LastingChats, { begin, reaches }: Deed) {
  const { now, pass } = createClock();
  const state = await openState('memory:', { clock: now, beatEveryMs: 60 * 60_000 });

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
    pass(leaseMs);
    await Promise.race([mortal.dead, outgoing.work().then(() => outgoing.work())]);
    return mortal;
  }

  const mute = { ...state.receipts, add: () => new Promise<never>(() => {}) };
  const first = await createTestBot({
    state: reaches === 'standing' ? { ...state, receipts: mute } : state,
    packs: packsOf('True'),
    clock: now,
  });
  chats.handOverTo({ bot: first.bot, deliveries: state.deliveries });
  const read = await begin(chats, state);
  await vi.waitFor(async () => {
    const [answer] = await state.outbox.list('answer', undefined, 1);
    if (reaches === 'noted') expect(answer).toMatchObject({ state: 'sent' });
    if (reaches === 'standing') expect(answer?.data).toHaveProperty('posted');
  }, patience);
  return { state, read, run };
}

const nowSaid = (text: string): string | undefined => text.match(/, now (.+?)(?: again)?\./)?.[1];

/** What is wrong with what readers see in the end. */
async function faultsOf(
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
    'what was told is wrong': !isTitled && (reaches !== 'nothing' || notices.length === 0),
    'what was told names another verdict': (nowSaid(told) ?? now) !== now,
    'an update is told that was none': final === 'True' && told.includes('Updated'),
    'the last notice is wrong': notices.length > 0 && notices.at(-1) !== now,
    'there is no notice': isNoticeOwed && notices.length === 0 && !isUnsure,
    'a notice stands twice': notices.some((each, at) => each === notices[at - 1]),
    'something waits': items.some((item) => item.state === 'waiting'),
    'the receipt shows something else': receipt?.revision !== claimToTold(versions[final]).revision,
  };
  return Object.entries(faults).flatMap(([fault, isThere]) => (isThere ? [fault] : []));
}

test.each(Object.entries(deeds))(
  'killed at any step of %s, it leaves what is true to be read, and says nothing twice',
  async (_, deed) => {
    const chats = await startLastingChats(packsOf('True'));
    const faults: string[] = [];
    for (const [first, ...later] of orders) {
      let step = 1;
      // Between the end of one thing that it asks for and the beginning of the next nothing happens: one of them will do.
      for (; step < mostSteps; step += 2) {
        const succession = await startSuccession(chats, deed);
        const { isDead } = await succession.run(first, step);
        if (!isDead) break;
        for (const [at, version] of later.entries()) {
          await succession.run(version);
          const order = ['True', `${first} (killed at ${step})`, ...later.slice(0, at + 1)];
          for (const fault of await faultsOf(succession, version, deed))
            faults.push(`${order.join(' → ')}: ${fault}`);
        }
      }
      expect(step).toBeGreaterThan(10);
    }
    expect(faults).toEqual([]);
  },
);
