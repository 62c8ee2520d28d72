import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mostConnections } from '../../../src/adapters/slack/http-connection.ts';
import { type Signing, sendSigned } from '../../support/slack/signed-http.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { createTestBot } from '../../support/test-bot.ts';

const mention = JSON.stringify({
  type: 'event_callback',
  event_id: 'Ev1',
  team_id: 'T1',
  event: { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: '<@UFACTBOT>' },
});

const touched = {
  type: 'block_actions',
  user: { id: 'U1' },
  channel: { id: 'C1' },
  trigger_id: '1',
  container: {},
};
const payloadOf = (data: object): string => `payload=${encodeURIComponent(JSON.stringify(data))}`;

describe('an HTTP request', () => {
  let slack: RunningSlack;
  let url: string;

  beforeEach(async () => {
    const { bot } = await createTestBot();
    slack = await startSlack({ bot, transport: 'http' });
    url = slack.eventsUrl ?? '';
  });
  afterEach(() => slack.stop());

  test('with Slack’s signature is answered', async () => {
    expect((await sendSigned(url, mention)).status).toBe(200);
    await slack.server.posted(({ threadTs }) => threadTs === '1.1');
  });

  test.each<[string, Signing]>([
    ['a wrong signature', { secret: 'somebody else’s secret' }],
    ['no signature', { headers: { 'x-slack-signature': '' } }],
    ['a signature of unknown kind', { headers: { 'x-slack-signature': 'v1=00' } }],
    ['no date', { headers: { 'x-slack-request-timestamp': '' } }],
    ['a date that is none', { headers: { 'x-slack-request-timestamp': 'now' } }],
    ['a date six minutes ago', { offsetSeconds: -360 }],
    ['a date six minutes ahead', { offsetSeconds: 360 }],
  ])('with %s is refused and has no effect', async (_name, signing) => {
    expect((await sendSigned(url, mention, signing)).status).toBe(401);
    await slack.adapter.stop(5000);
    expect(slack.server.messages).toEqual([]);
  });

  test.each([-240, 240])('dated %i seconds off, as clocks may be, is answered', async (offset) => {
    expect((await sendSigned(url, mention, { offsetSeconds: offset })).status).toBe(200);
  });

  test.each<[string, string]>([
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"event_callback"'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['no JSON', '{'],
    ['nothing', ''],
    ['brackets without end', '['.repeat(500_000)],
    ['an unknown kind', '{"type":"party"}'],
    ['an event that is null', '{"type":"event_callback","event_id":"Ev1","event":null}'],
    ['an event of no kind', '{"type":"event_callback","event_id":"Ev1","event":{}}'],
    [
      'an event in no channel',
      '{"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel":null}}',
    ],
    ['a mention by nobody', mention.replace('"user":"U1"', '"user":null')],
    [
      'an event of a team that is null',
      '{"type":"event_callback","event_id":"Ev1","event":{"type":"subteam_created","subteam":null}}',
    ],
    [
      'an event of somebody who is null',
      '{"type":"event_callback","event_id":"Ev1","event":{"type":"team_join","user":null}}',
    ],
    ['a challenge that is none', '{"type":"url_verification","challenge":{"a":1}}'],
    ['a payload of null', 'payload=null'],
    ['a payload that is no JSON', 'payload=%7B'],
    ['two payloads', 'payload=%7B%7D&payload=%7B%7D'],
    ['an action without actions', `payload=${encodeURIComponent('{"type":"block_actions"}')}`],
    ['an action of nobody', `payload=${encodeURIComponent('{"type":"shortcut","user":null}')}`],
    [
      'an event that nobody is authorised for',
      mention.replace('"event_id"', '"authorizations":[null],"event_id"'),
    ],
    ['a mention without a date', mention.replace('"ts":"1.1"', '"ts":1')],
    [
      'a choice of nothing',
      payloadOf({ ...touched, actions: [{ type: 'static_select', action_id: 'a' }] }),
    ],
    ['a button without a name', payloadOf({ ...touched, actions: [{ type: 'button' }] })],
    [
      'a form without values',
      payloadOf({ ...touched, type: 'view_submission', view: { id: 'V1' } }),
    ],
    [
      'a message to check that is none',
      payloadOf({ ...touched, type: 'message_action', callback_id: 'check_message', message: 'x' }),
    ],
    ['a command without words', 'command=%2Ffact&user_id=U1&channel_id=C1&trigger_id=1'],
    ['a command without its place', 'command=%2Ffact&text=x'],
    ['two commands', 'command=%2Ffact&command=%2Ffact-help&user_id=U1&channel_id=C1&trigger_id=1'],
  ])(
    'with Slack’s signature over %s is refused, without a word in the log',
    async (_name, body) => {
      const isForm = /^\w+=/.test(body);
      const headers = {
        'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      };
      expect((await sendSigned(url, body, { headers })).status).toBe(400);
      expect(slack.logged.filter(({ level }) => level !== 'info')).toEqual([]);
      expect((await sendSigned(url, mention)).status).toBe(200);
      await slack.server.posted(({ threadTs }) => threadTs === '1.1');
    },
  );

  // Without an acknowledgement each would hold its connection for three seconds, and be an error then.
  test.each<[string, string]>([
    ['a shortcut', payloadOf({ ...touched, type: 'shortcut', callback_id: 'old' })],
    [
      'something to do with a message',
      payloadOf({ ...touched, type: 'message_action', callback_id: 'old', message: {} }),
    ],
    [
      'a button on a home page',
      payloadOf({ ...touched, actions: [{ type: 'button', action_id: 'home.old' }] }),
    ],
    ['a form that was closed', payloadOf({ ...touched, type: 'view_closed', view: { id: 'V1' } })],
  ])('of %s that another version of the bot has is acknowledged', async (_name, body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await sendSigned(url, body, { headers })).status).toBe(200);
    await slack.adapter.stop(5000);
    expect(slack.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('of a command that another version of the bot has is answered with those there are', async () => {
    const { text } = await slack.slash('/facts', 'bats are blind', { user: 'U1' });
    expect(text).toContain('/fact');
  });

  // Without limits of ours these stayed open for half a minute and more, in any number.
  test('that is sent slowly or in part, or never, is cut off within seconds', async () => {
    const { port } = new URL(url);
    const beginnings = [
      '',
      'POST /slack/ev',
      'POST /slack/events HTTP/1.1\r\nhost: x\r\n',
      'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{',
      'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n',
    ];
    const closed = beginnings.map(async (beginning) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => {}).resume();
      socket.write(beginning);
      await once(socket, 'close');
    });
    await Promise.all(closed);
    expect(slack.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('comes through when others hold as many connections as there may be, and let go', async () => {
    const { port } = new URL(url);
    const sockets = Array.from({ length: mostConnections + 20 }, () =>
      connect(Number(port), '127.0.0.1').on('error', () => {}),
    );
    const [dropped] = await Promise.race(
      sockets.map((socket) => once(socket, 'close').then(() => [socket])),
    );
    expect(dropped).toBeDefined();
    for (const socket of sockets) socket.destroy();
    await expect
      .poll(async () => (await sendSigned(url, mention).catch(() => undefined))?.status, {
        timeout: 15_000,
      })
      .toBe(200);
  });

  test('that is far too large is refused', async () => {
    expect((await sendSigned(url, `{"x":"${'a'.repeat(2_000_000)}"}`)).status).toBe(413);
  });

  test('that smuggles a command in with Slack’s unsigned connection check has no effect', async () => {
    const form = `ssl_check=1&command=%2Ffact&text=x&response_url=${slack.server.openResponseUrl('C1', 'U1')}`;
    await sendSigned(url, form, { secret: 'none' });
    await slack.adapter.stop(5000);
    expect(slack.server.messages).toEqual([]);
  });

  test('to check that the address is ours is answered with the challenge', async () => {
    const challenge = { type: 'url_verification', challenge: 'c1' };
    const response = await sendSigned(url, JSON.stringify(challenge));
    expect(await response.json()).toEqual({ challenge: 'c1' });
  });

  test('that says that Slack drops events is taken note of', async () => {
    const limited = { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 };
    expect((await sendSigned(url, JSON.stringify(limited))).status).toBe(200);
  });

  test('for health is answered, and for anything else refused', async () => {
    const get = async (path: string) => (await fetch(new URL(path, url))).status;
    expect([await get('/healthz'), await get('/slack/events'), await get('/')]).toEqual([
      200, 405, 404,
    ]);
  });

  test('that never ends does not keep the adapter from stopping', async () => {
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{');
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await sendSigned(url, mention);
    await slack.adapter.stop(10_000);
    await closed;
    expect(slack.logged.map(({ message }) => message)).not.toContain(
      'Slack: stopped before every answer was given',
    );
  });
});

test('a port that is in use is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.on('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { bot } = await createTestBot();
  await expect(startSlack({ bot, transport: 'http', port })).rejects.toThrow(
    `Port ${port} is already in use. Stop the program that uses it, or set PORT to a free one.`,
  );
  other.close();
});
