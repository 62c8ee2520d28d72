import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foreignChannel, tokens } from '../../support/slack/slack-server.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { createTestBot } from '../../support/test-bot.ts';

const question = 'philly 562 homicides 2021';

let slack: RunningSlack;

beforeEach(async () => {
  const { bot } = await createTestBot();
  slack = await startSlack({ bot, transport: 'socket' });
});
afterEach(() => slack.stop());

function callsOf(method: string): number {
  return slack.server.calls.filter((call) => call === method).length;
}

describe('when Slack did not take an answer', () => {
  test('because of too many requests, it is sent again after the time that Slack asks for', async () => {
    slack.server.failNext('chat.postMessage', { status: 429, retryAfter: 1 });
    expect((await slack.mention(question)).text).toContain('562');
    expect(callsOf('chat.postMessage')).toBe(2);
  });

  test.each([500, 503])('because of an error %i of its own, it is sent again', async (status) => {
    slack.server.failNext('chat.postMessage', { status });
    slack.server.failNext('respond', { status });
    expect((await slack.mention(question)).text).toContain('562');
    expect((await slack.slash('/fact', question)).text).toContain('562');
  });

  test('three times, it is given up and logged, and the next question is answered', async () => {
    slack.server.failNext('chat.postMessage', { status: 503 }, { status: 503 }, { status: 503 });
    await slack.event({
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      ts: '1.1',
      text: question,
    });
    expect((await slack.slash('/fact', `private ${question}`)).text).toContain('562');
    await slack.adapter.stop(10_000);
    expect(slack.logged).toContainEqual({
      level: 'error',
      fields: { code: 'http_503' },
      message: 'Slack: an answer could not be delivered',
    });
  });

  test('and asks for more time than anybody waits, it is given up', async () => {
    slack.server.failNext('chat.postMessage', { status: 429, retryAfter: 3600 });
    await slack.event({
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      ts: '1.1',
      text: question,
    });
    await slack.adapter.stop(10_000);
    expect(callsOf('chat.postMessage')).toBe(1);
  });

  test('because the bot is not in the channel, nothing else is tried', async () => {
    const place = { type: 'app_mention', user: 'U1', channel: foreignChannel, ts: '1.1' };
    await slack.event({ ...place, text: question });
    await slack.adapter.stop(10_000);
    expect(slack.logged).toContainEqual({
      level: 'error',
      fields: { code: 'not_in_channel' },
      message: 'Slack: an answer could not be delivered',
    });
  });
});

test('an answer that Slack may have posted is not sent again', async () => {
  slack.server.failNext('chat.postMessage', { answer: 'lost' });
  slack.server.failNext('respond', { answer: 'lost' });
  await slack.mention(question);
  await slack.slash('/fact', question);
  await slack.adapter.stop(10_000);
  expect(slack.server.messages).toHaveLength(2);
});

describe('a public answer to a command', () => {
  const inForeign = { channel: foreignChannel };

  test('is a message of the bot’s own where it is a member', async () => {
    const { message, seenBy } = await slack.slash('/fact', question);
    expect({ via: message.via, seenBy }).toEqual({ via: 'chat.postMessage', seenBy: 'everybody' });
  });

  test('goes through the address to answer at where the bot is not in the channel, and the next one at once', async () => {
    const { message, seenBy } = await slack.slash('/fact', question, inForeign);
    expect({ via: message.via, seenBy }).toEqual({ via: 'respond', seenBy: 'everybody' });
    const other = await slack.slash('/fact', 'did soros give krasner 1.45 million?', inForeign);
    expect(other.message.via).toBe('respond');
    expect(callsOf('chat.postMessage')).toBe(1);
  });

  test.each([{ error: 'missing_scope' }, { status: 429, retryAfter: 3600 }])(
    'goes through that address where Slack does not take the bot’s own: %o',
    async (trouble) => {
      slack.server.failNext('chat.postMessage', trouble);
      expect((await slack.slash('/fact', question)).message.via).toBe('respond');
    },
  );
});

describe('when the address to answer a command at is gone', () => {
  test('a private answer is still seen by the asker only', async () => {
    slack.server.failNext('respond', { error: 'expired_url' });
    const { message, seenBy } = await slack.slash('/fact', `private ${question}`);
    expect({ via: message.via, seenBy }).toEqual({ via: 'chat.postEphemeral', seenBy: 'UASKER' });
  });
});

test('a token that was revoked ends the adapter with a sentence that says what to do', async () => {
  slack.server.failNext('chat.postMessage', { error: 'token_revoked' });
  await slack.event({ type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: question });
  expect((await slack.fatal).message).toMatch(
    /^Slack refuses SLACK_BOT_TOKEN \(token_revoked\)\. Copy the bot token/,
  );
});

test('logs hold neither tokens nor what people wrote', async () => {
  slack.server.failNext('chat.postMessage', { error: 'invalid_blocks' });
  slack.server.failNext('respond', { error: 'expired_url' }, { status: 500 });
  await slack.event({ type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: question });
  await slack.slash('/fact', `private ${question}`);
  await slack.adapter.stop(10_000);
  const written = JSON.stringify(slack.logged);
  expect(written).toContain('invalid_blocks');
  for (const secret of ['562', 'homicides', tokens.bot, tokens.app, 'UASKER']) {
    expect(written).not.toContain(secret);
  }
});
