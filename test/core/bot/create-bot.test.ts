import { describe, expect, test } from 'vitest';
import type { CommandInput, Invocation, TextInput } from '../../../src/core/bot/invocation.ts';
import type { UserKey } from '../../../src/core/keys.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo, deliveryOf } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const now = new Date('2026-11-22T12:00:00Z');
const operator: UserKey = 'discord:123';

const claims = [
  aClaim(),
  aClaim({
    id: 'library-floors',
    claim: 'The library has nine floors.',
    verdict: 'false',
    topics: ['library'],
    wordings: [],
  }),
  ...Array.from({ length: 6 }, (_, index) =>
    aClaim({
      id: `ferry-${index + 1}`,
      claim: `Ferry number ${index + 1} was built in Oldport.`,
      topics: ['ferries'],
      wordings: [],
    }),
  ),
];

async function testBot({ failing = false } = {}) {
  const logged: string[] = [];
  const note = (_: object, message: string): void => void logged.push(message);
  const log = { info: note, warn: note, error: note };
  const { bot, state } = await createTestBot({
    log,
    now,
    operators: [operator],
    packs: [rivertonPack(claims)],
    ...(failing && {
      createMatcher: () => ({
        match() {
          throw new Error('a fault of ours');
        },
        search: () => ({ places: new Uint32Array(), scores: new Float32Array() }),
        citing: () => [],
        haveSameWords: () => false,
      }),
    }),
  });
  const say = async (
    input: Invocation['input'],
    user: UserKey = 'slack:U1',
    where: Partial<Invocation> = {},
  ): Promise<string> =>
    replyToText(await answerTo(bot, { platform: 'slack', user, input, ...where }));
  return { bot, say, logged, state };
}

const command = (name: string, options = {}, subcommand?: string): CommandInput => ({
  kind: 'command',
  command: name,
  options,
  ...(subcommand !== undefined && { subcommand }),
});

const text = (words: string): TextInput => ({ kind: 'text', text: words, by: 'mention' });

describe('the bot', () => {
  test('answers a mention like the command', async () => {
    const { say } = await testBot();
    const mentioned = await say(text('riverton bridge is from 1932'));
    expect(mentioned).toMatch(/^✓ True/);
    expect(await say(command('fact', { claim: 'riverton bridge is from 1932' }))).toBe(mentioned);
  });

  test.each(['', '  ', 'help', '?'])(
    'gives help to an empty mention or a call for help: “%s”',
    async (words) => {
      const { say } = await testBot();
      expect(await say(text(words))).toMatch(/^Ask me about a claim/);
    },
  );

  test('says who runs it and how mistakes are corrected', async () => {
    const { say } = await testBot();
    expect(await say(command('fact-help'))).toMatchInlineSnapshot(`
      "Ask me about a claim

      I look a claim up among 8 checked claims (Riverton facts) and answer with the verdict, a summary, the sources, and how far the record can be trusted today. I never make up an answer: if nobody checked it, I say so.

      How to ask
      - /fact the claim as you heard it
         looks it up; the id of a claim works too
      - /fact alone
         opens a form to fill in
      - /fact private …
         only you see the answer
      - /fact-search some words
         lists claims; with the filters verdict, topic and page
      - Mention me or send me a direct message
         with the claim as you heard it
      - Check this message
         in the menu of a message looks up every sentence of it; only you see the answer

      Buttons under an answer work for 30 days.

      Privacy
      I read only what you send me: commands, mentions, direct messages and messages that you have me check. What you write is neither logged nor kept, unless you tick that it may be: when you report a wrong match or ask for a check.
      /fact-help privacy tells what is kept about you; /fact-help forget me deletes it.

      Run by: The Test Desk
      Claims maintained by: The Riverton desk
      Corrections: Write to desk@riverton.example."
    `);
  });

  test('says “no record” to an unrelated question, and that this is no verdict', async () => {
    const { say } = await testBot();
    expect(await say(text('what is the capital of France'))).toMatchInlineSnapshot(`
      "No record of this here. That says nothing about whether it is true."
    `);
  });

  test('lists claims a page at a time, with the command for the next page where there are no buttons', async () => {
    const { bot } = await testBot();
    const search = async (options: object): Promise<string> =>
      replyToText(
        await answerTo(bot, {
          platform: 'console',
          user: 'console:local',
          input: command('fact-search', options),
        }),
      );
    const first = await search({ words: 'ferry' });
    expect(first).toContain('6 claims found');
    expect(first).toContain('Page 1 of 2.\n\nFor more: /fact-search ferry page:2');
    expect(await search({ words: 'ferry', page: 2 })).toContain('Page 2 of 2.');
    expect(await search({ words: 'ferry', page: 3 })).toContain(
      'There is no page 3: the list has 2 pages.',
    );
  });

  test('filters by verdict and topic', async () => {
    const { say } = await testBot();
    expect(await say(command('fact-search', { verdict: 'false' }))).toContain(
      'riverton/library-floors',
    );
    expect(await say(command('fact-search', { topic: 'library' }))).toContain('1 claim found');
    expect(await say(command('fact-search', { topic: 'moon' }))).toContain(
      'Topics: bridges, ferries, library.',
    );
  });

  test.each<[string, CommandInput, string]>([
    [
      'an unknown command',
      command('weather'),
      'Commands: /fact, /fact-search, /fact-history, /fact-help, /fact-settings, /fact-admin.',
    ],
    ['a mistyped command', command('facts'), '“/facts”. Did you mean /fact?'],
    [
      'an unknown subcommand',
      command('fact-settings', {}, 'weather'),
      '“/fact-settings weather”. Commands: /fact-settings answers, /fact-settings claims',
    ],
    [
      'a mistyped subcommand',
      command('fact-settings', {}, 'claim'),
      '“/fact-settings claim”. Did you mean /fact-settings claims?',
    ],
    [
      'a subcommand left out',
      command('fact-settings'),
      'Say what to do: /fact-settings answers, /fact-settings claims',
    ],
    [
      'a claim that is too long',
      command('fact', { claim: 'x'.repeat(6001) }),
      'has 6001 characters; 6000 are the most',
    ],
    [
      'a verdict that is none',
      command('fact-search', { verdict: 'truth' }),
      'verdict: “truth” is not one of true,',
    ],
    [
      'a page that is no number',
      command('fact-search', { page: 'two' }),
      'page: “two” is not a whole number from 1',
    ],
  ])('tells the asker what is wrong with %s', async (_, input, message) => {
    const { say, logged } = await testBot();
    expect(await say(input)).toContain(message);
    expect(logged).toEqual([]);
  });

  test('tells whoever sits at the terminal, where there are no forms, that a claim is missing', async () => {
    const { say } = await testBot();
    const inTerminal = { platform: 'console' } as const;
    expect(await say(command('fact'), 'console:local', inTerminal)).toContain('/fact needs claim.');
  });

  test('answers its own faults with one fixed sentence and logs them', async () => {
    const { say, logged } = await testBot({ failing: true });
    expect(await say(command('fact', { claim: 'riverton bridge' }))).toContain(
      'Something went wrong on our side.',
    );
    expect(logged).toEqual(['An invocation failed']);
  });

  test('offers claims while people type, the id as the value', async () => {
    const { bot } = await testBot();
    const limits = { count: 25, labelLength: 100, valueLength: 100 };
    const offered = (suggest: 'claim' | 'topic', typed: string, count = 25) =>
      bot.suggest({ suggest, typed, user: 'discord:1' }, { ...limits, count });
    expect(await offered('claim', 'libr')).toEqual([
      { label: '✗ False · “The library has nine floors.”', value: 'riverton/library-floors' },
    ]);
    expect(await offered('claim', '', 3)).toHaveLength(3);
    expect(await offered('topic', 'bri')).toEqual([{ label: 'bridges', value: 'bridges' }]);
  });
});

