import { describe, expect, test } from 'vitest';
import type { Input, Invocation } from '../../../src/core/bot/invocation.ts';
import type { Plan } from '../../../src/core/bot/plan.ts';
import type { Library } from '../../../src/core/claims/library.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { usesPerUserAMinute } from '../../../src/storage/state/limits.ts';
import { answerTo, deliveryOf, formFor } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { inServer } from '../../support/in-server.ts';
import { fact, ferries, towers } from '../../support/pressing.ts';
import { createTestBot, rivertonPack, type TestBotOptions } from '../../support/test-bot.ts';

const question = 'the riverton bridge is from 1932';
const unknown = 'Bananas grow in Greenland.';
const packs = [rivertonPack([aClaim(), ...ferries, ...towers])];

const mention = (text: string): Input => ({ kind: 'text', text, by: 'mention' });
const directMessage = (text: string): Input => ({ kind: 'text', text, by: 'direct-message' });

async function botWith(options: TestBotOptions = {}) {
  const { bot, state } = await createTestBot({ packs, operators: ['discord:1'], ...options });
  return {
    bot,
    state,
    ask: (input: Input, where?: Partial<Invocation>) => answerTo(bot, inServer(input, where)),
    delivery: (input: Input, where?: Partial<Invocation>) =>
      deliveryOf(bot, inServer(input, where)),
  };
}

/** A bot that counts what it looks up, and how often it takes the set of claims in use. */
async function countingBot() {
  const counts = { lookups: 0, sets: 0 };
  const asked = await botWith({
    createMatcher(statements) {
      const matcher = createMatcher(statements);
      return {
        ...matcher,
        match(...question) {
          counts.lookups += 1;
          return matcher.match(...question);
        },
      };
    },
    seenLibrary: (library): Library =>
      Object.create(library, {
        current: {
          get() {
            counts.sets += 1;
            return library.current;
          },
        },
      }),
  });
  async function countOf(input: Input, where?: Partial<Invocation>) {
    Object.assign(counts, { lookups: 0, sets: 0 });
    const reply = await asked.ask(input, where);
    return { ...counts, reply };
  }
  return { ...asked, countOf };
}

const once = { lookups: 1, sets: 1 };

describe('a question is looked up once, in one set of claims', () => {
  test.each<[string, Input]>([
    ['answered for all', fact(question)],
    ['answered privately', fact(question, { private: true })],
    ['found on no record', fact(unknown)],
    ['asked in a form', { kind: 'form', id: 'fact', values: { claim: question } }],
    ['asked by mention', mention(question)],
    ['asked in a direct message', directMessage(question)],
    ['asked of a message', { kind: 'message', text: question }],
  ])('when it is %s', async (_, input) => {
    const { countOf } = await countingBot();
    expect(await countOf(input)).toMatchObject(once);
  });

  test('when the channel was told a moment ago', async () => {
    const { ask, countOf } = await countingBot();
    await ask(fact(question));
    const again = await countOf(fact(question));
    expect(again).toMatchObject(once);
    expect(replyToText(again.reply)).toContain('answered in this channel a moment ago');
  });

  test('and a press looks nothing up, in one set of claims', async () => {
    const { ask, countOf } = await countingBot();
    const { actions = [] } = await ask(fact('does the tower of riverton have nine bells'));
    const chosen = await countOf({ kind: 'press', id: actions[0]?.id ?? '', value: '1' });
    expect(chosen).toMatchObject({ lookups: 0, sets: 1, reply: { title: '✓ True' } });
    const why = chosen.reply.actions?.find(({ id }) => id.startsWith('why.'));
    expect(await countOf({ kind: 'press', id: why?.id ?? '' })).toMatchObject({
      lookups: 0,
      sets: 1,
    });
  });
});

test('a reload between the acknowledgement and the answer does not change the answer', async () => {
  const shown: Pack[] = [...packs];
  const { bot, ask } = await botWith({ packs: shown });
  const plan = await bot.plan(inServer(fact(question)));
  shown.splice(0, 1, rivertonPack([]));
  const reload: Input = {
    kind: 'command',
    command: 'fact-admin',
    subcommand: 'reload',
    options: {},
  };
  expect((await ask(reload, { user: 'discord:1' })).title).toBe('Claims reloaded');
  expect('answer' in plan && (await plan.answer()).title).toBe('✓ True');
  expect((await ask(fact(question))).title).toMatch(/^No record/);
});

