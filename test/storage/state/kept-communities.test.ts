import { describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../src/core/ports/settings.ts';
import { leftGraceMs } from '../../../src/storage/state/kept-communities.ts';
import { settingsChangesKeptForMs } from '../../../src/storage/state/kept-settings.ts';
import { testDay } from '../../support/test-day.ts';
import { createClock } from './clock.ts';
import { createRecordingLog } from './recording-log.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';
import { longestLifetime, readRaw, writeRawRecord } from './store/raw-store.ts';

const kinds = await startStateKinds();

const server = 'discord:112233445566778899';
const workspace = 'slack:T024BE7LD';
const ada = 'discord:123456789012345678';

describe.each(kinds)('communities kept in $name', ({ freshUrl, survivesRestart, expiresBy }) => {
  test('start with the defaults, which also hold outside of any community', async () => {
    const { communities } = await openState(await freshUrl());
    expect(communities.settings(server)).toEqual(defaultSettings);
    expect(communities.settings(undefined)).toEqual(defaultSettings);
    expect(await communities.changes(server, 5)).toEqual([]);
    expect(await communities.list()).toEqual([]);
  });

  test('decide for themselves, at once, and it is recorded who decided what', async () => {
    const { now, pass } = createClock();
    const { communities } = await openState(await freshUrl(), { clock: now });
    const { settings: first } = await communities.change(server, ada, { answers: 'private' });
    expect(first).toEqual({ ...defaultSettings, answers: 'private' });
    pass(60_000);
    const { settings: second } = await communities.change(server, ada, { packs: ['saltmarsh'] });
    expect(communities.settings(server)).toEqual(second);
    expect(communities.settings(workspace)).toEqual(defaultSettings);
    expect(await communities.changes(server, 5)).toEqual([
      { at: `${testDay}T12:01:00.000Z`, by: ada, before: first, after: second },
      { at: `${testDay}T12:00:00.000Z`, by: ada, before: defaultSettings, after: first },
    ]);
    expect(await communities.changes(server, 1)).toHaveLength(1);
    expect(await communities.changes(workspace, 5)).toEqual([]);
  });

  test('lose none of several changes made at once', async () => {
    const { communities } = await openState(await freshUrl());
    await Promise.all([
      communities.change(server, ada, { answers: 'private' }),
      communities.change(server, ada, { mentions: false }),
      communities.change(server, ada, { strictness: 'strict' }),
    ]);
    expect(communities.settings(server)).toEqual({
      ...defaultSettings,
      answers: 'private',
      mentions: false,
      strictness: 'strict',
    });
    expect(await communities.changes(server, 5)).toHaveLength(3);
  });

  test('are not said to have changed what they left as it was', async () => {
    const { communities } = await openState(await freshUrl());
    await communities.change(server, ada, { answers: 'public' });
    expect(await communities.changes(server, 5)).toEqual([]);
  });

  test('are listed when the bot is in them or holds settings of theirs', async () => {
    const { communities } = await openState(await freshUrl());
    await communities.joined(workspace);
    await communities.change(server, ada, { mentions: false });
    expect(await communities.list()).toEqual([server, workspace]);
  });

  test('are forgotten once the bot has been gone for the grace time, and not before', async () => {
    const { now, pass } = createClock();
    const { communities } = await openState(await freshUrl(), { clock: now });
    await communities.joined(workspace);
    await communities.joined(server);
    const { settings } = await communities.change(server, ada, { mentions: false });
    await communities.left(server);
    pass(leftGraceMs - 1);
    // Told again, it is still gone since the first time.
    await communities.left(server);
    expect(await communities.removeLeft()).toEqual([]);
    expect(communities.settings(server)).toEqual(settings);
    pass(1);
    expect(await communities.removeLeft()).toEqual([server]);
    expect(communities.settings(server)).toEqual(defaultSettings);
    expect(await communities.changes(server, 5)).toEqual([]);
    expect(await communities.list()).toEqual([workspace]);
    expect(await communities.removeLeft()).toEqual([]);
  });

  test('keep everything when the bot comes back within the grace time', async () => {
    const { now, pass } = createClock();
    const { communities } = await openState(await freshUrl(), { clock: now });
    const { settings } = await communities.change(server, ada, { mentions: false });
    await communities.left(server);
    pass(leftGraceMs / 2);
    await communities.joined(server);
    pass(leftGraceMs);
    expect(await communities.removeLeft()).toEqual([]);
    expect(communities.settings(server)).toEqual(settings);
  });

  test('can see who changed their settings for a year', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const { communities } = await openState(url, { clock: now });
    await communities.change(server, ada, { mentions: false });
    if (expiresBy === 'its own clock') {
      expect(settingsChangesKeptForMs - (await longestLifetime(url))).toBeLessThan(60_000);
    } else {
      pass(settingsChangesKeptForMs - 1);
      expect(await communities.changes(server, 5)).toHaveLength(1);
      pass(1);
      expect(await communities.changes(server, 5)).toEqual([]);
    }
    expect(communities.settings(server).mentions).toBe(false);
  });

  test(`are ${survivesRestart ? 'remembered' : 'forgotten'} when the bot restarts`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    const { settings } = await before.communities.change(server, ada, { language: 'en' });
    await before.communities.joined(workspace);
    await before.close();
    const { communities } = await openState(url);
    expect(communities.settings(server)).toEqual(survivesRestart ? settings : defaultSettings);
    expect(await communities.list()).toEqual(survivesRestart ? [server, workspace] : []);
  });
});

