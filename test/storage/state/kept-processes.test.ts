import { describe, expect, test } from 'vitest';
import type { ClaimsInUse } from '../../../src/core/ports/processes.ts';
import { defaultSettings } from '../../../src/core/ports/settings.ts';
import type { State } from '../../../src/storage/state/state.ts';
import { createRecordingLog } from './recording-log.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';

const kinds = lasting(await startStateKinds());

const ada = 'slack:U024BE7LH';
const community = 'slack:T024BE7LD';
const claims: ClaimsInUse = { fingerprint: 'abc', claims: 2, refused: undefined };

async function joinedState(url: string, log = createRecordingLog()): Promise<State> {
  const state = await openState(url, {}, log);
  await state.processes.join(() => claims);
  return state;
}

describe.each(kinds)('processes over one $name', ({ freshUrl }) => {
  test('have all taken over a block or a change of settings when it is said to be done', async () => {
    const url = await freshUrl();
    const [one, other, third] = [
      await joinedState(url),
      await joinedState(url),
      await joinedState(url),
    ];
    await one.blocked.add(ada);
    expect([other.blocked.has(ada), third.blocked.has(ada)]).toEqual([true, true]);
    await other.blocked.remove(ada);
    expect([one.blocked.has(ada), third.blocked.has(ada)]).toEqual([false, false]);
    await third.communities.change(community, ada, { answers: 'private' });
    expect([one, other].map(({ communities }) => communities.settings(community).answers)).toEqual([
      'private',
      'private',
    ]);
    await one.communities.change(community, ada, defaultSettings);
    expect(other.communities.settings(community)).toEqual(defaultSettings);
  });

  test('are listed with what they answer from, for as long as they are there', async () => {
    const url = await freshUrl();
    const one = await joinedState(url);
    const other = await joinedState(url);
    expect(await one.processes.list()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...claims, isThis: true }),
        expect.objectContaining({ ...claims, isThis: false }),
      ]),
    );
    await other.close();
    expect(await one.processes.list()).toMatchObject([{ isThis: true }]);
  });

  test('hear what was told between their opening and their joining', async () => {
    const url = await freshUrl();
    const one = await joinedState(url);
    const late = await openState(url);
    const heard = Promise.withResolvers<string>();
    late.processes.hear('tea', async (detail) => {
      heard.resolve(detail);
      return 'taken';
    });
    await one.processes.tell('tea', 'is ready');
    await late.processes.join(() => claims);
    expect(await heard.promise).toBe('is ready');
  });

  test('tell who has not confirmed, and go on', async () => {
    const url = await freshUrl();
    const log = createRecordingLog();
    const one = await joinedState(url, log);
    const other = await joinedState(url);
    other.processes.hear('tea', () => Promise.reject(new Error('no tea')));
    expect(await one.processes.tell('tea', 'is ready')).toMatchObject([{ outcome: undefined }]);
    expect(log.lines).toEqual(['warn Processes have not confirmed a change in time']);
    other.processes.hear('tea', async () => 'taken');
    expect(await one.processes.tell('tea', 'is ready')).toMatchObject([{ outcome: 'taken' }]);
  });

  test('say so when the store is away', async () => {
    const one = await joinedState(await freshUrl());
    await one.close();
    expect(await one.processes.tell('tea', 'is ready')).toBeUndefined();
    expect(await one.processes.list()).toEqual([]);
  });
});
