import { afterEach, describe, expect, test } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/create-slack-adapter.ts';
import { createConnectedSenders } from '../../../src/core/outbox/connected-senders.ts';
import { holdAnswers, withAnswers } from '../../support/answer-to.ts';
import { createDeliveriesInMemory } from '../../support/deliveries-in-memory.ts';
import { startSlackServer } from '../../support/slack/slack-server.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { createTestBot, silentLog } from '../../support/test-bot.ts';

const question = 'philly 562 homicides 2021';

let running: RunningSlack | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(): Promise<RunningSlack> {
  const { bot } = await createTestBot();
  running = await startSlack({ bot, transport: 'socket' });
  return running;
}

describe('a Socket Mode connection', () => {
  test('that is cut is made again', async () => {
    const slack = await start();
    slack.socket.drop();
    await slack.socket.reconnected();
    expect((await slack.slash('/fact', question)).text).toContain('562');
  });

  test('is made anew when Slack asks for it', async () => {
    const slack = await start();
    slack.socket.askToReconnect();
    await slack.socket.reconnected();
    expect((await slack.directMessage(question)).text).toContain('562');
  });

  test('is tried again while Slack cannot be reached', async () => {
    const slack = await start();
    slack.server.failNext('apps.connections.open', { answer: 'lost' });
    slack.socket.drop();
    await slack.socket.reconnected();
    expect((await slack.mention(question)).text).toContain('562');
  });

  test('that Slack will not give again is fatal, with a sentence that says what to do', async () => {
    const slack = await start();
    slack.server.failNext('apps.connections.open', { error: 'invalid_auth' });
    slack.socket.drop();
    expect((await slack.fatal).message).toMatch(/^Slack refuses SLACK_APP_TOKEN \(invalid_auth\)/);
  });
});

describe('the start', () => {
  test('fails with a sentence when Slack refuses the bot token', async () => {
    const { bot } = await createTestBot();
    const botToken = 'xoxb-of-another-app';
    for (const transport of ['socket', 'http'] as const) {
      await expect(startSlack({ bot, transport, botToken })).rejects.toThrow(
        'Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy the bot token (xoxb-…) from “OAuth & Permissions” at https://api.slack.com/apps, and install the app again if its scopes have changed.',
      );
    }
  });

  test('fails with a sentence when Slack cannot be reached', async () => {
    const { bot } = await createTestBot();
    const gone = await startSlackServer();
    await gone.stop();
    const adapter = createSlackAdapter({
      bot,
      transport: { kind: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' },
      apiUrl: gone.apiUrl,
      communities: { async joined() {}, async left() {} },
      deliveries: createDeliveriesInMemory(),
      senders: createConnectedSenders(),
      log: silentLog,
      onFatal() {},
    });
    await expect(adapter.start()).rejects.toThrow(
      'Slack could not be reached or did not answer as expected (ECONNREFUSED). Check the network and SLACK_API_URL, then start again.',
    );
  });

  test('fails with a sentence when Slack refuses the app token, or there is none', async () => {
    const { bot } = await createTestBot();
    const withToken = (appToken: string) => startSlack({ bot, transport: 'socket', appToken });
    await expect(withToken('xapp-of-another-app')).rejects.toThrow(
      'Slack refuses SLACK_APP_TOKEN (invalid_auth). Make an app-level token (xapp-…) with the scope connections:write under “Basic Information” at https://api.slack.com/apps, and see that Socket Mode is on.',
    );
    await expect(withToken('')).rejects.toThrow('SLACK_APP_TOKEN is empty');
  });
});

describe.each(['socket', 'http'] as const)('stopping over %s', (transport) => {
  test('lets the answers under way finish and takes nothing new', async () => {
    const { bot } = await createTestBot();
    const { held, letGo } = holdAnswers(bot);
    const slack = await startSlack({ bot: held, transport });
    running = slack;
    for (let asked = 0; asked < 10; asked += 1) {
      await slack.act.slash('/fact', question);
      const ts = `9.${asked}`;
      await slack.event({ type: 'app_mention', user: 'U1', channel: 'C1', ts, text: question });
    }
    const stopped = slack.adapter.stop(10_000);
    if (slack.eventsUrl) await expect(slack.act.slash('/fact', question)).rejects.toThrow();
    letGo();
    await stopped;
    expect(slack.server.messages).toHaveLength(20);
  });

  test('gives up on an answer that does not come', async () => {
    const { bot } = await createTestBot();
    const slack = await startSlack({
      transport,
      bot: withAnswers(bot, () => new Promise(() => {})),
    });
    running = slack;
    await slack.act.slash('/fact', question);
    await slack.adapter.stop(100);
    expect(slack.logged.at(-1)?.message).toBe('Slack: stopped before every answer was given');
  });
});
