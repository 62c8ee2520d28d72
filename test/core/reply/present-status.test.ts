import { expect, test } from 'vitest';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import type { FilesState } from '../../../src/core/claims/first-set.ts';
import type { ReloadRecord } from '../../../src/core/claims/reload-history.ts';
import type { FeedState } from '../../../src/core/ports/feeds.ts';
import { presentStatus } from '../../../src/core/reply/present-status.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';

const { verification } = aClaim();
const claims = [
  aClaim({ id: 'one' }),
  aClaim({ id: 'two', verdict: 'false' }),
  aClaim({ id: 'three', verification: { ...verification, status: 'draft' } }),
];
const set = createClaimSet({ packs: [rivertonPack(claims)], fingerprint: '' }, createMatcher);
const minuteMs = 60_000;

function status(
  upMs: number,
  reloads: readonly ReloadRecord[] = [],
  files: FilesState = { state: 'used' },
  feeds: readonly FeedState[] = [],
): string {
  const startedAt = new Date(testNow.getTime() - upMs);
  const about = { version: '0.1.0', runtime: ['Node.js 26'], runBy: 'The Test Desk', startedAt };
  const answer = presentStatus(
    { claims: set, files, about, reloads, connections: [], feeds, processes: [], now: testNow },
    textsFor('en'),
  );
  return replyToText({ ...answer, visibility: 'private', locale: 'en' });
}

test.each([
  [59_999, '59 s'],
  [minuteMs, '1 min'],
  [60 * minuteMs, '1 h'],
  [(24 * 60 - 1) * minuteMs, '23 h 59 min'],
  [(25 * 60 + 1) * minuteMs + 999, '1 d 1 h 1 min'],
  [72 * 60 * minuteMs, '3 d'],
])('a bot that has run for %d ms says %s', (ms, said) => {
  expect(status(ms)).toMatch(new RegExp(`: ${said}$`, 'm'));
});

test('claims are counted by verdict and by verification, and what there is none of is not named', () => {
  const text = status(0);
  expect(text).toMatch(/: True: 2 · False: 1$/m);
  expect(text).toMatch(/: [^:]+: 2 · Check under way: 1$/m);
});

test('the last reload that somebody asked for is named, with what it changed', () => {
  const at = '2026-11-21T08:00:00.000Z';
  const changes = [{ pack: 'riverton', added: 1, removed: 2, changed: 3 }];
  const start: ReloadRecord = { at, by: 'start', result: 'loaded', changes: [], fingerprint: '' };
  const asked: ReloadRecord = { ...start, by: 'discord:1', changes };
  const earlier: ReloadRecord = { ...start, by: 'discord:2' };
  expect(status(0, [start, asked, earlier])).toContain('discord:1');
  expect(status(0, [start, asked, earlier])).not.toContain('discord:2');
  expect(status(0, [start])).toBe(status(0));
});

test('packs that can’t be used come first, with what is wrong and what to do', () => {
  const place = { file: 'riverton/claims/bells.yaml', line: 3, column: 1, field: 'gist' };
  const mistakes = Array.from({ length: 7 }, () => ({ ...place, message: 'is wrong' }));
  expect(status(0, [], { state: 'broken', mistakes })).toMatch(
    /^Status\n\nThe packs hold 7 mistakes: the bot answers from the last good set\. .+\n- riverton.+:3:1 gist: is wrong\n/,
  );
  expect(status(0, [], { state: 'broken', mistakes })).toContain('and 2 more');
  expect(status(0, [], { state: 'passed-over' })).toMatch(/^Status\n\nSomebody went back/);
});
