import { describe, expect, test } from 'vitest';
import { buttonsWorkForMs, type KeptAnswer } from '../../../src/core/ports/kept-answers.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { stopDate } from '../../support/stop-date.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';
import { writeRaw } from './store/raw-store.ts';

const kinds = await startStateKinds();

const answer: KeptAnswer = {
  owner: 'slack:U024BE7LH',
  visibility: 'private',
  content: {
    kind: 'claim',
    ref: 'saltmarsh/bridge-opened-1911',
    why: { confidence: 0.93, words: ['bridge'], wording: null, numbers: ['1911'], names: [] },
    differences: [{ kind: 'number', checked: '1911' }],
    sharedBy: undefined,
  },
};
const byId: KeptAnswer = {
  owner: 'discord:123456789012345678',
  visibility: 'public',
  content: {
    kind: 'claim',
    ref: 'saltmarsh/tunnel-under-bay',
    why: undefined,
    differences: [],
    sharedBy: 'discord:123456789012345678',
  },
};
const list: KeptAnswer = {
  owner: 'console:me',
  visibility: 'public',
  content: { kind: 'list', refs: ['saltmarsh/a', 'saltmarsh/b'] },
};

describe.each(kinds)('answers kept in $name', ({ freshUrl, survivesRestart }) => {
  test('are found again by their id, as they were', async () => {
    const { answers } = await openState(await freshUrl());
    const kept = Object.entries({ a1: answer, b2: byId, c3: list });
    for (const [id, each] of kept) await answers.keep(id, each);
    for (const [id, { owner, ...each }] of kept)
      expect(await answers.find(id, owner)).toStrictEqual({ ...each, isOwn: true });
    expect(await answers.find('d4')).toBeUndefined();
  });

  test('are their owner’s and nobody else’s', async () => {
    const { answers } = await openState(await freshUrl());
    await answers.keep('a1', { ...list, owner: 'slack:T1/U1' });
    for (const other of ['slack:T1/U12', 'slack:T2/U1', 'slack:U1', undefined] as const)
      expect(await answers.find('a1', other)).toMatchObject({ isOwn: false });
    expect(await answers.find('a1', 'slack:T1/U1')).toMatchObject({ isOwn: true });
  });

  test('are gone after the time that people are told, and not before', async () => {
    const { answers } = await openState(await freshUrl());
    const passed = stopDate();
    await answers.keep('a1', answer);
    passed(buttonsWorkForMs - 60_000);
    expect(await answers.find('a1')).toMatchObject({ content: answer.content });
    passed(buttonsWorkForMs + 1000);
    expect(await answers.find('a1')).toBeUndefined();
  });

  test(`are ${survivesRestart ? 'there' : 'gone'} when the bot restarts`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    await before.answers.keep('a1', answer);
    await before.close();
    const { answers } = await openState(url);
    const found = await answers.find('a1', answer.owner);
    expect(found?.isOwn).toBe(survivesRestart || undefined);
  });

  test('are neither kept nor taken for too old once the state is closed', async () => {
    const { answers, close } = await openState(await freshUrl());
    expect(await answers.keep('a1', answer)).toBe(true);
    await close();
    expect(await answers.keep('b2', answer)).toBe(false);
    await expect(answers.find('a1')).rejects.toThrow(StoreLostError);
  });
});

test.each(lasting(kinds))(
  'an answer in $name is its owner’s in every process, also of several that were the first and started at once',
  async ({ freshUrl }) => {
    const url = await freshUrl();
    const states = await Promise.all([openState(url), openState(url), openState(url)]);
    await states[0]?.answers.keep('a1', list);
    for (const { answers } of [...states, await openState(url)])
      expect(await answers.find('a1', list.owner)).toMatchObject({ isOwn: true });
  },
);

test.each(lasting(kinds))('a damaged secret in $name is made anew', async ({ freshUrl }) => {
  const url = await freshUrl();
  const { ledger, close } = await openState(url);
  await ledger.put('person-secret', { secret: 'x' });
  await close();
  const { answers } = await openState(url);
  await answers.keep('a1', list);
  const { answers: others } = await openState(url);
  expect(await others.find('a1', list.owner)).toMatchObject({ isOwn: true });
});

test.each(lasting(kinds))(
  'an answer in $name that an earlier version kept is its owner’s, and can be forgotten',
  async ({ freshUrl }) => {
    const url = await freshUrl();
    const before = JSON.stringify({
      value: {
        owner: 'slack:U1',
        visibility: 'public',
        content: { ...byId.content, sharedBy: undefined },
      },
    });
    await writeRaw(url, 'factbot-answers', 'a1', before);
    const { answers, ledger, personal } = await openState(url);
    await ledger.put('answers-of slack:T1/U1 a1', true, buttonsWorkForMs);
    expect(await answers.find('a1', 'slack:T1/U1')).toMatchObject({
      isOwn: true,
      content: { sharedBy: 'slack:U1' },
    });
    expect(await answers.find('a1', 'slack:T1/U12')).toMatchObject({ isOwn: false });
    expect(await personal.count('slack:T1/U1')).toMatchObject({ answers: 1 });
    expect(await personal.forget('slack:T1/U1')).toMatchObject({ answers: 1 });
    expect(await answers.find('a1')).toBeUndefined();
  },
);

test.each(lasting(kinds))(
  'an answer in $name that another version kept is too old to find',
  async ({ freshUrl }) => {
    const url = await freshUrl();
    await writeRaw(url, 'factbot-answers', 'a1', '{"value":{"owner":"slack:U1","claim":7}}');
    await writeRaw(url, 'factbot-answers', 'b2', '{"value":');
    const { answers } = await openState(url);
    expect(await answers.find('a1')).toBeUndefined();
    expect(await answers.find('b2')).toBeUndefined();
  },
);
