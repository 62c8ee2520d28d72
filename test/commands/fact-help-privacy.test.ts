import { describe, expect, test } from 'vitest';
import type { Invocation } from '../../src/core/bot/invocation.ts';
import type { RequestAsker } from '../../src/core/ports/requests.ts';
import { StoreLostError } from '../../src/core/ports/store-lost-error.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { locales } from '../../src/core/texts/texts.ts';
import { answerTo, deliveryOf } from '../support/answer-to.ts';
import { aClaim } from '../support/claims.ts';
import { createTestBot, rivertonPack, type TestBotOptions } from '../support/test-bot.ts';

const bridge = aClaim({ claim: 'Riverton’s harbour bridge opened in 1932.' });

const ada = 'slack:T1/UADA';
const bob = 'slack:T1/UBOB';

const at = '2026-11-22T09:00:00.000Z';
const waiting = (user: RequestAsker['user']): RequestAsker => ({
  user,
  at,
  locale: 'en',
  community: 'slack:T1',
  place: undefined,
});

const by = (user: Invocation['user'], input: Invocation['input']): Invocation => ({
  platform: 'slack',
  user,
  community: 'slack:T1',
  channel: 'C1',
  input,
});

const help = (user: Invocation['user'], about: string): Invocation =>
  by(user, { kind: 'command', command: 'fact-help', options: { about } });

async function riverton(options: TestBotOptions = {}) {
  const made = await createTestBot({ packs: [rivertonPack([bridge])], ...options });
  const say = async (invocation: Invocation) => replyToText(await answerTo(made.bot, invocation));
  const ask = (user: Invocation['user']) =>
    answerTo(made.bot, by(user, { kind: 'text', by: 'mention', text: bridge.claim }));
  return { ...made, say, ask };
}

describe('/fact-help privacy', () => {
  test('counts what is kept under the account of who asks, and of nobody else', async () => {
    const { say, ask, state } = await riverton({ operators: [ada] });
    await ask(ada);
    await ask(ada);
    await ask(bob);
    await state.requests.add({ id: 'a1', claim: 'Bananas grow in Greenland.', at }, waiting(ada));
    await state.communities.change('slack:T1', ada, { answers: 'private' });
    await say(
      by(ada, { kind: 'command', command: 'fact-admin', subcommand: 'reload', options: {} }),
    );
    await state.decisions.add({ ref: bridge.ref, at, by: ada, kind: 'disputed', why: 'Misread.' });
    expect(await say(help(ada, 'privacy'))).toMatchInlineSnapshot(`
      "What is kept about you

      - 2 answers with buttons
         so that only you change them; for 30 days
      - 1 request for a check
         so that you can be told; until then, 180 days at most
      - 1 change of settings
         so that it can be seen who changed what; for a year
      - 1 change of the claims in use
         so that it can be seen who changed what; for a year
      - 1 decision about claims
         as part of the claim’s history; for good

      To delete your answers and requests: /fact-help forget me

      Not under your account, and so not to be found as yours: what you ticked to be kept with a report of a wrong match, for 180 days, and for good where it became part of a claim. Your questions of the last minute are counted, without their text."
    `);
    expect(await say(help(bob, 'privacy'))).toMatchInlineSnapshot(`
      "What is kept about you

      - 1 answer with buttons
         so that only you change them; for 30 days

      To delete your answers and requests: /fact-help forget me

      Not under your account, and so not to be found as yours: what you ticked to be kept with a report of a wrong match, for 180 days, and for good where it became part of a claim. Your questions of the last minute are counted, without their text."
    `);
  });

  test('says so where nothing is kept', async () => {
    const { say } = await riverton();
    expect(await say(help(ada, 'privacy'))).toContain('Nothing is kept under your account.');
  });

  test('is for the asker alone', async () => {
    const { bot } = await riverton();
    expect(await deliveryOf(bot, help(ada, 'privacy'))).toBe('private');
    expect(await deliveryOf(bot, help(ada, 'forget me'))).toBe('private');
  });

  test('does not say that nothing is kept while the store is away', async () => {
    const { bot, state } = await riverton();
    await state.close();
    await expect(state.personal.count(ada)).rejects.toThrow(StoreLostError);
    const reply = await answerTo(bot, help(ada, 'privacy'));
    expect(reply.tone).toBe('error');
    expect(replyToText(reply)).not.toContain('Nothing is kept');
  });

  test('tells of another word what there is', async () => {
    const { say } = await riverton();
    const said = await say(help(ada, 'cookies'));
    expect(said).toContain('cookies');
    expect(said).toContain('privacy');
    expect(said).toContain('forget me');
  });
});

