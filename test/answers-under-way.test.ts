import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createDiscordAdapter } from '../src/adapters/discord/create-discord-adapter.ts';
import type { Bot } from '../src/core/bot/bot.ts';
import { claimToTold } from '../src/core/claims/told-claim.ts';
import type { Deliveries } from '../src/core/ports/deliveries.ts';
import { createClock } from './storage/state/clock.ts';
import { openState } from './storage/state/state-kinds.ts';
import { world } from './support/discord/events.ts';
import { startStandInDiscord } from './support/discord/stand-in-discord.ts';
import { startSlack } from './support/slack/start-slack.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { createTestBot, silentLog } from './support/test-bot.ts';

vi.setConfig({ testTimeout: 90_000 });

const ref = 'krasner/philly-2021-562-homicides';
const claim = 'Philadelphia recorded 562 homicides in 2021.';
const never = () => new Promise<never>(() => {});

type Step = 'plan' | 'answer' | 'posting' | 'delivered';

/** A bot whose process seems to die over the first question, or Share: in the given step, it goes no further. */
async function dyingBot(died: Step, over: 'any' | 'share' = 'any', dataDir = 'data') {
  const { now, pass } = createClock();
  const state = await openState('memory:', { clock: now });
  const made = await createTestBot({ state, clock: now, dataDir });
  const reached = Promise.withResolvers<void>();
  let isDead = false;
  const bot: Bot = {
    ...made.bot,
    async plan(invocation, details) {
      const die = () => {
        reached.resolve();
        return never();
      };
      if (died === 'plan') return die();
      const plan = await made.bot.plan(invocation, details);
      if (!('answer' in plan) || isDead) return plan;
      if (over === 'share' && plan.delivery !== 'share') return plan;
      isDead = true;
      return died === 'posting' ? plan : { ...plan, [died]: die };
    },
  };
  const deliveries: Deliveries = {
    ...state.deliveries,
    async begin(event, answer) {
      const taken = await state.deliveries.begin(event, answer);
      if (!taken || died !== 'posting') return taken;
      return {
        ...taken,
        async posting() {
          await taken.posting();
          reached.resolve();
          await never();
        },
      };
    },
  };
  const { senders, outgoing, library } = made;
  /** Whoever comes after it finds what it left, and looks twice. */
  async function takenOver(meanwhile?: () => Promise<unknown>): Promise<void> {
    await reached.promise;
    await meanwhile?.();
    await outgoing.work();
    pass(30_000);
    await outgoing.work();
    await outgoing.work();
  }
  return { bot, state, deliveries, senders, library, takenOver };
}

async function slackWith({ bot, deliveries, senders }: Awaited<ReturnType<typeof dyingBot>>) {
  const slack = await startSlack({ bot, transport: 'socket', deliveries, senders });
  onTestFinished(async () => {
    await slack.adapter.stop(10);
    slack.socket.stop();
    await slack.server.stop();
  });
  return slack;
}

async function discordWith({
  bot,
  state,
  deliveries,
  senders,
}: Awaited<ReturnType<typeof dyingBot>>) {
  const discord = await startStandInDiscord();
  const { communities } = state;
  const adapter = createDiscordAdapter({
    bot,
    senders,
    deliveries,
    communities,
    token: world.token,
    guildId: world.guild,
    apiUrl: discord.apiUrl,
    log: silentLog,
    onFatal() {},
  });
  await adapter.start();
  onTestFinished(async () => {
    await adapter.stop(10);
    await discord.stop();
  });
  return discord;
}

