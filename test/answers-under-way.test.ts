import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { claimToTold } from '../src/core/claims/told-claim.ts';
import { world } from './support/discord/events.ts';
import { discordWith, dyingBot, slackWith } from './support/dying-bot.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

vi.setConfig({ testTimeout: 90_000 });

const ref = 'krasner/philly-2021-562-homicides';
const claim = 'Philadelphia recorded 562 homicides in 2021.';
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
    const dying = await dyingBot('answer', { over: 2 });
    const slack = await slackWith(dying);
    const answer = await slack.slash('/fact', `private ${claim}`);
    await slack.act.press(answer, 'Share to channel');
    await dying.takenOver();
    await slack.act.press(answer, 'Share to channel');
    const shared = slack.server.messages.filter(({ seenBy }) => seenBy === 'everybody');
    expect(shared).toMatchObject([{ text: expect.stringMatching(/Shared by .+✓ True/s) }]);
  });

  test('before it took a mention on leaves it to be sent again, and then answered, once', async () => {
    const dying = await dyingBot('plan');
    const slack = await slackWith(dying);
    let isAcknowledged = false;
    void slack.event(event).then(() => {
      isAcknowledged = true;
    });
    await dying.takenOver();
    expect(isAcknowledged).toBe(false);
    await slack.event(event, { retry: { attempt: 1, reason: 'timeout' } });
    await dying.takenOver();
    expect(slack.server.messages).toMatchObject([
      { text: expect.stringContaining('✓ True'), threadTs: '1.1' },
    ]);
  });

  test.each(['posting', 'posted'] as const)(
    'at the step “%s” of a mention in a channel, where nobody may look, is followed by one that tells the asker, once',
    async (step) => {
      const dying = await dyingBot(step);
      const slack = await slackWith(dying);
      await slack.event(event);
      await dying.takenOver();
      await dying.takenOver();
      const told = slack.server.messages.filter(({ text }) => text.includes('please ask again'));
      expect(told).toMatchObject([{ channel: 'U1' }]);
      const answers = slack.server.messages.filter(({ channel }) => channel === 'C1');
      expect(answers).toHaveLength(step === 'posted' ? 1 : 0);
    },
  );

  test('after a mention was answered is followed by no second answer', async () => {
    const dying = await dyingBot('delivered');
    const slack = await slackWith(dying);
    await slack.event(event);
    await dying.takenOver();
    await slack.event(event);
    expect(slack.server.messages).toHaveLength(1);
  });
});

describe('on Slack, a process that died over a direct message', () => {
  const event = { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', ts: '2.1' };

  test.each([
    ['before it was answered', 'posting'],
    ['before it heard where the answer stands', 'posted'],
  ] as const)('%s is followed by one that looks, and leaves one answer', async (_, step) => {
    const dying = await dyingBot(step);
    const slack = await slackWith(dying);
    await slack.event({ ...event, text: claim });
    await dying.takenOver();
    expect(slack.server.messages).toMatchObject([
      { text: expect.stringContaining('✓ True'), channel: 'D1' },
    ]);
    expect(await dying.state.outbox.list('answer', undefined, 9)).toMatchObject([
      { state: 'sent' },
    ]);
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

  test('over the receipt of an answer leaves it to be kept, and posts nothing', async () => {
    const dying = await dyingBot('delivered');
    const discord = await discordWith(dying);
    const asked = discord.write(`<@${world.bot.id}> ${claim}`);
    discord.deliver(asked);
    await dying.takenOver();
    expect(discord.posted).toMatchObject([{ text: expect.stringContaining('✓ True') }]);
    const posts = discord.requests.filter(({ path }) => /\/messages$/.test(path));
    expect(posts).toHaveLength(1);
    expect(await dying.state.receipts.about(ref, 9)).toMatchObject([
      { address: { message: discord.posted[0]?.id }, canBeEdited: true },
    ]);
  });

  test('over an answer whose claim has changed since leaves the new one standing, once', async () => {
    const dataDir = await temporaryFolder();
    await cp('data/krasner', join(dataDir, 'krasner'), { recursive: true });
    const file = join(dataDir, 'krasner', 'claims', 'philly-2021-562-homicides.yaml');
    const dying = await dyingBot('delivered', { dataDir });
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
      const dying = await dyingBot(step, { over: 2 });
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