describe('/fact-help forget me', () => {
  test('deletes buttons and requests, says how many, and what stays', async () => {
    const { say, ask, state } = await riverton();
    await ask(ada);
    await state.requests.add({ id: 'a1', claim: 'Bananas grow in Greenland.', at }, waiting(ada));
    await state.communities.change('slack:T1', ada, { answers: 'private' });
    expect(await say(help(ada, 'forget me'))).toMatchInlineSnapshot(`
      "Deleted

      - 1 answer with buttons
      - 1 request for a check

      Buttons under your earlier answers no longer work, and you are not told of checks that you asked for.

      This stays
      - 1 change of settings
         so that it can be seen who changed what; for a year"
    `);
    expect(await state.personal.count(ada)).toMatchObject({ answers: 0, requests: 0, settings: 1 });
    expect(await state.requests.list()).toEqual([]);
    expect(await say(help(ada, 'forget me'))).toContain('There was nothing to delete');
  });

  test.each(['Forget Me', 'forget  me', 'forget-me'])('is understood as “%s”', async (typed) => {
    const { say } = await riverton();
    expect(await say(help(ada, typed))).toContain('There was nothing to delete');
  });

  test('ends the buttons of who asked for it, and of nobody else', async () => {
    const { say, ask, bot } = await riverton();
    const [ofAda, ofBob] = [await ask(ada), await ask(bob)];
    await say(help(ada, 'forget me'));
    const press = async (reply: typeof ofAda) => {
      const id = reply.actions?.find(({ kind }) => kind === 'button')?.id ?? '';
      return replyToText(await answerTo(bot, by(bob, { kind: 'press', id })));
    };
    expect(await press(ofAda)).toContain('too old');
    expect(await press(ofBob)).not.toContain('too old');
  });

  test('leaves what others wait for, and what was decided', async () => {
    const { say, state } = await riverton();
    const bananas = { id: 'a1', claim: 'Bananas grow in Greenland.', at };
    const figs = { id: 'b2', claim: 'Figs grow in Iceland.', at };
    await state.requests.add(bananas, waiting(ada));
    await state.requests.add(bananas, waiting(bob));
    await state.requests.add(figs, waiting(ada));
    const decision = { kind: 'declined', reason: 'opinion', at } as const;
    await state.requests.resolve('b2', decision, 1);
    await say(help(ada, 'forget me'));
    expect(await state.requests.list()).toMatchObject([
      { id: 'a1', askers: [{ user: bob }] },
      { id: 'b2', askers: [] },
    ]);
  });
});

test.each(locales)('in %s every kind has its sentence', async (locale) => {
  const { bot, ask, state } = await riverton({ operators: [ada] });
  await ask(ada);
  await state.requests.add({ id: 'a1', claim: 'Bananas grow in Greenland.', at }, waiting(ada));
  await state.communities.change('slack:T1', ada, { answers: 'private' });
  const kept = await answerTo(bot, { ...help(ada, 'privacy'), locale });
  const forgotten = await answerTo(bot, { ...help(ada, 'forget me'), locale });
  expect([kept.locale, forgotten.locale]).toEqual([locale, locale]);
  expect(replyToText(kept)).toContain('/fact-help forget me');
  expect(
    replyToText(forgotten)
      .split('\n')
      .filter((line) => line.startsWith('- ')),
  ).toHaveLength(3);
});
