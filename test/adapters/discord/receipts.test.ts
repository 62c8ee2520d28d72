import { describe, expect, test } from 'vitest';
import { type From, world } from '../../support/discord/events.ts';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';
import { surfaceBotOptions, unclearQuestion } from '../../support/surface-bot.ts';

const ref = 'krasner/philly-2021-562-homicides';
const claim = ref;
const here = {
  platform: 'discord',
  community: `discord:${world.guild}`,
  channel: world.channel,
  thread: undefined,
};

async function started() {
  const running = await startBotOnDiscord({ guildId: undefined }, surfaceBotOptions);
  const kept = async (about: `${string}/${string}` = ref) => {
    // A receipt comes after its answer: it is there once nothing is under way any more.
    await running.adapter.stop(10_000);
    return running.state.receipts.about(about, 10);
  };
  return { ...running, kept };
}

describe('what a channel was told can be found again', () => {
  test('after a command', async () => {
    const { discord, kept } = await started();
    const { id } = await discord.slash('fact', { claim });
    expect(await kept()).toMatchObject([{ address: { ...here, message: id }, canBeEdited: true }]);
  });

  test('after a command in a thread', async () => {
    const { discord, kept } = await started();
    const { id } = await discord.slash('fact', { claim }, { where: 'thread' });
    const address = { ...here, thread: world.thread, message: id };
    expect(await kept()).toMatchObject([{ address, canBeEdited: true }]);
  });

  test('after a mention', async () => {
    const { discord, kept } = await started();
    const { id } = await discord.mention(claim);
    expect(await kept()).toMatchObject([{ address: { ...here, message: id }, canBeEdited: true }]);
  });

  test('after an answer was shared', async () => {
    const { discord, kept } = await started();
    const answer = await discord.slash('fact', { claim, private: true });
    const { id } = await discord.press(answer, 'Share to channel');
    expect(await kept()).toMatchObject([{ address: { ...here, message: id }, canBeEdited: true }]);
  });

  test('after a claim was chosen in a public answer', async () => {
    const { discord, kept } = await started();
    const unclear = await discord.slash('fact', { claim: unclearQuestion });
    const { id } = await discord.press(unclear, '“In 2017 George Soros spent more');
    const [receipt] = await kept('krasner/soros-five-times-krasner');
    expect(receipt?.address).toEqual({ ...here, message: id });
  });

  test.each<[string, From]>([
    ['somebody brought the bot along', { where: 'abroad' }],
    ['the bot may not see the channel', { isChannelHidden: true }],
  ])('and is known to stay as it is where %s', async (_, from) => {
    const { discord, kept } = await started();
    await discord.slash('fact', { claim }, from);
    expect(await kept()).toMatchObject([{ canBeEdited: false }]);
  });
});

test('nothing is kept of what only the asker was told', async () => {
  const { discord, kept } = await started();
  await discord.slash('fact', { claim, private: true });
  await discord.slash('fact', { claim }, { where: 'direct' });
  await discord.directMessage(claim);
  await discord.check('Philadelphia recorded 562 homicides in 2021.');
  expect(await kept()).toEqual([]);
});
