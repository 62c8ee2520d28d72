import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { viewToShownText } from '../../support/slack/shown-text.ts';
import { labelsOf } from '../../support/slack/slack-people.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { createTestBot } from '../../support/test-bot.ts';

const ref = 'krasner/philly-2021-562-homicides';
const homicides = 'Philadelphia recorded 562 homicides in 2021.';

let slack: RunningSlack;

beforeEach(async () => {
  const { bot } = await createTestBot();
  slack = await startSlack({ bot, transport: 'socket' });
});
afterEach(() => slack.stop());

describe('the home page', () => {
  const openHome = () => slack.viewAfter(() => slack.act.openHome());

  test('shows a box to search in, what the bot knows and how to ask', async () => {
    const text = viewToShownText((await openHome()).view);
    expect(text).toMatch(/^\n*Ask me about a claim\n\nLook up a claim\n\nPacks/);
    expect(text).toContain('Newest claims');
    expect(text).toContain('How to ask');
  });

  test('answers a search in a modal, where nothing can be shared', async () => {
    const home = await openHome();
    const { view, depth } = await slack.viewAfter(() => slack.act.search(home, ref));
    expect(depth).toBe(0);
    expect(viewToShownText(view)).toContain(homicides);
    expect(labelsOf(view.blocks)).toEqual([
      'Read more',
      'Sources with quotes',
      'Why this answer',
      'Wrong match',
    ]);
  });

  test('takes an empty search for none', async () => {
    const home = await openHome();
    await slack.act.search(home, '  ');
    await slack.adapter.stop(5000);
    expect(slack.server.calls).not.toContain('views.open');
  });

  test('opens what buttons in a modal tell on top of it, and turns pages in place', async () => {
    const home = await openHome();
    const answer = await slack.viewAfter(() => slack.act.search(home, ref));
    const sources = await slack.viewAfter(() =>
      slack.act.pressInView(answer, 'Sources with quotes'),
    );
    expect(sources.depth).toBe(1);
    const next = await slack.viewAfter(() => slack.act.pressInView(sources, 'Next page'));
    expect(next).toMatchObject({ id: sources.id, depth: 1 });
    expect(viewToShownText(next.view)).toContain('Page 2 of 3');
  });

  test('keeps a report of a wrong match from a modal, and says so in it', async () => {
    const home = await openHome();
    const answer = await slack.viewAfter(() => slack.act.search(home, ref));
    const form = await slack.viewAfter(() => slack.act.pressInView(answer, 'Wrong match'));
    expect(form.depth).toBe(1);
    const acknowledged = await slack.act.submit(form, { 'Keep my text for this': true });
    expect(JSON.stringify(acknowledged)).toContain('Looking it up…');
    const thanks = await slack.server.seen(() =>
      slack.server.views.open.find(({ view }) => viewToShownText(view).includes('Thank you')),
    );
    expect(thanks.id).toBe(form.id);
    expect(slack.server.messages).toEqual([]);
  });

  test('answers a form whose modal was closed too soon in a direct message', async () => {
    const home = await openHome();
    const answer = await slack.viewAfter(() => slack.act.search(home, ref));
    const form = await slack.viewAfter(() => slack.act.pressInView(answer, 'Wrong match'));
    slack.server.failNext('views.update', { error: 'not_found' });
    const thanks = await slack.submit(form, {});
    expect(thanks).toMatchObject({ channel: 'UASKER' });
    expect(thanks.text).toContain('Thank you');
  });
});