describe('on Slack, a process that died', () => {
  const mention = { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1' };
  const event = { ...mention, text: `<@UFACTBOT> ${claim}` };

  test('before a mention was answered is followed by one that answers it, once', async () => {
    const dying = await dyingBot('answer');
    const slack = await slackWith(dying);
    await slack.event(event);
    await dying.takenOver();
    await slack.event(event);
    expect(slack.server.messages).toMatchObject([
      { text: expect.stringContaining('✓ True'), threadTs: '1.1', seenBy: 'everybody' },
    ]);
    expect(await dying.state.receipts.about(ref, 9)).toMatchObject([
      { address: { message: slack.server.messages[0]?.ts }, canBeEdited: true },
    ]);
  });

  test('over a Share is followed by one that shares it, once', async () => {
    const dying = await dyingBot('answer', 'share');
    const slack = await slackWith(dying);
    const answer = await slack.slash('/fact', `private ${claim}`);
    await slack.act.press(answer, 'Share to channel');
    await dying.takenOver();
    await slack.act.press(answer, 'Share to channel');
    const shared = slack.server.messages.filter(({ seenBy }) => seenBy === 'everybody');
    expect(shared).toMatchObject([{ text: expect.stringMatching(/Shared by .+✓ True/s) }]);
  });

  test('after a mention was answered is followed by no second answer', async () => {
    const dying = await dyingBot('delivered');
    const slack = await slackWith(dying);
    await slack.event(event);
    await dying.takenOver();
    await slack.event(event);
    expect(slack.server.messages).toHaveLength(1);
  });
});

describe('on Discord, a process that died', () => {
  test('before a mention was answered is followed by one that answers it, once', async () => {
    const dying = await dyingBot('answer');
    const discord = await discordWith(dying);
    const asked = discord.write(`<@${world.bot.id}> ${claim}`);
    discord.deliver(asked);
    await dying.takenOver();
    expect(discord.posted).toMatchObject([
      { text: expect.stringContaining('✓ True'), repliesTo: asked.id },
    ]);
  });

  test('before a mention was understood is followed by one that asks to be asked again, once', async () => {
    const dying = await dyingBot('plan');
    const discord = await discordWith(dying);
    const asked = discord.write(`<@${world.bot.id}> ${claim}`);
    discord.deliver(asked);
    await dying.takenOver();
    expect(discord.posted).toMatchObject([
      { text: expect.stringContaining('Please ask again'), repliesTo: asked.id },
    ]);
  });

  test('over the answer leaves it to be posted again under its nonce, and its receipt', async () => {
    const dying = await dyingBot('delivered');
    const discord = await discordWith(dying);
    const asked = discord.write(`<@${world.bot.id}> ${claim}`);
    discord.deliver(asked);
    await dying.takenOver();
    expect(discord.posted).toMatchObject([{ text: expect.stringContaining('✓ True') }]);
    const posts = discord.requests.filter(({ path }) => /\/messages$/.test(path));
    expect(posts).toHaveLength(2);
    expect(await dying.state.receipts.about(ref, 9)).toMatchObject([
      { address: { message: discord.posted[0]?.id }, canBeEdited: true },
    ]);
  });

  test('over an answer whose claim has changed since leaves the new one standing, once', async () => {
    const dataDir = await temporaryFolder();
    await cp('data/krasner', join(dataDir, 'krasner'), { recursive: true });
    const file = join(dataDir, 'krasner', 'claims', 'philly-2021-562-homicides.yaml');
    const dying = await dyingBot('delivered', 'any', dataDir);
    const discord = await discordWith(dying);
    discord.deliver(discord.write(`<@${world.bot.id}> ${claim}`));
    await dying.takenOver(async () => {
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(/^verdict: "true"$/m, 'verdict: mostly-true'));
      await dying.library.reload('console:local');
    });
    expect(discord.posted).toMatchObject([{ text: expect.stringContaining('Mostly true') }]);
    const [receipt] = await dying.state.receipts.about(ref, 9);
    const now = dying.library.current.find(ref);
    expect(receipt?.revision).toBe(now && claimToTold(now).revision);
  });

  test.each(['answer', 'posting'] as const)(
    'over a Share (%s) shares it once, and says who did',
    async (step) => {
      const dying = await dyingBot(step, 'share');
      const discord = await discordWith(dying);
      const answer = await discord.slash('fact', { claim, private: true });
      discord.deliver(discord.pressing(answer, 'Share to channel'));
      await dying.takenOver();
      expect(discord.posted).toMatchObject([
        { text: expect.stringMatching(new RegExp(`^Shared by <@${world.reader}>[^]+✓ True`)) },
      ]);
    },
  );
});
