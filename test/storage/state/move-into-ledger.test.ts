import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/ports/settings.ts';
import { stopDate } from '../../support/stop-date.ts';
import { testNow } from '../../support/test-day.ts';
import { createClock } from './clock.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';
import { readRaw, writeRaw } from './store/raw-store.ts';

const kinds = lasting(await startStateKinds());
const server = 'discord:112233445566778899';
const other = 'discord:112233445566778800';
const ada = 'discord:123456789012345678';
const at = '2026-11-21T09:00:00.000Z';
const dayMs = 24 * 60 * 60 * 1000;

describe.each(kinds)('what an earlier version kept in $name', ({ freshUrl, expiresBy }) => {
  test('is taken over, and lives no longer than it was to', async () => {
    stopDate();
    const url = await freshUrl();
    const expires = testNow.getTime() + dayMs;
    const report = { at, ref: 'saltmarsh/a', text: 'what they wrote' };
    const before = { ...defaultSettings, mentions: false };
    const change = { at, by: ada, before, after: defaultSettings };
    const writeOld = (namespace: string, key: string, value: unknown, lifetime = {}) =>
      writeRaw(url, namespace, key, JSON.stringify({ value, ...lifetime }));
    await writeOld('factbot-blocked', ada, true);
    await writeOld('factbot-communities', other, { leftAt: null });
    await writeOld('factbot-settings', server, before);
    await writeOld('factbot-reports', `${at} 000000001 abc`, report, { expires });
    await writeOld('factbot-settings-changes', `${server} ${at} 000000001 abc`, change, {
      expires,
    });

    const { now, pass } = createClock();
    const { communities, blocked, reports } = await openState(url, { clock: now });
    expect(communities.settings(server)).toEqual(before);
    expect(await communities.list()).toEqual([other, server]);
    expect(await communities.changes(server, 5)).toEqual([change]);
    expect(blocked.list()).toEqual([ada]);
    expect(await reports.recent(5)).toEqual([report]);
    expect(await readRaw(url)).not.toMatch(/factbot-(?:reports|settings|blocked)/);
    if (expiresBy === 'our clock') {
      pass(dayMs);
      expect(await reports.recent(5)).toEqual([]);
    }
  });

  test('is not put in the place of what was decided since', async () => {
    const url = await freshUrl();
    const { communities, blocked } = await openState(url);
    const { settings } = await communities.change(server, ada, { answers: 'private' });
    const old = { value: { ...defaultSettings, mentions: false } };
    await writeRaw(url, 'factbot-settings', server, JSON.stringify(old));
    expect(blocked.list()).toEqual([]);
    expect((await openState(url)).communities.settings(server)).toEqual(settings);
  });
});