describe('what is no answer is for the asker alone', () => {
  test.each<[string, Input, string]>([
    ['nothing was found', fact(unknown), 'No record of this here'],
    [
      'nothing was found, though it was asked for all',
      fact(unknown, { private: false }),
      'No record',
    ],
    ['there is nothing to check', fact('hello there!'), 'I see no claim in this'],
    ['the claim is too long', fact('x'.repeat(6001)), '6000 are the most'],
    [
      'the topic is none',
      { kind: 'form', id: 'fact', values: { claim: question, topic: 'moon', answer: 'public' } },
      'No claim here has the topic',
    ],
  ])('when %s', async (_, input, text) => {
    const { ask, delivery } = await botWith();
    expect(await delivery(input)).toBe('private');
    const reply = await ask(input);
    expect(reply.visibility).toBe('private');
    expect(replyToText(reply)).toContain(text);
  });

  test('but a mention is answered where it was made', async () => {
    const { delivery } = await botWith();
    expect(await delivery(mention(unknown))).toBe('public');
  });

  test('and so is what goes wrong with us', async () => {
    const createBrokenMatcher = () => ({
      match() {
        throw new Error('a fault of ours');
      },
      search: () => ({ places: new Uint32Array(), scores: new Float32Array() }),
      citing: () => [],
      haveSameWords: () => false,
    });
    const { ask, delivery } = await botWith({ createMatcher: createBrokenMatcher });
    expect(await delivery(fact(question))).toBe('private');
    expect(replyToText(await ask(fact(question)))).toContain('went wrong on our side');
  });
});

describe('somebody over the limit', () => {
  async function overLimit() {
    const asked = await botWith();
    for (let use = 0; use < usesPerUserAMinute; use += 1) {
      await asked.state.limits.take('discord:7', undefined);
    }
    return asked;
  }

  test.each<[string, Input]>([
    ['who asks', fact(question)],
    ['who wants a form', { kind: 'command', command: 'fact', options: {} }],
    ['who presses a button', { kind: 'press', id: 'share.k3f9x2m8q1zt.0' }],
  ])('%s is told so before anything is shown to others', async (_, input) => {
    const { bot } = await overLimit();
    const plan: Plan = await bot.plan(inServer(input));
    expect(plan.delivery).toBe('private');
    if (!('answer' in plan)) throw new Error('There is no answer.');
    expect(replyToText(await plan.answer())).toMatch(/try again in \d+ seconds?/);
  });

  test('gets no answer to a mention, but is told in a direct message', async () => {
    const { ask, delivery } = await overLimit();
    expect(await delivery(mention(question))).toBe('none');
    const where = { community: undefined, channel: undefined };
    expect(replyToText(await ask(directMessage(question), where))).toContain('try again in');
  });
});

test('a share where answers are private is refused before the acknowledgement', async () => {
  const { delivery, state } = await botWith();
  await state.communities.change('discord:100', 'discord:7', { channels: ['66'] });
  const share: Input = { kind: 'press', id: 'share.k3f9x2m8q1zt.0' };
  expect(await delivery(share)).toBe('private');
  expect(await delivery(share, { channel: '66' })).toBe('share');
});

test('where nobody else is, nothing is answered for all', async () => {
  const { delivery } = await botWith();
  const inModal = { channel: undefined, onlyForAsker: true };
  expect(await delivery(fact(question), inModal)).toBe('private');
});

test('the sources of a claim chosen in a public answer are for everybody', async () => {
  const { ask } = await botWith();
  const { actions = [] } = await ask(fact('does the tower of riverton have nine bells'));
  const chosen = await ask({ kind: 'press', id: actions[0]?.id ?? '', value: '0' });
  const sources = chosen.actions?.find(({ id }) => id.startsWith('sources.'));
  const press: Input = { kind: 'press', id: sources?.id ?? '' };
  expect((await ask(press, { user: 'discord:8' })).title).toBe('Sources');
});

test('people hear the language that their platform tells only after the acknowledgement', async () => {
  const { bot } = await botWith();
  const details = { locale: async () => 'de-AT' };
  const unasked = inServer(fact(question));
  expect((await answerTo(bot, unasked, details)).locale).toBe('de');
  expect((await answerTo(bot, { ...unasked, locale: 'fr' }, details)).locale).toBe('fr');
  const form: Input = { kind: 'command', command: 'fact', options: {} };
  expect((await formFor(bot, inServer(form), details)).locale).toBe('de');
});
