import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/core/bot/bot.ts';
import type { FormValues, Input, Invocation } from '../../../src/core/bot/invocation.ts';
import { isForm } from '../../../src/core/bot/plan.ts';
import type { Action } from '../../../src/core/reply/action.ts';
import type { Form } from '../../../src/core/reply/form.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo, formFor } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { surfaceBotOptions, unclearQuestion } from '../../support/surface-bot.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const bananas = 'Bananas grow in Greenland.';
const inChannel: Omit<Invocation, 'input'> = {
  platform: 'slack',
  user: 'slack:T1/U1',
  community: 'slack:T1',
  channel: 'C1',
};

const mention = (text: string): Input => ({ kind: 'text', by: 'mention', text });
const privately = (claim: string): Input => ({
  kind: 'command',
  command: 'fact',
  options: { claim, private: true },
});

const bridge = aClaim({ claim: 'Riverton’s harbour bridge opened in 1932.' });

const riverton = (options = {}) => createTestBot({ packs: [rivertonPack([bridge])], ...options });

const label = 'Ask for a check';

function button({ actions = [] }: Reply): Action | undefined {
  return actions.find((action) => action.kind === 'button' && action.label === label);
}

async function openForm(bot: Bot, reply: Reply, where = inChannel): Promise<Form> {
  const id = button(reply)?.id ?? '';
  const form = await formFor(bot, { ...where, input: { kind: 'press', id } });
  if (!isForm(form)) throw new Error(replyToText(form));
  return form;
}

function field(form: Form, name: string) {
  return form.fields.find((each) => each.name === name);
}

const ticked = { claim: bananas, reach: 'here', consent: true };

async function send(bot: Bot, values: FormValues, where = inChannel): Promise<string> {
  const input = { kind: 'form', id: 'request.public.0', values } as const;
  return replyToText(await answerTo(bot, { ...where, input }));
}

describe('asking for a check', () => {
  test('is offered where nothing is on record, and the form holds what was asked', async () => {
    const { bot } = await riverton();
    const reply = await answerTo(bot, { ...inChannel, input: mention(bananas) });
    const form = await openForm(bot, reply);
    expect(field(form, 'claim')).toMatchObject({ value: bananas, required: true });
    expect(field(form, 'consent')).toMatchObject({ value: false });
  });

  test('is offered where none of the claims to choose from was meant', async () => {
    const { bot } = await createTestBot(surfaceBotOptions);
    const unclear = await answerTo(bot, { ...inChannel, input: mention(unclearQuestion) });
    const [select] = unclear.actions ?? [];
    const input = { kind: 'press', id: select?.id ?? '', value: 'none' } as const;
    const none = await answerTo(bot, { ...inChannel, input });
    expect(none.title).toMatch(/^No record/);
    expect(field(await openForm(bot, none), 'claim')).toMatchObject({ value: unclearQuestion });
  });

  test.each([
    ['a claim that is on record', bridge.claim],
    ['a greeting', 'good morning'],
  ])('is not offered under the answer to %s', async (_, text) => {
    const { bot } = await riverton();
    expect(button(await answerTo(bot, { ...inChannel, input: mention(text) }))).toBeUndefined();
  });

  test('of a claim too long for a button, the form is empty instead of holding half', async () => {
    const { bot } = await riverton();
    const long = `Bananas grow in Greenland ${'and apples in Svalbard '.repeat(5)}`;
    const form = await openForm(bot, await answerTo(bot, { ...inChannel, input: mention(long) }));
    expect(field(form, 'claim')).toMatchObject({ value: '' });
  });

  test('the asker is told where they asked: openly only where others saw that they did', async () => {
    const { bot } = await riverton();
    const openly = await answerTo(bot, { ...inChannel, input: mention(bananas) });
    expect(field(await openForm(bot, openly), 'reach')).toMatchObject({ value: 'here' });
    const quietly = await answerTo(bot, { ...inChannel, input: privately(bananas) });
    expect(field(await openForm(bot, quietly), 'reach')).toMatchObject({ value: 'direct' });
    const { channel: _, ...direct } = inChannel;
    const form = await openForm(bot, quietly, direct);
    expect(field(form, 'reach')).toMatchObject({ choices: [{ value: 'direct' }] });
  });
});

