import { describe, expect, test } from 'vitest';
import type { UserKey } from '../../../src/core/keys.ts';
import type { KeptAnswer } from '../../../src/core/ports/kept-answers.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import type { State } from '../../../src/storage/state/state.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';
import { readRaw } from './store/raw-store.ts';

const kinds = await startStateKinds();

const at = '2026-11-22T09:00:00.000Z';
const ada = 'slack:T1/U1';
/** Theirs begins like the other's, as ids do. */
const bob = 'slack:T1/U12';

const answerOf = (owner: UserKey): KeptAnswer => ({
  owner,
  visibility: 'private',
  content: { kind: 'list', refs: ['riverton/bridge'] },
});

/** One record of each kind that names somebody. */
async function leaveTraces(state: State, user: UserKey): Promise<void> {
  const { answers, requests, communities, reloads, sets, decisions, changes } = state;
  await answers.keep(`answer-of-${user}`, answerOf(user));
  await requests.add(
    { id: user, claim: 'Bananas grow in Greenland.', at },
    { user, at, locale: 'de', community: undefined, place: undefined },
  );
  await communities.change(`slack:${user}`, user, { answers: 'private' });
  await reloads.record({ at, by: user, result: 'loaded', changes: [], fingerprint: user });
  await sets.keep({ fingerprint: user, loadedAt: at, by: user, claims: 0 }, []);
  await decisions.add({ ref: 'riverton/bridge', at, by: user, kind: 'disputed', why: 'Misread.' });
  await changes.add({ at, ref: 'riverton/bridge', by: user, how: 'loaded', before: {} });
}

const one = { answers: 1, requests: 1, settings: 1, reloads: 1, sets: 1, decisions: 1, claims: 1 };

describe.each(kinds)('what $name holds under an account', ({ freshUrl }) => {
  test('is counted by kind, without what is somebody else’s', async () => {
    const state = await openState(await freshUrl());
    await leaveTraces(state, ada);
    await leaveTraces(state, bob);
    await leaveTraces(state, bob);
    expect(await state.personal.count(ada)).toEqual(one);
    expect(await state.personal.count('slack:T1/U')).toMatchObject({ answers: 0, requests: 0 });
  });

  test('is forgotten where it is the person’s own, and of nobody else', async () => {
    const state = await openState(await freshUrl());
    await leaveTraces(state, ada);
    await leaveTraces(state, bob);
    expect(await state.personal.forget(ada)).toEqual({ answers: 1, requests: 1 });
    expect(await state.personal.count(ada)).toEqual({ ...one, answers: 0, requests: 0 });
    expect(await state.personal.count(bob)).toEqual(one);
    expect(await state.answers.find(`answer-of-${ada}`)).toBeUndefined();
    expect(await state.answers.find(`answer-of-${bob}`, bob)).toMatchObject({ isOwn: true });
    expect(await state.requests.list()).toMatchObject([{ id: bob }]);
    expect(await state.personal.forget(ada)).toEqual({ answers: 0, requests: 0 });
  });

  test('is neither said to be nothing nor to be deleted once the state is closed', async () => {
    const { personal, close } = await openState(await freshUrl());
    await close();
    await expect(personal.count(ada)).rejects.toThrow(StoreLostError);
    await expect(personal.forget(ada)).rejects.toThrow(StoreLostError);
  });
});

describe.each(lasting(kinds))('what is forgotten in $name', ({ freshUrl }) => {
  test('leaves the account in no key and no value', async () => {
    const url = await freshUrl();
    const state = await openState(url);
    for (let index = 0; index < 3; index++) await state.answers.keep(`a${index}`, answerOf(ada));
    expect(await readRaw(url)).not.toContain(ada);
    const asker = { user: ada, at, locale: 'de', community: undefined, place: undefined } as const;
    await state.requests.add({ id: 'a1', claim: 'Bananas grow in Greenland.', at }, asker);
    expect(await readRaw(url)).toContain(ada);
    await state.personal.forget(ada);
    expect(await readRaw(url)).not.toContain(ada);
    expect(await readRaw(url)).not.toContain('Bananas');
  });
});
