import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toMetadata } from '../../../src/adapters/slack/form-place.ts';
import { formToView } from '../../../src/adapters/slack/form-to-view.ts';
import type { Form, FormField } from '../../../src/core/reply/form.ts';
import { holdAnswers } from '../../support/answer-to.ts';
import { viewToShownText } from '../../support/slack/shown-text.ts';
import { foreignChannel } from '../../support/slack/slack-server.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { toShownView } from '../../support/slack/view-limits.ts';
import type { OpenView } from '../../support/slack/views.ts';
import { createTestBot } from '../../support/test-bot.ts';

const ref = 'krasner/philly-2021-562-homicides';
const homicides = 'Philadelphia recorded 562 homicides in 2021.';

describe.each(['socket', 'http'] as const)('a form over %s', (transport) => {
  let slack: RunningSlack;

  beforeEach(async () => {
    const { bot } = await createTestBot();
    slack = await startSlack({ bot, transport });
  });
  afterEach(() => slack.stop());

  const openFactForm = (place = {}): Promise<OpenView> =>
    slack.viewAfter(() => slack.act.slash('/fact', '', place));

  test('opens for a command without a claim', async () => {
    const { view } = await openFactForm();
    expect(viewToShownText(view)).toMatchInlineSnapshot(`
      "Look up a claim

      The claim as you heard it

      Or choose one on record

      Only claims about this topic

      Who sees the answer"
    `);
  });

  test('sent off closes, and is answered in the channel, also where the bot is not a member', async () => {
    const form = await openFactForm({ channel: foreignChannel });
    const answer = await slack.submit(form, { 'The claim as you heard it': ref });
    expect(answer).toMatchObject({ seenBy: 'everybody', channel: foreignChannel });
    expect(slack.server.views.open).toEqual([]);
  });

  test('takes a claim chosen among those on record', async () => {
    const form = await openFactForm();
    const options = await slack.act.type(form, 'Or choose one on record', '562 homicides');
    expect(options[0]?.text.text).toMatch(/^✓ True · “Philadelphia recorded 562 homicides/);
    expect(options[0]?.value).toBe(ref);
    const filling = {
      'Or choose one on record': options[0]?.value ?? '',
      'Who sees the answer': 'Only me',
    };
    const { text, seenBy } = await slack.submit(form, filling);
    expect(text).toContain(homicides);
    expect(seenBy).toBe('UASKER');
  });

  test.each(['Everybody in the channel', 'Only me'])(
    'that lay open until Slack takes no answer to it (%s) is answered in a direct message',
    async (who) => {
      const form = await slack.viewAfter(() =>
        slack.act.slash('/fact', '', { channel: foreignChannel }),
      );
      slack.server.failNext('respond', { error: 'expired_url' });
      const filling = { 'The claim as you heard it': ref, 'Who sees the answer': who };
      const { text, channel } = await slack.submit(form, filling);
      expect(channel).toBe('UASKER');
      expect(text).toContain(homicides);
    },
  );

  test('offers claims before anything is typed, at most a hundred, and topics as they are typed', async () => {
    const form = await openFactForm();
    const first = await slack.act.type(form, 'Or choose one on record', '');
    expect(first.length).toBeGreaterThan(10);
    expect(first.length).toBeLessThanOrEqual(100);
    for (const { text, value } of first) {
      expect(text.text.length).toBeLessThanOrEqual(75);
      expect(value.length).toBeLessThanOrEqual(75);
    }
    const topics = await slack.act.type(form, 'Only claims about this topic', 'pol');
    expect(topics[0]).toMatchObject({ text: { text: 'pol' }, value: 'pol' });
    expect(topics.slice(1).map(({ value }) => value)).toEqual(
      expect.arrayContaining([expect.stringContaining('pol')]),
    );
  });

  test('sent off empty stays open and says what is missing', async () => {
    const form = await openFactForm();
    expect(await slack.act.submit(form, {})).toEqual({
      response_action: 'errors',
      errors: { claim: 'Please fill this in, or choose one below.' },
    });
    await slack.adapter.stop(5000);
    expect(slack.server.messages).toEqual([]);
  });

  test('that was sent off twice is answered once', async () => {
    const form = await openFactForm();
    const filling = { 'The claim as you heard it': ref };
    slack.server.views.newTrigger = () => 'trigger-again';
    await slack.act.submit(form, filling);
    await slack.act.submit(form, filling);
    await slack.adapter.stop(5000);
    expect(slack.server.messages).toHaveLength(1);
  });

  test('is acknowledged before its answer is known', async () => {
    const { bot } = await createTestBot();
    const { held, letGo } = holdAnswers(bot);
    const gated = await startSlack({ bot: held, transport });
    const form = await gated.viewAfter(() => gated.act.slash('/fact'));
    await gated.act.submit(form, { 'The claim as you heard it': ref });
    expect(gated.server.messages).toEqual([]);
    const answer = gated.answerTo(async () => letGo());
    expect((await answer).text).toContain(homicides);
    await gated.stop();
  });
});

