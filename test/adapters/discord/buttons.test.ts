import { describe, expect, test } from 'vitest';
import { world } from '../../support/discord/events.ts';
import {
  prepareBotOnDiscord,
  type RunningBot,
  startBotOnDiscord,
} from '../../support/discord/running-bot.ts';
import type { StandInDiscord } from '../../support/discord/stand-in-discord.ts';

const claim = 'philly 562 homicides 2021';
const record = 'Philadelphia recorded 562 homicides in 2021.';
const somebodyElse = { user: '400000000000000002' };

const askPrivately = (discord: StandInDiscord) => discord.slash('fact', { claim, private: true });
const posts = ({ requests }: StandInDiscord) =>
  requests.filter(({ method, path }) => method === 'POST' && /^\/channels/.test(path));

/** The same bot, started anew over what it kept. */
async function restart({ adapter, discord }: RunningBot, kept: Partial<RunningBot>): Promise<void> {
  await adapter.stop(1000);
  const state = kept.state ? { state: kept.state } : {};
  await (await prepareBotOnDiscord({}, state, discord)).adapter.start();
}

describe('buttons', () => {
  test('go on working after a restart', async () => {
    const running = await startBotOnDiscord();
    const answer = await running.discord.slash('fact', { claim });
    await restart(running, running);
    const sources = await running.discord.press(answer, 'Sources with quotes');
    expect(sources.text).toMatch(/^Sources/);
    expect(sources.private).toBe(true);
  });

  test('say that they are too old when nothing is kept of the answer', async () => {
    const running = await startBotOnDiscord();
    const answer = await running.discord.slash('fact', { claim });
    await restart(running, {});
    const { text, private: hidden } = await running.discord.press(answer, 'Why this answer');
    expect(text).toContain('This button is too old: buttons work for 30 days');
    expect(hidden).toBe(true);
  });

  test('say so too where they would open a form', async () => {
    const running = await startBotOnDiscord();
    const answer = await running.discord.slash('fact', { claim });
    await restart(running, {});
    const { text, private: hidden } = await running.discord.press(answer, 'Wrong match');
    expect(text).toContain('This button is too old');
    expect(hidden).toBe(true);
  });

  test.each(['Sources with quotes', 'Why this answer', 'Share to channel', 'Wrong match'])(
    '“%s” under somebody else’s private answer is refused, and the answer stays as it is',
    async (label) => {
      const { discord } = await startBotOnDiscord();
      const answer = await askPrivately(discord);
      const refusal = await discord.press(answer, label, somebodyElse);
      expect(refusal.text).toContain('Only the person who asked can use this');
      expect(refusal.private).toBe(true);
      expect(discord.messageNow(answer)).toBe(answer);
      expect(discord.posted).toEqual([]);
    },
  );

  test('that this bot did not make are said to be too old', async () => {
    const { discord } = await startBotOnDiscord();
    const answer = await discord.slash('fact', { claim });
    const button = { type: 2, style: 2, custom_id: 'spin:the:wheel', label: 'Spin' } as const;
    const forged = {
      ...answer,
      message: { ...answer.message, components: [{ type: 1 as const, components: [button] }] },
    };
    expect((await discord.press(forged, 'Spin')).text).toContain('too old');
  });

  test('of a list turn the page in place, and the last page has no way on', async () => {
    const { discord } = await startBotOnDiscord();
    let page = await discord.slash('fact-search', { words: 'homicides' });
    const first = page;
    while (page.buttons.includes('Next page')) page = await discord.press(page, 'Next page');
    expect(page.id).toBe(first.id);
    expect(page.buttons).toEqual(['Previous page']);
  });

  test('stand under an answer to a mention as well', async () => {
    const { discord } = await startBotOnDiscord();
    const answer = await discord.mention(claim);
    const why = await discord.press(answer, 'Why this answer', somebodyElse);
    expect(why.text).toMatch(/^Why this answer/);
    expect(why.private).toBe(true);
  });

  test('pressed twice by a redelivery answer once', async () => {
    const { discord, adapter } = await startBotOnDiscord();
    const pressed = discord.pressing(await discord.slash('fact', { claim }), 'Why this answer');
    discord.deliver(pressed);
    discord.deliver(pressed);
    await discord.answerTo(pressed);
    await discord.slash('fact-help');
    await adapter.stop(10_000);
    const edits = discord.requests.filter(({ path }) => path.includes(pressed.token));
    expect(edits.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });
});

test('nothing that a press sends, changes or posts can ping anybody', async () => {
  const { discord } = await startBotOnDiscord();
  const answer = await askPrivately(discord);
  await discord.press(answer, 'Why this answer');
  await discord.press(answer, 'Share to channel', somebodyElse);
  const sources = await discord.press(answer, 'Sources with quotes');
  await discord.press(sources, 'Next page');
  await discord.press(answer, 'Share to channel');
  const said = discord.requests.filter(({ body }) => JSON.stringify(body)?.includes('"embeds"'));
  expect(said).toHaveLength(6);
  for (const { body } of said) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
});

describe('a choice', () => {
  test('by somebody else is refused to them alone, and the question stays', async () => {
    const { discord } = await startBotOnDiscord();
    const found = await discord.check(`${claim}.`);
    const [first = ''] = found.choices;
    const refusal = await discord.press(found, first, somebodyElse);
    expect(refusal.text).toContain('Only the person who asked can use this');
    expect(refusal.private).toBe(true);
    expect(refusal.id).not.toBe(found.id);
    expect(discord.messageNow(found)).toBe(found);
  });

  test('takes the select away with the question that it answers', async () => {
    const { discord } = await startBotOnDiscord();
    const found = await discord.check(`Bananas are berries. ${claim}.`);
    const [first = ''] = found.choices;
    const chosen = await discord.press(found, first);
    expect(chosen.id).toBe(found.id);
    expect(chosen.choices).toEqual([]);
  });
});

describe('sharing', () => {
  test('posts an ordinary message that names the sharer without a ping, and takes the private one away', async () => {
    const { discord } = await startBotOnDiscord();
    const answer = await askPrivately(discord);
    const shared = await discord.press(answer, 'Share to channel');
    expect(shared.text).toContain(`Shared by <@${world.reader}>`);
    expect(shared.text).toContain(record);
    expect(shared.message.allowed_mentions).toEqual({ parse: [] });
    expect(discord.messageNow(answer)).toBeUndefined();
    expect(posts(discord).map(({ path }) => path)).toEqual([`/channels/${world.channel}/messages`]);
  });

  test('goes to the thread in which it was asked', async () => {
    const { discord } = await startBotOnDiscord();
    const inThread = { where: 'thread' } as const;
    const answer = await discord.slash('fact', { claim, private: true }, inThread);
    await discord.press(answer, 'Share to channel', inThread);
    expect(posts(discord).map(({ path }) => path)).toEqual([`/channels/${world.thread}/messages`]);
  });

  test('posts once, however often the button is pressed', async () => {
    const { discord, logged } = await startBotOnDiscord();
    const answer = await askPrivately(discord);
    const presses = [1, 2, 3].map(() => discord.pressing(answer, 'Share to channel'));
    for (const event of presses) discord.deliver(event);
    await expect.poll(() => discord.messageNow(answer)).toBeUndefined();
    await discord.slash('fact-help');
    expect(posts(discord)).toHaveLength(1);
    expect(discord.posted).toHaveLength(1);
    expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  test('tells the sharer when Discord fails, and leaves a trace for us', async () => {
    const { discord, logged } = await startBotOnDiscord();
    const answer = await askPrivately(discord);
    discord.fail({ method: 'POST', path: /^\/channels/, status: 400, body: { code: 160005 } });
    const failed = await discord.press(answer, 'Share to channel');
    expect(failed.text).toContain('Something went wrong on our side');
    expect(failed.private).toBe(true);
    await expect.poll(() => logged.join('\n')).toContain('"code":160005');
  });

  test('tells the sharer alone when the bot may not write there, and leaves the answer', async () => {
    const { discord } = await startBotOnDiscord();
    const answer = await askPrivately(discord);
    discord.closeChannel(world.channel);
    const failed = await discord.press(answer, 'Share to channel');
    expect(failed.text).toContain('I can’t post in this channel');
    expect(failed.private).toBe(true);
    expect(discord.messageNow(answer)).toBe(answer);
  });
});
