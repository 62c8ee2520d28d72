import { describe, expect, test } from 'vitest';
import { patience, prepareTwoChats } from './support/prepare-two-chats.ts';

const question = 'philly 562 homicides 2021';

describe('a chat that fails', () => {
  test('at the start leaves the other alone, and comes by itself once it can', async () => {
    const { discord, server, people, logged, run, status } = await prepareTwoChats();
    server.failNext('auth.test', { error: 'token_revoked' }, { error: 'token_revoked' });
    void run();
    await logged('info Answering on Discord');
    expect((await discord.slash('fact', { claim: question })).text).toContain('562');
    await logged('info Answering on Slack again');
    expect((await people.directMessage(question)).text).toContain('562');
    expect(await status()).toMatch(/Discord: connected\n.*Slack: connected/);
  });

  test('while it runs is named to operators with what to fix, and is tried again', async () => {
    const { discord, server, people, logged, run, status } = await prepareTwoChats();
    void run();
    await logged('info Answering on Discord and Slack');
    server.failNext('chat.postMessage', { error: 'account_inactive' });
    server.failNext('auth.test', ...Array(3).fill({ error: 'account_inactive' }));
    await people.event({
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'U1',
      ts: '1.1',
      text: question,
    });
    await expect
      .poll(status, patience)
      .toMatch(
        /Slack: not connected, next try at 20.*\n.*Slack refuses SLACK_BOT_TOKEN \(account_inactive\)/,
      );
    expect((await discord.slash('fact', { claim: question })).text).toContain('562');
    await logged('info Answering on Slack again');
    expect((await people.directMessage(question)).text).toContain('562');
  });

  test.each([4004, 4014])(
    'because Discord closes with %i leaves Slack alone, and is tried again',
    async (code) => {
      const { discord, people, logged, run } = await prepareTwoChats();
      void run();
      await logged('info Answering on Discord and Slack');
      discord.gateway.disconnect(code);
      expect((await people.directMessage(question)).text).toContain('562');
      await logged('info Answering on Discord again');
      expect((await discord.slash('fact', { claim: question })).text).toContain('562');
    },
  );
});

test('the program has something to end for only when no chat is left, and says all that is to be fixed', async () => {
  const { discord, server, logged, run } = await prepareTwoChats({ pauseMs: 60_000 });
  server.failNext('auth.test', { error: 'invalid_auth' });
  const ended = run();
  await logged('info Answering on Discord');
  discord.gateway.disconnect(4004);
  const { message } = await ended;
  expect(message).toMatch(/^Discord closed .*DISCORD_TOKEN.*\nSlack refuses SLACK_BOT_TOKEN/);
});
