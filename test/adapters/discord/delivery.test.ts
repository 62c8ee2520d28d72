import { describe, expect, test } from 'vitest';
import { withAnswers } from '../../support/answer-to.ts';
import { world } from '../../support/discord/events.ts';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';
import type { StandInDiscord } from '../../support/discord/stand-in-discord.ts';
import { createTestBot } from '../../support/test-bot.ts';

const question = 'did soros give krasner 1.45 million?';
const record = 'George Soros put $1.45 million into backing Larry Krasner';
const mention = `<@${world.bot.id}>`;
const messagePosts = ({ requests }: StandInDiscord) =>
  requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
const edits = ({ requests }: StandInDiscord) => requests.filter(({ method }) => method === 'PATCH');

describe('when the gateway drops', () => {
  test('answers what was asked meanwhile, once, after it has resumed', async () => {
    const { discord } = await startBotOnDiscord();
    const back = discord.gateway.nextConnection();
    discord.gateway.disconnect();
    const asked = discord.write(`${mention} ${question}`);
    discord.deliver(asked);
    await back;
    expect((await discord.answerTo(asked)).text).toContain(record);
    await discord.mention('help');
    expect(discord.posted).toHaveLength(2);
    expect(discord.gateway.resumes).toBe(1);
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  test.each([4000, 4008, 4009, 1001])('goes on after close %i', async (code) => {
    const { discord, fatal } = await startBotOnDiscord();
    const back = discord.gateway.nextConnection();
    discord.gateway.disconnect(code);
    await back;
    expect((await discord.directMessage(question)).text).toContain(record);
    expect(fatal).toEqual([]);
  });
});

describe('when an event is delivered twice', () => {
  test('a message is answered once', async () => {
    const { discord, adapter } = await startBotOnDiscord();
    const asked = discord.write(`${mention} ${question}`);
    discord.deliver(asked);
    discord.deliver(asked);
    await discord.answerTo(asked);
    await discord.mention('help');
    await adapter.stop(10_000);
    expect(messagePosts(discord)).toHaveLength(2);
  });

  test('a command is answered once', async () => {
    const { discord, adapter } = await startBotOnDiscord();
    const asked = discord.type('fact', { claim: question });
    discord.deliver(asked);
    discord.deliver(asked);
    await discord.answerTo(asked);
    await discord.slash('fact-help');
    await adapter.stop(10_000);
    expect(edits(discord)).toHaveLength(2);
  });
});

describe('before any work', () => {
  const never = () => new Promise<never>(() => {});

  test('a command is acknowledged, though the store hangs', async () => {
    const { discord } = await startBotOnDiscord({
      deliveries: { claim: never, release: never, begin: never },
    });
    const asked = discord.type('fact', { claim: question });
    discord.deliver(asked);
    await discord.acknowledgementOf(asked);
    expect(edits(discord)).toEqual([]);
  });

  test('a press is acknowledged, though the answer never comes', async () => {
    const { bot } = await createTestBot();
    let isStuck = false;
    const { discord } = await startBotOnDiscord({
      bot: withAnswers(bot, (answer) => (isStuck ? never() : answer())),
    });
    const found = await discord.slash('fact', { claim: question, private: true });
    isStuck = true;
    for (const label of ['Why this answer', 'Share to channel']) {
      const pressed = discord.pressing(found, label);
      discord.deliver(pressed);
      await discord.acknowledgementOf(pressed);
    }
    expect(discord.messageNow(found)).toBe(found);
  });
});

describe('when Discord is in trouble', () => {
  const limited = {
    status: 429,
    headers: { 'retry-after': '0.1', 'x-ratelimit-scope': 'user' },
    body: { message: 'You are being rate limited.', retry_after: 0.1, global: false },
  };
  const broken = { status: 502, body: 'Bad Gateway' };

  test.each([
    ['a rate limit', limited],
    ['a server error', broken],
  ])('answers in spite of %s', async (_, trouble) => {
    const { discord } = await startBotOnDiscord();
    discord.fail({ method: 'POST', path: /callback$/, ...trouble });
    discord.fail({ method: 'PATCH', path: /original$/, ...trouble });
    discord.fail({ method: 'POST', path: /\/messages$/, ...trouble });
    expect((await discord.slash('fact', { claim: question })).text).toContain(record);
    expect((await discord.mention(question)).text).toContain(record);
  });

  test('posts one answer when Discord’s confirmation of it is lost', async () => {
    const { discord } = await startBotOnDiscord();
    discord.fail({ method: 'POST', path: /\/messages$/, ...broken, afterwards: true });
    await discord.mention(question);
    await discord.mention('help');
    expect(messagePosts(discord)).toHaveLength(3);
    expect(discord.posted).toHaveLength(2);
  });

  test('answers a command whose acknowledgement was taken but not confirmed', async () => {
    const { discord } = await startBotOnDiscord();
    discord.fail({ method: 'POST', path: /callback$/, ...broken, afterwards: true });
    const answer = await discord.slash('fact', { claim: question, private: true });
    expect(answer.text).toContain(record);
    expect(answer.private).toBe(true);
  });

  test('gives up on an answer that Discord will not take, and goes on', async () => {
    const { discord, logged } = await startBotOnDiscord();
    discord.fail({ method: 'PATCH', path: /original$/, ...broken, times: 4 });
    const asked = discord.type('fact', { claim: question });
    discord.deliver(asked);
    await discord.acknowledgementOf(asked);
    expect((await discord.mention(question)).text).toContain(record);
    await expect.poll(() => logged.join('\n')).toContain('"status":502');
    expect((await discord.slash('fact', { claim: question })).text).toContain(record);
  });

  test('lets go of a command that Discord has forgotten', async () => {
    const { discord, logged } = await startBotOnDiscord();
    const late = discord.type('fact', { claim: question });
    discord.deliver(late);
    discord.expire(late);
    expect((await discord.slash('fact', { claim: question })).text).toContain(record);
    await expect.poll(() => logged.join('\n')).toContain('"code":10062');
    expect(edits(discord)).toHaveLength(1);
  });

  test.each([
    [403, 50013],
    [404, 10003],
  ])('stops writing to a channel that answered %i, and only to that', async (status, code) => {
    const { discord } = await startBotOnDiscord();
    discord.fail({
      method: 'POST',
      path: new RegExp(`^/channels/${world.channel}/messages$`),
      status,
      body: { code, message: 'No.' },
    });
    discord.deliver(discord.write(`${mention} ${question}`));
    await expect.poll(() => messagePosts(discord).length).toBe(1);
    await discord.directMessage('help');
    discord.deliver(discord.write(`${mention} ${question}`));
    await discord.directMessage('help');
    expect(messagePosts(discord).filter(({ path }) => path.includes(world.channel))).toHaveLength(
      1,
    );
  });
});

test('logs neither what was said, nor by whom, nor a token', async () => {
  const { discord, logged } = await startBotOnDiscord();
  discord.fail({
    method: 'PATCH',
    path: /original$/,
    status: 400,
    body: { code: 50035, message: 'Invalid' },
  });
  discord.fail({
    method: 'POST',
    path: /\/messages$/,
    status: 403,
    body: { code: 50013, message: 'No.' },
  });
  discord.deliver(discord.type('fact', { claim: 'a secret question' }));
  discord.deliver(discord.write(`${mention} a secret question`));
  await expect.poll(() => logged.filter((line) => line.startsWith('error')).length).toBe(2);
  for (const line of logged) {
    expect(line).not.toMatch(/secret|No record|Ada|user-|interaction-token/);
    expect(line).not.toContain(world.token);
    expect(line).not.toContain(world.reader);
  }
});