describe('settings', () => {
  let slack: RunningSlack;

  beforeEach(async () => {
    const { bot } = await createTestBot();
    slack = await startSlack({ bot, transport: 'socket' });
  });
  afterEach(() => slack.stop());

  const openSettings = (user: string, text = 'answers') =>
    slack.viewAfter(() => slack.act.slash('/fact-settings', text, { user }));

  test.each(['is_admin', 'is_owner', 'is_primary_owner'])(
    'open for a person with %s',
    async (right) => {
      slack.server.setPerson('UBOSS', { [right]: true });
      const { view } = await openSettings('UBOSS');
      expect(viewToShownText(view)).toMatch(/^Where and how I answer/);
    },
  );

  test('are refused to everybody else, privately', async () => {
    const { text, seenBy } = await slack.slash('/fact-settings', 'claims');
    expect(text).toMatch(/^Only for people who manage this community/);
    expect(seenBy).toBe('UASKER');
  });

  test('ask Slack about somebody once in a while, not every time', async () => {
    slack.server.setPerson('UBOSS', { is_admin: true });
    await slack.slash('/fact-settings', 'status', { user: 'UBOSS' });
    await slack.slash('/fact-settings', 'status', { user: 'UBOSS' });
    expect(slack.server.calls.filter((call) => call === 'users.info')).toHaveLength(1);
  });

  test('are refused with the reason while Slack does not tell who manages', async () => {
    slack.server.failNext('users.info', { error: 'missing_scope' });
    const { text } = await slack.slash('/fact-settings', 'status', { user: 'UBOSS' });
    expect(text).toContain('I could not find out whether you manage this community');
  });

  test('of channels hold for slash commands and mentions there', async () => {
    slack.server.setPerson('UBOSS', { is_admin: true });
    const form = await openSettings('UBOSS');
    await slack.submit(form, { 'Channels for public answers': ['COTHER'] }, { user: 'UBOSS' });
    expect((await slack.slash('/fact', ref)).seenBy).toBe('UASKER');
    expect((await slack.slash('/fact', ref, { channel: 'COTHER' })).seenBy).toBe('everybody');
    expect((await slack.directMessage(ref)).seenBy).toBe('everybody');
    const again = await openSettings('UBOSS');
    expect(JSON.stringify(again.view)).toContain('"initial_conversations":["COTHER"]');
  });

  test('name channels as Slack does, in what is set and in what was changed', async () => {
    slack.server.setPerson('UBOSS', { is_admin: true });
    const form = await openSettings('UBOSS');
    const channels = ['COTHER', 'CTALK'];
    await slack.submit(form, { 'Channels for public answers': channels }, { user: 'UBOSS' });
    const again = await openSettings('UBOSS');
    const filling = { 'Channels for public answers': ['CTALK'] };
    const { text, message } = await slack.submit(again, filling, { user: 'UBOSS' });
    expect(message.text).toContain('by <@UBOSS>');
    expect(message.text).toContain('Channels for public answers: <#COTHER>, <#CTALK> → <#CTALK>');
    expect(text).toContain('Channels for public answers: #CTALK\n');
    expect(text).toContain('Channels for public answers: #COTHER, #CTALK → #CTALK');
    expect(text).toContain('Channels for public answers: all → #COTHER, #CTALK');
  });

  test('of packs and strictness are kept, and shown with who changed them', async () => {
    slack.server.setPerson('UBOSS', { is_admin: true });
    const form = await openSettings('UBOSS', 'claims');
    const filling = {
      Packs: ['Claims about Larry Krasner'],
      'How sure I must be': 'Strict: about 96 in 100 answers right',
    };
    const { text } = await slack.submit(form, filling, { user: 'UBOSS' });
    expect(text).toMatch(/^Settings saved/);
    expect(text).toContain('How sure I must be: Strict');
    expect(text).toContain('by @UBOSS');
  });
});

const text = (max: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: max });
const choices = fc
  .array(text(200), { minLength: 1, maxLength: 25 })
  .map((labels) => labels.map((label, index) => ({ label, value: String(index) })));
const shared = { label: text(45), hint: text(100), required: fc.boolean() };
const field = (name: string): fc.Arbitrary<FormField> => {
  const named = { ...shared, name: fc.constant(name) };
  return fc.oneof(
    fc.record({
      ...named,
      type: fc.constant('text' as const),
      maxLength: fc.integer({ min: 1, max: 6000 }),
      multiline: fc.boolean(),
      value: text(500),
    }),
    fc.record({ ...named, type: fc.constant('choice' as const), choices, value: text(3) }),
    fc.record({
      ...named,
      type: fc.constant('choices' as const),
      choices,
      values: fc.subarray(['0', '1', '2']),
    }),
    fc.record({
      ...named,
      type: fc.constant('channels' as const),
      values: fc.array(fc.constantFrom('C1', 'C2')),
    }),
    fc.record({ ...named, type: fc.constant('flag' as const), value: fc.boolean() }),
    fc.record({
      ...named,
      type: fc.constant('suggested' as const),
      suggest: fc.constantFrom('claim' as const, 'topic' as const),
      maxLength: fc.integer({ min: 1, max: 6000 }),
    }),
  );
};
const anyForm: fc.Arbitrary<Form> = fc.record({
  id: text(100),
  locale: fc.constant('en' as const),
  title: text(24),
  submit: text(24),
  fields: fc.tuple(field('a'), field('b'), field('c'), field('d'), field('e')),
});

test('any form stays within Slack’s limits', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const responseUrl = `https://hooks.slack.example/${'a'.repeat(200)}`;
      const metadata = toMetadata(form, { channel: 'C1', threadTs: '1700000000.1', responseUrl });
      expect(toShownView(formToView(form, metadata))).toBeDefined();
    }),
  );
});
