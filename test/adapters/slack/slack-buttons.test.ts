import { afterEach, describe, expect, test } from 'vitest';
import { createState } from '../../../src/storage/state/state.ts';
import { withAnswers } from '../../support/answer-to.ts';
import { viewToShownText } from '../../support/slack/shown-text.ts';
import { foreignChannel } from '../../support/slack/slack-server.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { createSurfaceBot, unclearQuestion } from '../../support/surface-bot.ts';
import { createTestBot, silentLog } from '../../support/test-bot.ts';
import { testClock } from '../../support/test-day.ts';

const claim = 'krasner/philly-2021-562-homicides';

let running: RunningSlack | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(transport: 'socket' | 'http' = 'socket'): Promise<RunningSlack> {
  running = await startSlack({ bot: await createSurfaceBot(), transport });
  return running;
}

describe.each(['socket', 'http'] as const)('a button over %s', (transport) => {
  test('is acknowledged before its answer is known', async () => {
    const { bot } = await createTestBot();
    const gate = Promise.withResolvers<void>();
    const answered: string[] = [];
    const slack = await startSlack({
      transport,
      bot: withAnswers(bot, async (answer, { input }) => {
        if (input.kind === 'press') await gate.promise;
        answered.push(input.kind);
        return answer();
      }),
    });
    running = slack;
    const answer = await slack.slash('/fact', claim);
    await slack.act.press(answer, 'Why this answer');
    expect(answered).not.toContain('press');
    const why = slack.answerTo(async () => gate.resolve());
    expect((await why).text).toMatch(/^Why this answer/);
  });

  test('that Slack delivers twice is answered once', async () => {
    const slack = await start(transport);
    const answer = await slack.slash('/fact', claim);
    const trigger = slack.server.views.newTrigger;
    slack.server.views.newTrigger = () => 'trigger-again';
    await slack.act.press(answer, 'Why this answer');
    await slack.act.press(answer, 'Why this answer');
    slack.server.views.newTrigger = trigger;
    await slack.adapter.stop(5000);
    expect(slack.server.messages).toHaveLength(2);
  });
});

describe('a button in a thread', () => {
  test('is answered in the thread', async () => {
    const slack = await start();
    const answer = await slack.mention(claim, { threadTs: '1699999999.1' });
    const sources = await slack.press(answer, 'Sources with quotes');
    expect(sources).toMatchObject({ seenBy: 'UASKER', threadTs: '1699999999.1' });
    const next = await slack.press(sources, 'Next page');
    expect(next.text).toContain('Page 2 of 3');
    expect(next.message.ts).toBe(sources.message.ts);
  });

  test('is answered there through its own address where the bot is not a member', async () => {
    const slack = await start();
    const answer = await slack.mention(claim, { threadTs: '1699999999.1' });
    slack.server.failNext('chat.postEphemeral', { error: 'not_in_channel' });
    const why = await slack.press(answer, 'Why this answer');
    expect(why.message.via).toBe('respond');
    expect(why).toMatchObject({ seenBy: 'UASKER', threadTs: '1699999999.1' });
  });
});

describe('a choice', () => {
  test('replaces an ordinary message also when its address has gone', async () => {
    const slack = await start();
    const unclear = await slack.mention(unclearQuestion);
    slack.server.failNext('respond', { error: 'expired_url' });
    const chosen = await slack.press(unclear, 'None of these');
    expect(chosen.message.via).toBe('chat.update');
    expect(chosen.message.ts).toBe(unclear.message.ts);
    expect(chosen.text).toMatch(/^No record/);
  });
});

