import { expect, test } from 'vitest';
import { loadConfig } from '../src/config.ts';
import type { DigestSettings } from '../src/core/digest/places.ts';
import type { State } from '../src/storage/state/state.ts';
import { createState } from '../src/storage/state/state.ts';
import { tellTo } from './support/answer-to.ts';
import { aClaim } from './support/claims.ts';
import { everywhere } from './support/digest-everywhere.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';
import { startBothChats } from './support/start-both-chats.ts';
import { createTestBot, rivertonPack, silentLog } from './support/test-bot.ts';
import { testDay } from './support/test-day.ts';

const { verification } = aClaim();
const inState = (id: string, changes: object) =>
  aClaim({
    id,
    claim: `The ${id} stands.`,
    wordings: [],
    verification: { ...verification, on: '2020-01-01', recheckDueOn: null, ...changes },
  });

const packs = [
  rivertonPack([
    inState('bridge', { recheckDueOn: testDay }),
    inState('ferry', { recheckDueOn: '2020-02-01' }),
    inState('tower', { status: 'disputed', reason: 'A bad copy.' }),
    inState('harbour', { status: 'draft', proposed: true }),
    inState('quay', { status: 'draft' }),
    inState('market', {}),
  ]),
];

/** A week that begins on the Monday after the day of the tests, shortly before the digest is due. */
async function processes(digest: DigestSettings, count = 1) {
  let now = new Date(`${testDay}T12:00:00Z`);
  const clock = () => now;
  const state: State = await createState('memory:', silentLog, { clock });
  const bots = await Promise.all(
    Array.from({ length: count }, () => createTestBot({ packs, state, digest, clock })),
  );
  const [first] = bots;
  if (!first) throw new Error('no process');
  const { discord, slack } = await startBothChats(first, state);
  return {
    bot: first.bot,
    state,
    async workAt(instant: string) {
      now = new Date(instant);
      for (const { outgoing } of bots) await outgoing.work();
    },
    onDiscord: () => discord.posted.map(({ text }) => text),
    onSlack: (channel: string) =>
      slack.server.messages
        .filter((message) => message.channel === channel)
        .map(({ blocks }) => blocksToShownText(blocks)),
  };
}

test('goes to channels and operators on Mondays, once a week, however many processes there are', async () => {
  const { workAt, onDiscord, onSlack } = await processes(everywhere, 2);
  const counts = () => [onDiscord().length, onSlack('CDESK').length, onSlack('UBOSS').length];
  await workAt('2026-11-29T12:00:00Z');
  expect(counts()).toEqual([1, 1, 1]);
  await workAt('2026-11-30T07:59:59Z');
  expect(counts()).toEqual([1, 1, 1]);
  await workAt('2026-11-30T08:00:00Z');
  await workAt('2026-11-30T08:00:01Z');
  await workAt('2026-12-06T23:00:00Z');
  expect(counts()).toEqual([2, 2, 2]);
  await workAt('2026-12-09T03:00:00Z');
  expect(counts()).toEqual([3, 3, 3]);
});

test('says what is due, expired and disputed, what was asked most and which requests wait', async () => {
  const { bot, state, workAt, onDiscord, onSlack } = await processes(everywhere);
  const asker = { platform: 'slack', user: 'slack:U1', community: 'slack:T1' } as const;
  for (const channel of ['C1', 'C2']) {
    const input = {
      kind: 'command',
      command: 'fact',
      options: { claim: 'riverton/market' },
    } as const;
    await tellTo(bot, { ...asker, channel, input });
  }
  const at = `${testDay}T11:00:00.000Z`;
  const request = { id: 'cows', claim: 'Cows lie down before rain.', at };
  const waits = { at, locale: 'en', community: undefined, place: undefined };
  await state.requests.add(request, { ...waits, user: 'slack:U1' });
  await state.requests.add(request, { ...waits, user: 'slack:U2' });
  await workAt(`${testDay}T12:00:00Z`);
  for (const text of [onDiscord()[0], onSlack('CDESK')[0]]) {
    expect(text).toContain('The claims this week');
    expect(text).toMatch(/Re-check due: 1\s+.*The bridge stands/);
    expect(text).toMatch(/Expired: 1\s+.*The ferry stands/);
    expect(text).toMatch(/Disputed: 1\s+.*The tower stands/);
    expect(text).toMatch(/Drafts that wait for a second person: 1\s+.*The harbour stands/);
    expect(text).toMatch(/in the last seven days\s+.*The market stands\.”\s+2 times/);
    expect(text).toMatch(/Requests that wait: 1\s+.*Cows lie down before rain\.”\s+2 people wait/);
    expect(text).not.toContain('quay');
  }
});

test('says in a word that nothing waits, and goes nowhere unless it is told where', async () => {
  const nowhere = await processes({ channels: [], people: [] });
  await nowhere.workAt('2026-11-30T08:00:00Z');
  expect([nowhere.onDiscord(), nowhere.onSlack('CDESK')]).toEqual([[], []]);
});

test.each([
  ['operators', [], ['discord:1', 'slack:T1/U1']],
  ['discord:12, slack:C1,slack:T1/C2', ['12', 'C1', 'C2'], []],
  ['', [], []],
])('is set with DIGEST=%s', (DIGEST, channels, people) => {
  const { digest } = loadConfig({ DIGEST, ADMINS: 'discord:1,slack:T1/U1' });
  expect(digest.channels.map(({ channel }) => channel)).toEqual(channels);
  expect(digest.people).toEqual(people);
});

test.each(['admins', '#desk', 'slack:U1', 'discord:desk'])(
  'is not set with DIGEST=%s',
  (DIGEST) => {
    expect(() => loadConfig({ DIGEST })).toThrow(`"${DIGEST}" is no place for a digest`);
  },
);