describe('what is kept of it', () => {
  test('is what the form showed, with the place where to tell them', async () => {
    const { bot, state } = await riverton();
    const inThread = { ...inChannel, thread: '1.2', locale: 'de' };
    await send(bot, ticked, inThread);
    expect(await state.requests.list()).toMatchObject([
      {
        claim: bananas,
        askers: [
          {
            user: 'slack:T1/U1',
            locale: 'de',
            place: { platform: 'slack', community: 'slack:T1', channel: 'C1', thread: '1.2' },
          },
        ],
      },
    ]);
  });

  test.each<[string, FormValues]>([
    ['no tick', { ...ticked, consent: false }],
    ['the field for it left out', { claim: bananas, reach: 'here' }],
    ['no claim', { ...ticked, claim: ' ' }],
    ['a claim of marks alone', { ...ticked, claim: '?!' }],
    ['an endless claim', { ...ticked, claim: 'x'.repeat(501) }],
    ['another place', { ...ticked, reach: 'the world' }],
    ['a list for a claim', { ...ticked, claim: [bananas] }],
  ])('is nothing with %s', async (_, values) => {
    const { bot, state } = await riverton();
    expect(await send(bot, values)).toMatch(/Nothing was kept|does not take what was filled in/);
    expect(await state.requests.list()).toEqual([]);
  });

  test('is nothing where the claim, in other words, is on record: it is answered', async () => {
    const { bot, state } = await riverton();
    const said = await send(bot, { ...ticked, claim: 'Riverton’s harbour bridge opened in 1932' });
    expect(said).toMatch(/^✓ True/);
    expect(await state.requests.list()).toEqual([]);
  });

  test('nobody may be told in a channel in which answers are private', async () => {
    const { bot, state } = await riverton();
    await state.communities.change('slack:T1', 'slack:T1/U9', { channels: ['C2'] });
    expect(await send(bot, ticked)).toContain('does not take what was filled in');
    expect(await state.requests.list()).toEqual([]);
  });
});

describe('the same request', () => {
  const second = { ...inChannel, user: 'slack:T1/U2' } as const;

  test.each([
    ['in the same words', 'bananas grow in greenland'],
    ['in nearly the same', 'Did bananas ever grow in Greenland?'],
  ])('%s is one, with all who wait for it', async (_, claim) => {
    const { bot, state } = await riverton();
    expect(await send(bot, ticked)).toContain('Nobody else waits for this so far.');
    expect(await send(bot, { ...ticked, claim }, second)).toContain('2 people wait for this');
    const [request, ...others] = await state.requests.list();
    expect(others).toEqual([]);
    expect(request?.claim).toBe(bananas);
    expect(request?.askers.map(({ user }) => user).toSorted()).toEqual([
      'slack:T1/U1',
      'slack:T1/U2',
    ]);
  });

  test.each([
    ['says the opposite', 'Bananas do not grow in Greenland.'],
    ['speaks of something else', 'Oranges grow in Greenland.'],
  ])('is not what %s', async (_, claim) => {
    const { bot, state } = await riverton();
    await send(bot, ticked);
    await send(bot, { ...ticked, claim }, second);
    expect(await state.requests.list()).toHaveLength(2);
  });

  test('by the same person is kept once', async () => {
    const { bot, state } = await riverton();
    await send(bot, ticked);
    expect(await send(bot, ticked)).toContain('You have asked for this already');
    expect((await state.requests.list())[0]?.askers).toHaveLength(1);
  });

  test('by two at once is one request', async () => {
    const { bot, state } = await riverton();
    await Promise.all([send(bot, ticked), send(bot, ticked, second)]);
    expect(await state.requests.list()).toMatchObject([{ askers: [{}, {}] }]);
  });
});

test('nobody fills the list alone', async () => {
  // Operators ask as often as they like, so that no other limit ends this one.
  const { bot, state } = await riverton({ operators: [inChannel.user] });
  const animals = ['Ant', 'Bee', 'Cow', 'Dog', 'Eel', 'Fox', 'Gnu', 'Hen', 'Ibis', 'Jay', 'Koi'];
  const places = ['Peru', 'Oman'];
  const claims = places.flatMap((place) =>
    animals.map((one) => `${one} meat is banned in ${place}.`),
  );
  const said: string[] = [];
  for (const claim of claims) said.push(await send(bot, { ...ticked, claim }, { ...inChannel }));
  expect(said.filter((text) => text.includes('You wait for 20 answers already'))).toHaveLength(2);
  expect(await state.requests.list()).toHaveLength(20);
});
