import { describe, expect, test } from 'vitest';
import type { Input, Invocation } from '../../../src/core/bot/invocation.ts';
import type { AskerDetails } from '../../../src/core/bot/plan.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo, deliveryOf, formFor } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { inServer } from '../../support/in-server.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const fact = (options = {}): Input => ({
  kind: 'command',
  command: 'fact',
  options: { claim: 'the riverton bridge is from 1932', ...options },
});
const mention: Input = { kind: 'text', text: 'the riverton bridge is from 1932', by: 'mention' };
const settings = (subcommand: string): Input => ({
  kind: 'command',
  command: 'fact-settings',
  subcommand,
  options: {},
});

const manager: AskerDetails = { mayManage: async () => true };

async function community() {
  let now = new Date('2026-11-22T12:00:00Z');
  const { bot, state } = await createTestBot({
    packs: [rivertonPack([aClaim()])],
    operators: ['discord:1'],
    clock: () => now,
  });
  return {
    bot,
    state,
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    ask: (input: Input, where?: Partial<Invocation>, details = manager) =>
      answerTo(bot, inServer(input, where), details),
    delivery: (input: Input, where?: Partial<Invocation>) =>
      deliveryOf(bot, inServer(input, where), manager),
  };
}

describe('fact-settings', () => {
  test('is refused to people who do not manage the community, form and all', async () => {
    const { bot, ask } = await community();
    const details = { mayManage: async () => false };
    expect(replyToText(await ask(settings('status'), {}, details))).toContain(
      'Only for people who manage',
    );
    expect(await formFor(bot, inServer(settings('answers')), details)).toMatchObject({
      tone: 'error',
    });
    const sent: Input = {
      kind: 'form',
      id: 'fact-settings.answers',
      values: { answers: 'private', detail: 'short', mentions: false },
    };
    expect(await ask(sent, {}, details)).toMatchObject({ tone: 'error' });
  });

  test('makes answers private unless asked for publicly', async () => {
    const { ask, delivery } = await community();
    expect(await delivery(fact())).toBe('public');
    await ask({
      kind: 'form',
      id: 'fact-settings.answers',
      values: { answers: 'private', detail: 'short', mentions: true },
    });
    expect(await delivery(fact())).toBe('private');
    expect(await delivery(fact({ private: false }))).toBe('public');
  });

  test('keeps public answers and mentions to the channels chosen', async () => {
    const { ask, delivery } = await community();
    await ask({
      kind: 'form',
      id: 'fact-settings.answers',
      values: { answers: 'public', detail: 'short', mentions: true, channels: ['66'] },
    });
    expect([await delivery(fact()), await delivery(mention)]).toEqual(['private', 'none']);
    expect([
      await delivery(fact(), { channel: '66' }),
      await delivery(mention, { channel: '66' }),
    ]).toEqual(['public', 'public']);
  });

  test('keeps private answers from being shared in the other channels', async () => {
    const { ask } = await community();
    await ask({
      kind: 'form',
      id: 'fact-settings.answers',
      values: { answers: 'public', detail: 'short', mentions: true, channels: ['66'] },
    });
    const answer = await ask(fact());
    const [first] = answer.actions ?? [];
    expect(answer.actions?.some(({ id }) => id.startsWith('share.'))).toBe(false);
    // A button from before the channels were chosen.
    const shared = await ask({ kind: 'press', id: first?.id.replace(/^[a-z]+/, 'share') ?? '' });
    expect(shared.sharedBy).toBeUndefined();
    expect(replyToText(shared)).toContain('Answers are private in this channel');
  });

  test('switches mentions off, but not direct messages', async () => {
    const { ask, delivery } = await community();
    await ask({
      kind: 'form',
      id: 'fact-settings.answers',
      values: { answers: 'public', detail: 'short', mentions: false },
    });
    expect(await delivery(mention)).toBe('none');
    expect(await delivery({ kind: 'text', text: 'x', by: 'direct-message' })).toBe('public');
  });

  test('chooses packs: claims of the others are not found, suggested or listed', async () => {
    const { bot, ask, state } = await community();
    await state.communities.change('discord:100', 'discord:7', { packs: ['another'] });
    expect((await ask(fact())).title).toMatch(/^No record/);
    expect((await ask(fact({ claim: 'riverton/harbour-bridge-opened-1932' }))).title).toMatch(
      /^No record/,
    );
    const help = await ask({ kind: 'command', command: 'fact-help', options: {} });
    expect(replyToText(help)).toContain('among 0 checked claims');
    const limits = { count: 25, labelLength: 100, valueLength: 100 };
    const request = { suggest: 'claim', typed: 'bridge', user: 'discord:1' } as const;
    expect(await bot.suggest({ ...request, community: 'discord:100' }, limits)).toEqual([]);
  });

  test('shows what is set, and who changed it last', async () => {
    const { ask } = await community();
    await ask({
      kind: 'form',
      id: 'fact-settings.claims',
      values: { strictness: 'strict', language: 'en' },
    });
    expect(replyToText(await ask(settings('status')))).toMatchInlineSnapshot(`
      "Settings of this community

      Packs: all
      Who sees answers to /fact: Everybody, unless asked privately
      How much an answer shows: Short: what matters, the rest a button away
      Channels for public answers: all
      Answer mentions: on
      How sure I must be: Strict: about 96 in 100 answers right
      Language: English

      Latest changes
      - 22 Nov 2026 by discord:7
         How sure I must be: Balanced: about 89 in 100 answers right → Strict: about 96 in 100 answers right
         Language: not chosen → English"
    `);
  });

  test('is told apart by community', async () => {
    const { ask, delivery } = await community();
    await ask({
      kind: 'form',
      id: 'fact-settings.answers',
      values: { answers: 'private', detail: 'short', mentions: true },
    });
    expect(await delivery(fact(), { community: 'discord:200' })).toBe('public');
  });

  test('has nothing to set in a direct message', async () => {
    const { ask } = await community();
    expect(replyToText(await ask(settings('status'), { community: undefined }))).toContain(
      'nothing to set here',
    );
  });

  test('can be seen and reset by operators', async () => {
    const { ask, delivery, state } = await community();
    await state.communities.joined('discord:100');
    await ask({
      kind: 'form',
      id: 'fact-settings.answers',
      values: { answers: 'private', detail: 'short', mentions: true },
    });
    const admin = (options: object): Input => ({
      kind: 'command',
      command: 'fact-admin',
      subcommand: 'community',
      options: { ...options },
    });
    const asOperator = { user: 'discord:1' } as const;
    expect(replyToText(await ask(admin({}), asOperator))).toContain('discord:100');
    expect(
      replyToText(await ask(admin({ community: 'discord:100', reset: true }), asOperator)),
    ).toContain('Settings reset');
    expect(await delivery(fact())).toBe('public');
  });
});

