import { describe, expect, test } from 'vitest';
import type { Input } from '../src/core/bot/invocation.ts';
import type { Reply } from '../src/core/reply/reply.ts';
import { lasting, openState, startStateKinds } from './storage/state/state-kinds.ts';
import { readRaw } from './storage/state/store/raw-store.ts';
import { formFor, tellTo } from './support/answer-to.ts';
import { aClaim } from './support/claims.ts';
import { createTestBot, rivertonPack } from './support/test-bot.ts';

const kinds = lasting(await startStateKinds());

const account = '80351110224678912';
const user = `discord:${account}` as const;
const where = { platform: 'discord', user, community: 'discord:100', channel: '200' } as const;

function press({ actions = [] }: Reply, label: string): Input {
  const action = actions.find((each) => each.kind === 'button' && each.label === label);
  if (!action) throw new Error(`there is no button “${label}”`);
  return { kind: 'press', id: action.id };
}

async function startBot(url: string) {
  const state = await openState(url);
  const { bot } = await createTestBot({ state, packs: [rivertonPack([aClaim()])] });
  const ask = (input: Input) => tellTo(bot, { ...where, input });
  const fact = (options: Record<string, string | boolean>): Input => ({
    kind: 'command',
    command: 'fact',
    options: { claim: 'the riverton bridge is from 1932', ...options },
  });
  return { bot, state, ask, fact };
}

describe.each(kinds)('over $name, the account of somebody', ({ freshUrl }) => {
  test('who asks, presses, reports, searches and types is in no record', async () => {
    const url = await freshUrl();
    const { bot, ask, fact } = await startBot(url);
    const answer = await ask(fact({}));
    await ask(press(answer, 'Sources with quotes'));
    await ask(press(answer, 'Why this answer'));
    const form = await formFor(bot, { ...where, input: press(answer, 'Wrong match') });
    const values = { text: 'the bridge of 1932', consent: true };
    if (!('fields' in form)) throw new Error('no form');
    await ask({ kind: 'form', id: form.id, values });
    await ask({ kind: 'command', command: 'fact-search', options: { words: 'bridge' } });
    await bot.suggest(
      { suggest: 'claim', typed: 'bri', user },
      { count: 5, labelLength: 100, valueLength: 100 },
    );
    const help = { kind: 'command', command: 'fact-help', options: { about: 'privacy' } } as const;
    expect(JSON.stringify(await ask(help))).toContain('2 answers with buttons');
    const stored = await readRaw(url);
    expect(stored).toContain('the bridge of 1932');
    expect(stored).not.toContain(account);
  });

  test('who shares an answer is in that answer, and gone once they are forgotten', async () => {
    const url = await freshUrl();
    const { state, ask, fact } = await startBot(url);
    const answer = await ask(fact({ private: true }));
    expect(await readRaw(url)).not.toContain(account);
    await ask(press(answer, 'Share to channel'));
    expect((await readRaw(url)).split(account)).toHaveLength(2);
    expect(await state.personal.forget(user)).toMatchObject({ answers: 2 });
    expect(await readRaw(url)).not.toContain(account);
  });
});
