import { describe, expect, test } from 'vitest';
import { formToModal } from '../../../src/adapters/discord/form-to-modal.ts';
import type { Form } from '../../../src/core/reply/form.ts';
import { locales } from '../../../src/core/texts/texts.ts';
import { modalRules } from '../../support/discord/component-rules.ts';
import { world } from '../../support/discord/events.ts';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';
import { createTestBot } from '../../support/test-bot.ts';

const claim = 'philly 562 homicides 2021';
const record = 'Philadelphia recorded 562 homicides in 2021.';
const manager = { user: '400000000000000003', manager: true };

describe('/fact without a claim', () => {
  test('opens a form at once, and the form sent off is answered as it says', async () => {
    const { discord } = await startBotOnDiscord();
    const form = await discord.formOf('fact');
    expect(form.labels).toEqual([
      'The claim as you heard it',
      'Only claims about this topic',
      'Who sees the answer',
    ]);
    expect(form.filled['Who sees the answer']).toEqual(['Everybody in the channel']);
    const hidden = await discord.submit(form, {
      'The claim as you heard it': claim,
      'Who sees the answer': 'Only me',
    });
    expect(hidden.text).toContain(record);
    expect(hidden.private).toBe(true);
  });

  test('opens it in a direct message too', async () => {
    const { discord } = await startBotOnDiscord({ guildId: undefined });
    const form = await discord.formOf('fact', { where: 'direct' });
    const answer = await discord.submit(form, { 'The claim as you heard it': claim });
    expect(answer.text).toContain(record);
  });

  test('opens it in the asker’s language', async () => {
    const { discord } = await startBotOnDiscord();
    const { title } = await discord.formOf('fact', { locale: 'de' });
    expect(title).not.toBe((await discord.formOf('fact')).title);
  });

  test('opens one form when it is delivered twice', async () => {
    const { discord, logged } = await startBotOnDiscord();
    const typed = discord.type('fact');
    discord.deliver(typed);
    await discord.outcomeOf(typed);
    await discord.slash('fact-help');
    expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  test('says privately that something is wrong when the form takes too long for Discord', async () => {
    const { bot } = await createTestBot();
    const { discord } = await startBotOnDiscord({
      bot: {
        ...bot,
        plan: async () => ({ delivery: 'form', form: () => new Promise(() => {}) }),
      },
    });
    const answer = await discord.slash('fact');
    expect(answer.text).toContain('Something went wrong on our side');
    expect(answer.private).toBe(true);
  });
});

describe('fact-settings', () => {
  const saved = 'Settings saved';

  test('shows managers what is set, and keeps what they choose', async () => {
    const { discord, state } = await startBotOnDiscord();
    const form = await discord.formOf('fact-settings answers', manager);
    expect(form.filled).toEqual({
      'Who sees answers to /fact': ['Everybody, unless asked privately'],
      'How much an answer shows': ['Short: what matters, the rest a button away'],
      'Channels for public answers': [],
      'Answer mentions': true,
    });
    const answer = await discord.submit(form, {
      'Channels for public answers': [world.channel],
      'Answer mentions': false,
    });
    expect(answer.text).toContain(saved);
    expect(answer.private).toBe(true);
    expect(state.communities.settings(`discord:${world.guild}`)).toMatchObject({
      answers: 'public',
      channels: [world.channel],
      mentions: false,
    });
    const again = await discord.formOf('fact-settings answers', manager);
    expect(again.filled['Channels for public answers']).toEqual([world.channel]);
    expect(again.filled['Answer mentions']).toBe(false);
  });

  test('names channels and people as Discord does', async () => {
    const { discord, state } = await startBotOnDiscord();
    const { channel, otherChannel } = world;
    await state.communities.change(`discord:${world.guild}`, 'discord:71', { channels: [channel] });
    await state.communities.change(`discord:${world.guild}`, 'discord:72', {
      channels: [otherChannel, 'not-an-id'],
    });
    const { text } = await discord.slash('fact-settings status', {}, manager);
    expect(text).toContain(`<#${otherChannel}>, #not-an-id`);
    expect(text).toContain('by <@71>');
    expect(text).toContain('by <@72>');
    expect(text).toContain(`<#${channel}> → <#${otherChannel}>, #not-an-id`);
  });

  test('keeps which packs are used and how sure the bot must be', async () => {
    const { discord, state } = await startBotOnDiscord();
    const form = await discord.formOf('fact-settings claims', manager);
    const [pack] = optionsOf(form.modal, 'Packs');
    await discord.submit(form, {
      Packs: [pack ?? ''],
      'How sure I must be': 'Balanced: about 89 in 100 answers right',
    });
    expect(state.communities.settings(`discord:${world.guild}`)).toMatchObject({
      packs: [expect.any(String)],
      strictness: 'balanced',
    });
  });

  test('opens although a channel that was chosen is gone', async () => {
    const { discord, state } = await startBotOnDiscord();
    await state.communities.change(`discord:${world.guild}`, 'discord:1', {
      channels: ['300000000000000077', world.otherChannel],
    });
    const { filled } = await discord.formOf('fact-settings answers', manager);
    expect(filled['Channels for public answers']).toEqual([world.otherChannel]);
  });

  test.each(['answers', 'claims'])('refuses the form “%s” to others', async (name) => {
    const { discord } = await startBotOnDiscord();
    const answer = await discord.slash(`fact-settings ${name}`);
    expect(answer.text).toContain('Only for people who manage this community');
    expect(answer.private).toBe(true);
  });

  test('refuses a form that a manager opened and somebody else sends off', async () => {
    const { discord, state } = await startBotOnDiscord();
    const form = await discord.formOf('fact-settings answers', manager);
    const answer = await discord.submit({ ...form, from: {} }, { 'Answer mentions': false });
    expect(answer.text).toContain('Only for people who manage this community');
    expect(state.communities.settings(`discord:${world.guild}`).mentions).toBe(true);
  });

  test('is not offered in a direct message', async () => {
    const { discord } = await startBotOnDiscord({ guildId: undefined });
    const there = { ...manager, where: 'direct' } as const;
    expect(() => discord.type('fact-settings answers', {}, there)).toThrow('no command');
  });
});

test.each(locales)('every form keeps Discord’s limits in %s', async (locale) => {
  const { discord } = await startBotOnDiscord();
  const answer = await discord.slash('fact', { claim });
  const ask = await discord.formOf('fact', { locale });
  const report = await discord.formUnder(answer, 'Wrong match', { locale });
  const where = await discord.formOf('fact-settings answers', { ...manager, locale });
  const what = await discord.formOf('fact-settings claims', { ...manager, locale });
  expect([ask, report, where, what].map(({ labels }) => labels.length)).toEqual([3, 2, 4, 3]);
});

describe('formToModal', () => {
  const field = { name: 'a', label: 'A '.repeat(40), hint: 'H '.repeat(80), required: false };
  const choices = Array.from({ length: 40 }, (_, index) => ({
    label: `${index} ${'long '.repeat(40)}`,
    value: `value ${index}`,
  }));
  const form = (fields: Form['fields']): Form => ({
    id: 'x'.repeat(100),
    locale: 'en',
    title: 'Title '.repeat(20),
    submit: 'Save',
    fields,
  });

  test('keeps a form that is too large within Discord’s limits', () => {
    const channels = Array.from({ length: 40 }, (_, index) => `3000000000000000${10 + index}`);
    const modal = formToModal(
      form([
        {
          ...field,
          name: 'text',
          type: 'text',
          maxLength: 9000,
          multiline: true,
          value: 'v'.repeat(5000),
        },
        { ...field, name: 'choice', type: 'choice', choices, value: 'value 3', required: true },
        { ...field, name: 'choices', type: 'choices', choices, values: ['value 1', 'value 39'] },
        { ...field, name: 'channels', type: 'channels', values: channels },
        { ...field, name: 'flag', type: 'flag', value: true },
        { ...field, name: 'sixth', type: 'suggested', suggest: 'topic', maxLength: 64 },
      ]),
      () => true,
    );
    expect(modalRules.parse(modal).components).toHaveLength(5);
  });

  test('leaves out a choice of nothing, which Discord refuses', () => {
    const modal = formToModal(
      form([
        { ...field, type: 'choices', choices: [], values: [] },
        { ...field, name: 'b', type: 'flag', value: false },
      ]),
      () => true,
    );
    expect(modalRules.parse(modal).components).toHaveLength(1);
  });
});

function optionsOf(modal: { components: readonly object[] }, label: string): readonly string[] {
  const { components } = modalRules.parse(modal);
  const component = components.find((one) => one.label === label)?.component;
  return component?.type === 3 ? component.options.map((option) => option.label) : [];
}
