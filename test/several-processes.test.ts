import { describe, expect, onTestFinished, test } from 'vitest';
import type { Delivery } from '../src/core/bot/plan.ts';
import type { UserKey } from '../src/core/keys.ts';
import { usesPerUserAMinute } from '../src/storage/state/limits.ts';
import { lasting, openState, startStateKinds } from './storage/state/state-kinds.ts';
import { deliveryOf } from './support/answer-to.ts';
import { settingsForDiscord } from './support/chat-settings.ts';
import { prepareBotOnDiscord } from './support/discord/running-bot.ts';
import { type StandInDiscord, startStandInDiscord } from './support/discord/stand-in-discord.ts';
import { type Program, startProgram } from './support/program.ts';
import { startSlack } from './support/slack/start-slack.ts';
import { createTestBot } from './support/test-bot.ts';

const kinds = lasting(await startStateKinds());
const question = 'did soros give krasner 1.45 million?';
const people = Array.from({ length: 8 }, (_, index) => ({ user: `40000000000000001${index}` }));

/** The bot as it is run, twice, with one token and one store; Discord gives every event to both. */
async function startTwoProcesses(
  url: string,
): Promise<{ discord: StandInDiscord; processes: readonly Program[] }> {
  const discord = await startStandInDiscord();
  onTestFinished(() => discord.stop());
  const environment = {
    STATE_URL: url,
    ...settingsForDiscord(discord),
  };
  const processes = [1, 2].map(() => startProgram('src/main.ts', [], environment));
  onTestFinished(async () => {
    for (const { child } of processes) child.kill('SIGKILL');
    await Promise.all(processes.map((one) => one.ended()));
  });
  await Promise.all(processes.map((one) => one.shows('Answering on Discord')));
  return { discord, processes };
}

/** A stop lets work under way finish: what has not been said by then never will be. */
async function stopped(processes: readonly Program[]): Promise<void> {
  for (const { child } of processes) child.kill('SIGTERM');
  await Promise.all(processes.map((one) => one.ended()));
}

function requested({ requests }: StandInDiscord, method: string, path: RegExp): readonly string[] {
  return requests.flatMap((one) => (one.method === method && path.test(one.path) ? one.path : []));
}

describe.each(kinds)('two processes over one $name', ({ freshUrl }) => {
  test('answer every event on Discord once, and keep every report once', async () => {
    const url = await freshUrl();
    const { discord, processes } = await startTwoProcesses(url);
    await Promise.all(
      people.map(async (from) => {
        await discord.mention(question, from);
        const answer = await discord.slash('fact', { claim: question, private: true }, from);
        const form = await discord.formUnder(answer, 'Wrong match', from);
        await discord.submit(form, {});
      }),
    );
    await stopped(processes);
    const edits = requested(discord, 'PATCH', /original$/);
    expect(edits).toHaveLength(2 * people.length);
    expect(new Set(edits).size).toBe(edits.length);
    expect(requested(discord, 'POST', /\/messages$/)).toHaveLength(people.length);
    const { reports } = await openState(url);
    expect(await reports.recent(100)).toHaveLength(people.length);
  });

  test('answer what Slack delivers to one and again to the other once', async () => {
    const url = await freshUrl();
    const bots = await Promise.all(
      [1, 2].map(async () => {
        const state = await openState(url);
        const { bot } = await createTestBot({ state });
        const slack = await startSlack({ bot, transport: 'http', deliveries: state.deliveries });
        onTestFinished(() => slack.stop());
        return slack;
      }),
    );
    for (let index = 0; index < 10; index++) {
      const mention = {
        type: 'app_mention',
        user: 'U1',
        channel: 'C1',
        ts: `1.${index}`,
        text: '<@UFACTBOT> help',
      };
      await Promise.all(bots.map((one) => one.event(mention, { eventId: `Ev${index}` })));
    }
    await Promise.all(bots.map(({ adapter }) => adapter.stop(5000)));
    const threads = bots.flatMap(({ server }) => server.messages.map(({ threadTs }) => threadTs));
    expect(threads.toSorted()).toEqual(Array.from({ length: 10 }, (_, index) => `1.${index}`));
  });
});

describe.each(kinds)('two bots over one $name', ({ freshUrl }) => {
  test('tell somebody who asks too much, or is blocked, once together', async () => {
    const url = await freshUrl();
    const bots = await Promise.all(
      [1, 2].map(async () => createTestBot({ state: await openState(url) })),
    );
    const where = {
      platform: 'discord',
      community: 'discord:100',
      channel: '200',
      input: { kind: 'command', command: 'fact', options: { claim: question } },
    } as const;
    const deliveriesTo = async (user: UserKey): Promise<readonly Delivery[]> => {
      const seen: Delivery[] = [];
      for (let use = 0; use < usesPerUserAMinute + 3; use++) {
        for (const { bot } of bots) {
          seen.push(await deliveryOf(bot, { ...where, user }));
        }
      }
      return seen;
    };
    const told = (seen: readonly Delivery[]) => seen.filter((each) => each === 'private');
    const seen = await deliveriesTo('discord:1');
    expect(told(seen)).toHaveLength(1);
    expect(seen.at(-1)).toBe('none');
    await Promise.all(bots.map(({ state }) => state.blocked.add('discord:2')));
    expect(told(await deliveriesTo('discord:2'))).toHaveLength(1);
  });
});

test('two processes over one Redis count a command on Discord once', async () => {
  const url = (await kinds.find(({ name }) => name === 'Redis')?.freshUrl()) ?? '';
  const discord = await startStandInDiscord();
  for (const state of [await openState(url), await openState(url)]) {
    const { deliveries } = state;
    const { adapter } = await prepareBotOnDiscord({ deliveries }, { state }, discord);
    await adapter.start();
  }
  for (let use = 0; use < usesPerUserAMinute; use++) {
    const { text } = await discord.slash('fact', { claim: question });
    expect(text).not.toContain('seconds');
  }
  // On a machine that stalls, a process gives up waiting for Redis and counts in its own memory: it may take one more.
  let last = '';
  for (let more = 0; more < 3 && !last.includes('seconds'); more++) {
    last = (await discord.slash('fact', { claim: question })).text;
  }
  expect(last).toContain('seconds');
});