describe('fact-admin', () => {
  const reload = command('fact-admin', {}, 'reload');

  test('is refused to everybody but operators, naming none of them', async () => {
    const { bot, say } = await testBot();
    const text = await say(reload, 'discord:999');
    expect(text).toContain('Only for the people who run this bot');
    expect(text).not.toContain('123');
    expect(await deliveryOf(bot, { platform: 'discord', user: 'discord:999', input: reload })).toBe(
      'private',
    );
  });

  test('does not take the same number on another platform for the operator', async () => {
    const { say } = await testBot();
    expect(await say(reload, 'slack:123')).toContain('Only for the people who run this bot');
  });

  test('knows an operator among many workspaces by both ids', async () => {
    const { bot } = await createTestBot({ operators: ['slack:T1/U1'], packs: [rivertonPack([])] });
    const title = async (community: 'slack:T1' | 'slack:T2'): Promise<string> =>
      (
        await answerTo(bot, {
          platform: 'slack',
          user: `${community}/U1`,
          community,
          input: reload,
        })
      ).title;
    expect(await title('slack:T1')).toBe('Claims reloaded');
    expect(await title('slack:T2')).toBe('Only for the people who run this bot');
  });

  test('shows packs, counts, uptime and versions', async () => {
    const { say } = await testBot();
    expect(await say(command('fact-admin', {}, 'status'), operator)).toMatchInlineSnapshot(`
      "Status

      Packs
      - riverton: 8 claims
         Riverton facts · Files · newest check 22 Nov 2026

      By verdict: True: 7 · False: 1
      By verification: Verified: 8
      Last reload: none since the start
      Running for: 1 h 30 min
      Versions: factbot 0.1.0, Node.js 26"
    `);
  });

  test('lists its subcommands when none is named', async () => {
    const { say } = await testBot();
    expect(await say(command('fact-admin'), operator)).toContain(
      '/fact-admin reload, /fact-admin undo, /fact-admin rollback, /fact-admin status',
    );
  });
});

describe('who sees an answer', () => {
  test.each<[string, Invocation['input'], 'public' | 'private']>([
    ['a fact is public', command('fact', { claim: 'library-floors' }), 'public'],
    [
      'unless it was asked for privately',
      command('fact', { claim: 'library-floors', private: true }),
      'private',
    ],
    ['help is private', command('fact-help'), 'private'],
    ['a mention is answered where it was made', text('x'), 'public'],
    ['an unknown command is answered privately', command('nonsense'), 'private'],
  ])('%s', async (_, input, expected) => {
    const { bot } = await testBot();
    const invocation: Invocation = { platform: 'discord', user: 'discord:1', input };
    expect(await deliveryOf(bot, invocation)).toBe(expected);
    expect((await answerTo(bot, invocation)).visibility).toBe(expected);
  });
});
