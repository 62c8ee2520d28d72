import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { createTestBot } from '../../support/test-bot.ts';

let slack: RunningSlack;

beforeEach(async () => {
  const { bot } = await createTestBot();
  slack = await startSlack({ bot, transport: 'socket' });
});
afterEach(() => slack.stop());

const enveloped = (type: string, payload: unknown): string =>
  JSON.stringify({ envelope_id: 'strange', type, payload });
const ofEvent = (event: unknown, more: object = {}): string =>
  enveloped('events_api', { type: 'event_callback', event_id: 'Ev1', event, ...more });

test.each<[string, string]>([
  ['nothing', ''],
  ['no JSON', '{'],
  ['null', 'null'],
  ['a number', '1'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['brackets without end', '['.repeat(500_000)],
  ['an unknown kind', enveloped('party', {})],
  ['an event without an envelope', JSON.stringify({ type: 'events_api', payload: {} })],
  ['a payload of null', enveloped('events_api', null)],
  ['a limit that was reached', enveloped('events_api', { type: 'app_rate_limited' })],
  ['an event that is null', ofEvent(null)],
  ['an event of no kind', ofEvent({})],
  ['an event in no channel', ofEvent({ type: 'message', channel: null })],
  [
    'an event that nobody is authorised for',
    ofEvent(
      { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: 'x' },
      { authorizations: [null] },
    ),
  ],
  [
    'a mention by nobody',
    ofEvent({ type: 'app_mention', user: null, channel: 'C1', ts: '1.1', text: 'x' }),
  ],
  ['an event of a team that is null', ofEvent({ type: 'subteam_created', subteam: null })],
  ['a command of null', enveloped('slash_commands', null)],
  ['a command without words', enveloped('slash_commands', { command: '/fact', user_id: 'U1' })],
  ['an interaction of null', enveloped('interactive', null)],
  ['an action of nobody', enveloped('interactive', { type: 'block_actions', user: null })],
  ['a form without values', enveloped('interactive', { type: 'view_submission', view: {} })],
])('over a socket, %s is passed over without a word in the log', async (_name, text) => {
  slack.socket.send(text);
  expect((await slack.mention('bats are blind')).text).toContain('Bats are blind');
  await slack.adapter.stop(5000);
  expect(slack.server.messages).toHaveLength(1);
  expect(slack.logged.filter(({ level }) => level !== 'info')).toEqual([]);
});