describe('where Slack takes no view by the time that the answer is known', () => {
  const openAnswer = async () => {
    const home = await slack.viewAfter(() => slack.act.openHome());
    return slack.viewAfter(() => slack.act.search(home, ref));
  };
  /** After three seconds a view can no longer be opened, nor laid over another. */
  const tooLate = { error: 'expired_trigger_id' };
  const closed = { error: 'not_found' };

  test('a search on the home page is answered in a direct message', async () => {
    const home = await slack.viewAfter(() => slack.act.openHome());
    slack.server.failNext('views.open', tooLate);
    const answer = await slack.answerTo(() => slack.act.search(home, ref));
    expect(answer.channel).toBe('UASKER');
    expect(answer.text).toContain(homicides);
  });

  test('a button in a modal is answered in its place', async () => {
    const answer = await openAnswer();
    slack.server.failNext('views.push', tooLate);
    const more = await slack.viewAfter(() => slack.act.pressInView(answer, 'Why this answer'));
    expect(more.id).toBe(answer.id);
    expect(viewToShownText(more.view)).toContain('Why this answer');
  });

  test.each(['Why this answer', 'Sources with quotes'])(
    '%s in a modal that was closed is answered in a direct message',
    async (button) => {
      const answer = await openAnswer();
      slack.server.failNext('views.push', tooLate);
      slack.server.failNext('views.update', closed);
      const told = await slack.answerTo(() => slack.act.pressInView(answer, button));
      expect(told.channel).toBe('UASKER');
      expect(told.text).not.toContain('did not work');
    },
  );

  test('a page turned in a modal that was closed is told in a direct message', async () => {
    const answer = await openAnswer();
    const sources = await slack.viewAfter(() =>
      slack.act.pressInView(answer, 'Sources with quotes'),
    );
    slack.server.failNext('views.update', closed);
    const told = await slack.answerTo(() => slack.act.pressInView(sources, 'Next page'));
    expect(told.channel).toBe('UASKER');
    expect(told.text).toContain('Page 2 of 3');
  });

  test('whoever wanted a form from a modal that was closed hears that it did not open', async () => {
    const answer = await openAnswer();
    slack.server.failNext('views.push', tooLate);
    slack.server.failNext('views.update', closed);
    const told = await slack.answerTo(() => slack.act.pressInView(answer, 'Wrong match'));
    expect(told.channel).toBe('UASKER');
    expect(told.text).toContain('did not work');
  });
});

describe('Slack’s agent view', () => {
  const openConversation = async () => {
    await slack.act.openHome('messages');
    const method = 'assistant.threads.setSuggestedPrompts';
    const index = await slack.server.seen(() => {
      const found = slack.server.calls.indexOf(method);
      return found === -1 ? undefined : found;
    });
    return slack.server.payloads[index];
  };

  test('suggests the claims that the workspace was told most, and help', async () => {
    for (let time = 0; time < 3; time += 1) await slack.mention('krasner/krasner-anti-police');
    // What was told is counted once Slack has taken it: the next answer comes after that.
    await slack.mention('help');
    const { channel_id, prompts } = (await openConversation()) ?? {};
    expect(channel_id).toBe('DASKER');
    expect(prompts).toHaveLength(4);
    expect(prompts).toMatchObject([
      { message: 'krasner/krasner-anti-police' },
      {},
      {},
      { title: 'How to ask', message: 'help' },
    ]);
  });

  test('is no trouble where a workspace does not have it', async () => {
    const method = 'assistant.threads.setSuggestedPrompts';
    slack.server.failNext(method, { error: 'not_allowed' });
    await openConversation();
    await slack.adapter.stop(5000);
    expect(slack.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('“Check this message”', () => {
  test('is answered privately in the channel for a message there', async () => {
    const answer = await slack.check('Philadelphia recorded 562 homicides in 2021.');
    expect(answer).toMatchObject({ seenBy: 'UASKER', channel: 'CTALK', threadTs: undefined });
    expect(answer.text).toMatch(/^1 checked claim in this message/);
  });

  test('is answered privately in the thread for a message in one', async () => {
    const place = { threadTs: '1699999999.1' };
    const answer = await slack.check('Philadelphia recorded 562 homicides in 2021.', place);
    expect(answer).toMatchObject({ seenBy: 'UASKER', threadTs: '1699999999.1' });
  });

  test('of a message without text says that there is nothing to check', async () => {
    const { text } = await slack.check(undefined);
    expect(text).toContain('I see no sentence in this message that could be checked.');
  });

  test('shows what others wrote as they wrote it', async () => {
    const { text, notification } = await slack.check(
      'The bridge <#C1> *opened* in 1911 for <@U1>.',
    );
    expect(text).toContain('The bridge <#C1> *opened* in 1911 for <@U1>.');
    expect(notification).not.toContain('[[');
  });
});

describe('the asker’s language', () => {
  test('is asked of Slack, and no answer waits for it in vain', async () => {
    slack.server.setPerson('UASKER', { locale: 'fr-FR' });
    const french = await slack.slash('/fact-help');
    slack.server.failNext('users.info', { error: 'missing_scope' });
    const unknown = await slack.slash('/fact-help', '', { user: 'UOTHER' });
    expect(french.text).not.toMatch(/^Ask me about a claim/);
    expect(unknown.text).toMatch(/^Ask me about a claim/);
  });

  test('that Slack is slow to tell is not waited for', async () => {
    const gate = Promise.withResolvers<void>();
    slack.server.holdNext('users.info', gate.promise);
    expect((await slack.slash('/fact', ref)).text).toContain(homicides);
    gate.resolve();
  });
});