describe('sharing', () => {
  test('posts an ordinary message in the name of the asker, and the private one goes', async () => {
    const slack = await start();
    const answer = await slack.slash('/fact', `private ${claim}`);
    const shared = await slack.press(answer, 'Share to channel');
    expect(shared).toMatchObject({ seenBy: 'everybody', channel: 'CTALK' });
    expect(shared.text).toMatch(/^Shared by @UASKER\n\n✓ True/);
    await slack.adapter.stop(5000);
    expect(slack.server.messages).toEqual([shared.message]);
  });

  test('posts once, however often the button is pressed before the private answer goes', async () => {
    const slack = await start();
    const answer = await slack.slash('/fact', `private ${claim}`);
    const posting = Promise.withResolvers<void>();
    slack.server.holdNext('chat.postMessage', posting.promise);
    for (let pressed = 0; pressed < 3; pressed += 1) {
      await slack.act.press(answer, 'Share to channel');
    }
    posting.resolve();
    await slack.server.posted(({ seenBy }) => seenBy === 'everybody');
    await slack.adapter.stop(5000);
    const shared = slack.server.messages.filter(({ seenBy }) => seenBy === 'everybody');
    expect(shared).toHaveLength(1);
  });

  test('works at the next try when Slack failed at the first', async () => {
    const slack = await start();
    const answer = await slack.slash('/fact', `private ${claim}`);
    slack.server.failNext('chat.postMessage', { error: 'not_in_channel' });
    expect((await slack.press(answer, 'Share to channel')).seenBy).toBe('UASKER');
    expect((await slack.press(answer, 'Share to channel')).seenBy).toBe('everybody');
  });

  test('where the bot may not post is said to the asker, who keeps the private answer', async () => {
    const slack = await start();
    const place = { channel: foreignChannel };
    const answer = await slack.slash('/fact', `private ${claim}`, place);
    const refused = await slack.press(answer, 'Share to channel');
    expect(refused.seenBy).toBe('UASKER');
    expect(refused.text).toContain('I can’t post in this channel. Invite me');
    expect(slack.server.messages).toContain(answer.message);
  });
});

describe('buttons over time', () => {
  test('go on working after a restart', async () => {
    const state = await createState('memory:', silentLog, { clock: testClock });
    const before = await startSlack({ ...(await createTestBot({ state })), transport: 'socket' });
    const answer = await before.slash('/fact', claim);
    await before.stop();
    const slack = await startSlack({ ...(await createTestBot({ state })), transport: 'socket' });
    running = slack;
    const sources = await slack.press(answer, 'Sources with quotes');
    expect(sources.text).toMatch(/^Sources\n/);
  });

  test('say so when they are too old', async () => {
    const slack = await start();
    const answer = await slack.slash('/fact', claim);
    await slack.stop();
    // Another store: what the buttons need is gone, as it is after its time.
    const other = await start();
    const { text, seenBy } = await other.press(answer, 'Sources with quotes', { user: 'UOTHER' });
    expect(text).toContain('This button is too old: buttons work for 30 days.');
    expect(seenBy).toBe('UOTHER');
  });
});

describe('a wrong match', () => {
  test('whose form can’t be opened any more is told to the asker', async () => {
    const slack = await start();
    const answer = await slack.slash('/fact', claim);
    slack.server.views.expireTriggers();
    const { text, seenBy } = await slack.press(answer, 'Wrong match');
    expect(text).toContain('Something went wrong on our side.');
    expect(seenBy).toBe('UASKER');
    await slack.adapter.stop(5000);
    expect(slack.logged).toContainEqual({
      level: 'error',
      fields: { code: 'expired_trigger_id' },
      message: 'Slack: an answer could not be delivered',
    });
  });

  test('under somebody else’s private answer opens no form', async () => {
    const slack = await start();
    const answer = await slack.slash('/fact', `private ${claim}`);
    const { text, seenBy } = await slack.press(answer, 'Wrong match', { user: 'UOTHER' });
    expect(text).toContain('Only the person who asked can use this.');
    expect(seenBy).toBe('UOTHER');
  });

  test('is reported in a form that asks before it keeps a text', async () => {
    const slack = await start();
    const answer = await slack.mention(claim);
    const form = await slack.viewAfter(() => slack.act.press(answer, 'Wrong match'));
    expect(viewToShownText(form.view)).toMatchInlineSnapshot(`
      "Wrong match

      What did you ask?
      It helps us to find the right claim next time. You may leave it empty.

      Keep my text for this
      Ticked, it may stay for good. If not, only the claim and how it was found are kept."
    `);
    const thanks = await slack.submit(form, { 'Keep my text for this': true });
    expect(thanks).toMatchObject({ seenBy: 'UASKER', threadTs: answer.threadTs });
  });
});