describe('a channel', () => {
  test('is not told the same claim twice in a row, unless asked to', async () => {
    const { ask, delivery, later } = await community();
    await ask(fact());
    expect(await delivery(fact())).toBe('private');
    expect(replyToText(await ask(fact()))).toContain('answered in this channel a moment ago');
    expect(await delivery(fact({ private: false }))).toBe('public');
    expect(await delivery(fact(), { channel: '56' })).toBe('public');
    later(6);
    expect(await delivery(fact())).toBe('public');
  });
});

describe('somebody who asks too much', () => {
  test('is told when to try again', async () => {
    const { ask } = await community();
    let text = '';
    for (let asked = 0; asked < 100 && !text.includes('try again in'); asked += 1) {
      text = replyToText(await ask(fact({ private: true })));
    }
    expect(text).toMatch(/try again in \d+ seconds?/);
  });
});

describe('somebody who is blocked', () => {
  test('is refused once and privately, and mentions are not answered', async () => {
    const { bot, ask, delivery } = await community();
    const admin = (subcommand: string): Input => ({
      kind: 'command',
      command: 'fact-admin',
      subcommand,
      options: { user: 'discord:7' },
    });
    await ask(admin('block'), { user: 'discord:1' });
    expect(await delivery(mention)).toBe('none');
    const refusal = await bot.plan(inServer(fact()));
    if (!('answer' in refusal)) throw new Error('The bot keeps silent.');
    expect(refusal.delivery).toBe('private');
    expect(replyToText(await refusal.answer())).toContain('does not answer you');
    expect(await delivery(fact())).toBe('none');
    await ask(admin('unblock'), { user: 'discord:1' });
    expect((await ask(fact())).title).toBe('✓ True');
  });
});