describe.each(lasting(kinds))('communities in a shared $name', ({ freshUrl }) => {
  test('are the same to every process before long', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const one = await openState(url, { clock: now });
    const other = await openState(url, { clock: now, refreshEveryMs: 20 });
    await one.communities.joined(workspace);
    const { settings } = await one.communities.change(server, ada, { mentions: false });
    await vi.waitFor(async () => {
      expect(other.communities.settings(server)).toEqual(settings);
      expect(await other.communities.list()).toEqual([server, workspace]);
    });
    await one.communities.left(server);
    pass(leftGraceMs);
    expect(await one.communities.removeLeft()).toEqual([server]);
    await vi.waitFor(() => expect(other.communities.settings(server)).toEqual(defaultSettings));
  });

  test('build a change on what another process changed just now', async () => {
    const url = await freshUrl();
    const one = await openState(url);
    const other = await openState(url);
    await one.communities.change(server, ada, { mentions: false });
    const { settings: after } = await other.communities.change(server, ada, { answers: 'private' });
    expect(after).toEqual({ ...defaultSettings, mentions: false, answers: 'private' });
  });

  test('are not forgotten when another process saw the bot come back', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const one = await openState(url, { clock: now });
    const other = await openState(url, { clock: now });
    await one.communities.change(server, ada, { mentions: false });
    await one.communities.left(server);
    await other.communities.joined(server);
    pass(leftGraceMs);
    expect(await one.communities.removeLeft()).toEqual([]);
  });

  test.each([
    ['wrong fields', '{"answers":"shouted"}'],
    ['no JSON', 'Dear diary'],
    ['JSON of another kind', 'null'],
  ])(
    'go on with the defaults when their settings are %s, and it is logged once',
    async (_, raw) => {
      const url = await freshUrl();
      await writeRawRecord(url, `settings ${server}`, raw);
      await writeRawRecord(url, 'settings matrix:!room', raw);
      const log = createRecordingLog();
      const { communities } = await openState(url, { refreshEveryMs: 10 }, log);
      expect(communities.settings(server)).toEqual(defaultSettings);
      await communities.change(workspace, ada, { mentions: false });
      const { settings } = await communities.change(server, ada, { mentions: false });
      expect(settings).toEqual({ ...defaultSettings, mentions: false });
      expect(await communities.list()).toEqual([server, workspace]);
      expect(log.lines).toEqual([
        'warn The settings kept for a community are broken: the defaults hold until it sets them anew',
      ]);
    },
  );

  test('are never forgotten because of a record that cannot be read', async () => {
    const url = await freshUrl();
    await writeRawRecord(url, `communities ${server}`, '{"leftAt":"yesterday"}');
    const { communities } = await openState(url);
    expect(await communities.removeLeft()).toEqual([]);
    expect(await communities.list()).toEqual([server]);
  });

  test('leave nothing in the store once they are forgotten', async () => {
    const url = await freshUrl();
    const { now, pass } = createClock();
    const { communities } = await openState(url, { clock: now });
    await communities.joined(server);
    await communities.change(server, ada, { mentions: false });
    expect(await readRaw(url)).toContain(server);
    await communities.left(server);
    pass(leftGraceMs);
    await communities.removeLeft();
    expect(await readRaw(url)).not.toContain(server);
    expect(await readRaw(url)).not.toContain(ada);
  });
});
