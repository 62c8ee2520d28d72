import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/core/bot/bot.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { world } from '../../support/discord/events.ts';
import { prepareBotOnDiscord, startBotOnDiscord } from '../../support/discord/running-bot.ts';

describe('start', () => {
  test('refuses a wrong token with a sentence that names the setting, and costs no login', async () => {
    const { adapter, discord } = await prepareBotOnDiscord({ token: 'wrong.token.here' });
    await expect(adapter.start()).rejects.toThrow(/token is not valid.*DISCORD_TOKEN/);
    expect(discord.gateway.identifies).toEqual([]);
  });

  test('says which server the commands could not be registered in', async () => {
    const { adapter, discord } = await prepareBotOnDiscord();
    discord.fail({
      method: 'GET',
      path: /\/commands$/,
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    });
    await expect(adapter.start()).rejects.toThrow(/DISCORD_GUILD_ID.*applications\.commands/);
  });

  test('says so when Discord cannot be reached', async () => {
    const { adapter } = await prepareBotOnDiscord({ apiUrl: 'http://127.0.0.1:9/api' });
    await expect(adapter.start()).rejects.toThrow(/Discord cannot be reached: .*DISCORD_API_URL/);
  });

  test.each([
    [4004, /4004.*DISCORD_TOKEN/],
    [4010, /4010.*shard/],
    [4011, /4011.*too many servers/],
    [4012, /4012.*Update discord\.js/],
    [4013, /4013.*intents/],
    [4014, /4014.*privileged intent.*Privileged Gateway Intents/],
  ])(
    'ends with a sentence that says what to fix when the gateway closes with %i',
    async (code, sentence) => {
      const { adapter, discord, fatal } = await prepareBotOnDiscord();
      discord.gateway.refuseIdentify(code);
      await expect(adapter.start()).rejects.toThrow(sentence);
      expect(discord.gateway.identifies).toHaveLength(1);
      expect(fatal).toEqual([]);
    },
  );
});

describe('a close for good', () => {
  test.each([
    [4004, /4004.*DISCORD_TOKEN/],
    [4014, /4014.*privileged intent/],
  ])('%i after the start is reported once, and nothing reconnects', async (code, sentence) => {
    const { discord, fatal, adapter } = await startBotOnDiscord();
    discord.gateway.disconnect(code);
    await expect.poll(() => fatal).toEqual([expect.stringMatching(sentence)]);
    await adapter.stop(1000);
    expect(discord.gateway.connected).toBe(false);
    expect(discord.gateway.identifies).toHaveLength(1);
  });
});

describe('stop', () => {
  /** A bot that answers only when the test says so. */
  function createHeldBot(): { bot: Bot; release: () => void; asked: () => number } {
    const { promise: released, resolve } = Promise.withResolvers<void>();
    let asked = 0;
    async function answer(): Promise<Reply> {
      asked += 1;
      await released;
      return {
        visibility: 'public',
        locale: 'en',
        tone: 'neutral',
        title: 'Answered',
        blocks: [],
      };
    }
    const bot: Bot = {
      commands: [
        {
          name: 'fact',
          description: { en: 'Looks up a claim.' },
          options: [
            { name: 'claim', description: { en: 'The claim.' }, type: 'text', maxLength: 100 },
          ],
          run: async () => ({ tone: 'neutral', title: 'Answered', blocks: [] }),
        },
      ],
      plan: async () => ({
        delivery: 'public',
        answer,
        outline: undefined,
        delivered: async () => {},
      }),
      resume: () => undefined,
      suggest: async () => [],
      home: () => Promise.reject(new Error('no home')),
    };
    return { bot, release: resolve, asked: () => asked };
  }

  test('finishes the answers under way and takes no new questions', async () => {
    const { bot, release, asked } = createHeldBot();
    const { discord, adapter } = await startBotOnDiscord({ bot });
    const commands = Array.from({ length: 20 }, () => discord.type('fact', { claim: 'x' }));
    const messages = Array.from({ length: 20 }, () => discord.write(`<@${world.bot.id}> x`));
    for (const event of [...commands, ...messages]) discord.deliver(event);
    await expect.poll(asked).toBe(40);

    const stopped = adapter.stop(10_000);
    discord.deliver(discord.write(`<@${world.bot.id}> too late`));
    release();
    await stopped;
    const answers = await Promise.all(
      [...commands, ...messages].map((event) => discord.answerTo(event)),
    );
    expect(answers.map(({ text }) => text)).toEqual(Array(40).fill('Answered'));
    expect(asked()).toBe(40);
    expect(discord.gateway.connected).toBe(false);
  });

  test('waits no longer than it may', async () => {
    const { bot, asked } = createHeldBot();
    const { discord, adapter, logged } = await startBotOnDiscord({ bot });
    discord.deliver(discord.type('fact', { claim: 'x' }));
    await expect.poll(asked).toBe(1);
    await adapter.stop(20);
    expect(logged.join('\n')).toContain('"left":1');
    expect(discord.gateway.connected).toBe(false);
  });

  test('leaves no connection behind when it comes while the gateway is reconnecting', async () => {
    const { discord, adapter, logged } = await startBotOnDiscord();
    const reconnected = discord.gateway.nextConnection();
    discord.gateway.disconnect();
    await expect.poll(() => logged.join('\n')).toContain('reconnecting');
    await adapter.stop(1000);
    await Promise.race([reconnected, new Promise((resolve) => setTimeout(resolve, 1500))]);
    expect(discord.gateway.connected).toBe(false);
  });

  test('is quiet when there was no start', async () => {
    const { adapter } = await prepareBotOnDiscord();
    await expect(adapter.stop(1000)).resolves.toBeUndefined();
  });
});
