import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holdAnswers } from '../../support/answer-to.ts';
import { viewToShownText } from '../../support/slack/shown-text.ts';
import { foreignChannel } from '../../support/slack/slack-server.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { createTestBot } from '../../support/test-bot.ts';

describe.each(['socket', 'http'] as const)('Slack over %s', (transport) => {
  let slack: RunningSlack;

  beforeEach(async () => {
    const { bot } = await createTestBot({ operators: ['slack:UBOSS'] });
    slack = await startSlack({ bot, transport });
  });
  afterEach(() => slack.stop());

  test.each([
    ['did soros give krasner 1.45 million?', 'George Soros put $1.45 million into backing'],
    ['krasner fired 31 prosecutors in his first week', 'Larry Krasner fired 31 prosecutors'],
    ['philly 562 homicides 2021', 'Philadelphia recorded 562 homicides in 2021.'],
    ['is krasner anti-police?', "Larry Krasner is 'anti-police'."],
  ])(
    'answers “%s” with the right record and its sources, however it is asked',
    async (text, record) => {
      for (const { text: shown } of [
        await slack.slash('/fact', text),
        await slack.mention(text),
        await slack.directMessage(text),
      ]) {
        expect(shown).toContain(record);
        expect(shown).toMatch(/^• .+ <https:\/\//m);
      }
    },
  );

  test('says that there is no record of what nobody checked', async () => {
    const { text } = await slack.slash('/fact', 'Bananas grow in Greenland.');
    expect(text).toMatch(/^(No record|Nothing to check)/);
  });

  describe('/fact', () => {
    test('answers for everybody in the channel, under the question', async () => {
      let acknowledgement: unknown;
      const { seenBy, channel } = await slack.answerTo(async () => {
        acknowledgement = await slack.act.slash('/fact', 'krasner/krasner-anti-police');
      });
      expect(acknowledgement).toEqual({ response_type: 'in_channel' });
      expect({ seenBy, channel }).toEqual({ seenBy: 'everybody', channel: 'CTALK' });
    });

    test('private answers the asker only, and does not show the question either', async () => {
      let acknowledgement: unknown;
      const { seenBy, text } = await slack.answerTo(async () => {
        acknowledgement = await slack.act.slash('/fact', 'private philly 562 homicides 2021');
      });
      expect(acknowledgement ?? {}).toEqual({});
      expect(seenBy).toBe('UASKER');
      expect(text).toContain('Philadelphia recorded 562 homicides in 2021.');
    });

    test('works in a channel that the bot is not in', async () => {
      const { channel } = await slack.slash('/fact', 'philly 562 homicides 2021', {
        channel: foreignChannel,
      });
      expect(channel).toBe(foreignChannel);
    });

    test('without a claim opens a form', async () => {
      const { view } = await slack.viewAfter(() => slack.act.slash('/fact'));
      expect(viewToShownText(view)).toMatch(/^Look up a claim\n\nThe claim as you heard it/);
    });
  });

  test('/fact-search lists claims to the asker', async () => {
    const { text, seenBy } = await slack.slash('/fact-search', 'soros verdict:mostly-true');
    expect(text).toContain('krasner/soros-145m-2017');
    expect(seenBy).toBe('UASKER');
  });

  test('/fact-help tells the asker how to ask', async () => {
    const { text, seenBy } = await slack.slash('/fact-help');
    expect(text).toContain('/fact private …');
    expect(seenBy).toBe('UASKER');
  });

  describe('/fact-admin', () => {
    test('is refused to anybody who is not an operator, in private', async () => {
      const { text, seenBy } = await slack.slash('/fact-admin', 'reload');
      expect(seenBy).toBe('UASKER');
      expect(text).toMatchInlineSnapshot(`
        "Only for the people who run this bot

        Ask them to use fact-admin for you."
      `);
    });

    test('takes its first word as the subcommand', async () => {
      const { text, seenBy } = await slack.slash('/fact-admin', 'Status', { user: 'UBOSS' });
      expect(text).toMatch(/^Status\n/);
      expect(seenBy).toBe('UBOSS');
    });

    test('blocks and lets go whoever is mentioned, who comes with an id and a label', async () => {
      const about = (subcommand: string) =>
        slack.slash('/fact-admin', `${subcommand} <@U024BE7LH|ada>`, { user: 'UBOSS', wire: true });
      expect((await about('block')).text).toContain('Blocked now: slack:T1/U024BE7LH');
      expect((await about('unblock')).text).toContain('Blocked now: nobody');
    });

    test('without a word says which there are', async () => {
      const { text } = await slack.slash('/fact-admin', '', { user: 'UBOSS' });
      expect(text).toContain(
        '/fact-admin reload, /fact-admin undo, /fact-admin rollback, /fact-admin status',
      );
    });
  });

  describe('a mention', () => {
    test('is answered in its own thread', async () => {
      const { channel, threadTs, seenBy } = await slack.mention('philly 562 homicides 2021');
      expect({ channel, seenBy }).toEqual({ channel: 'CTALK', seenBy: 'everybody' });
      expect(threadTs).toMatch(/^1700000001\./);
    });

    test('in a thread is answered in that thread', async () => {
      const place = { threadTs: '1699999999.1' };
      expect((await slack.mention('philly 562 homicides 2021', place)).threadTs).toBe(
        '1699999999.1',
      );
    });

    test('without words gets help', async () => {
      expect((await slack.mention('')).text).toMatch(/^Ask me about a claim/);
    });
  });

  describe('a direct message', () => {
    test('is answered in its own thread, which Slack’s agent view shows as a conversation', async () => {
      const { channel, threadTs } = await slack.directMessage('philly 562 homicides 2021');
      expect(channel).toBe('DASKER');
      expect(threadTs).toMatch(/^1700000001\./);
    });

    test('in a thread is answered in that thread', async () => {
      const place = { threadTs: '1699999999.2' };
      const { threadTs } = await slack.directMessage('philly 562 homicides 2021', place);
      expect(threadTs).toBe('1699999999.2');
    });
  });

  test('stays silent about messages of programs, of its own, edits, and what is not said to it', async () => {
    const said = {
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'UASKER',
      ts: '1.1',
      event_ts: '1.1',
      text: 'philly 562 homicides 2021',
    };
    const mention = { ...said, type: 'app_mention', channel: 'CTALK' };
    const edited = { user: 'UASKER', ts: '121.2' };
    await slack.event({ ...said, bot_id: 'BOTHER' });
    await slack.event({ ...said, user: 'UFACTBOT' });
    await slack.event({ ...said, subtype: 'message_changed', message: said });
    await slack.event({ ...said, subtype: 'bot_message', bot_id: 'BFACTBOT' });
    await slack.event({ ...said, edited });
    await slack.event({ ...said, channel_type: 'channel' });
    await slack.event({ ...mention, bot_id: 'BOTHER' });
    await slack.event({ ...mention, edited });
    await slack.adapter.stop(5000);
    expect(slack.server.messages).toEqual([]);
  });

  describe('what Slack delivers more than once', () => {
    const mention = {
      type: 'app_mention',
      user: 'UASKER',
      channel: 'CTALK',
      ts: '1.1',
      event_ts: '1.1',
      text: '<@UFACTBOT> philly 562 homicides 2021',
    };

    test('is acknowledged each time and answered once', async () => {
      await slack.event(mention, { eventId: 'Ev-again' });
      for (const attempt of [1, 2, 3]) {
        const retry = { attempt, reason: 'http_timeout' };
        await slack.event({ ...mention, ts: `1.${attempt + 1}` }, { eventId: 'Ev-again', retry });
      }
      await slack.adapter.stop(5000);
      expect(slack.server.messages).toHaveLength(1);
    });

    test('as a mention and as a message is answered once', async () => {
      await slack.event(mention);
      await slack.event({ ...mention, type: 'message', channel_type: 'im' });
      await slack.adapter.stop(5000);
      expect(slack.server.messages).toHaveLength(1);
    });

    test('as a mention that was added within two minutes, and again, is answered once', async () => {
      const edited = { user: 'UASKER', ts: '121.0' };
      await slack.event({ ...mention, edited });
      await slack.event({ ...mention, edited: { ...edited, ts: '121.1' } });
      await slack.adapter.stop(5000);
      expect(slack.server.messages).toHaveLength(1);
    });

    test('as one slash command twice is answered once', async () => {
      await slack.act.slash('/fact', 'philly 562 homicides 2021', { triggerId: 't1' });
      await slack.act.slash('/fact', 'philly 562 homicides 2021', { triggerId: 't1' });
      await slack.adapter.stop(5000);
      expect(slack.server.messages).toHaveLength(1);
    });
  });
});

describe.each(['socket', 'http'] as const)('before the answer is known, over %s', (transport) => {
  test('commands and events are acknowledged', async () => {
    const { bot } = await createTestBot();
    const { held, letGo } = holdAnswers(bot);
    const slack = await startSlack({ bot: held, transport });
    await slack.act.slash('/fact', 'philly 562 homicides 2021');
    const asked = slack.directMessage('philly 562 homicides 2021');
    expect(slack.server.messages).toEqual([]);
    letGo();
    expect((await asked).text).toContain('562');
    await slack.stop();
    expect(slack.server.messages).toHaveLength(2);
  });
});

test('a reload of a broken pack shows the operator file and line, and the old claims still answer', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'factbot-slack-'));
  await cp('test/fixtures/packs/good', dataDir, { recursive: true });
  const { bot } = await createTestBot({ dataDir, operators: ['slack:UBOSS'] });
  const slack = await startSlack({ bot, transport: 'socket' });
  const file = join(dataDir, 'saltmarsh/claims/bridge-opened-1911.yaml');
  await writeFile(file, 'id: bridge-opened-1911\nverdikt: "true"\n');

  const { text, seenBy } = await slack.slash('/fact-admin', 'reload', { user: 'UBOSS' });
  expect(text).toMatch(/^Reload failed: the old claims are still in use/);
  expect(text).toMatch(/bridge-opened-1911\.yaml:2:1 verdikt/);
  expect(seenBy).toBe('UBOSS');
  expect((await slack.slash('/fact', 'saltmarsh/bridge-opened-1911')).text).toMatch(/^✓ True/);

  await slack.stop();
  await rm(dataDir, { recursive: true });
});
