import { expect, test } from 'vitest';
import type { PackChanges } from '../../../src/core/claims/claim-changes.ts';
import { presentReload, presentRollback } from '../../../src/core/reply/present-reload.ts';
import type { Answer } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';

const t = textsFor('en');
const said = (answer: Answer): string =>
  replyToText({ ...answer, visibility: 'private', locale: 'en' });
const changes: readonly PackChanges[] = [
  { pack: 'riverton', added: ['bells'], removed: ['clock', 'roof'], changed: ['stairs'] },
];
const listed = '+1 −2 ~1 in riverton\n- + bells\n- − clock\n- − roof\n- ~ stairs';

test('a reload says what came, went and changed, or that nothing did', () => {
  expect(said(presentReload({ outcome: 'loaded', changes }, [], t))).toBe(
    `Claims reloaded\n\n${listed}`,
  );
  expect(said(presentReload({ outcome: 'loaded', changes: [] }, [], t))).toBe(
    'Claims reloaded\n\nNothing has changed.',
  );
  const loadedAt = '2026-11-21T08:00:00.000Z';
  const to = { fingerprint: 'abc', loadedAt, by: 'start', claims: 3 } as const;
  const rollback = { to, changes };
  expect(said(presentRollback(rollback, undefined, [], t))).toMatch(
    /^Last reload undone\n\n.+\n\n\+1 −2 ~1/,
  );
  expect(said(presentRollback(rollback, 2, [], t))).toMatch(
    /^Back to set 2, loaded 2026-11-21T08:00:00.000Z\n\n.+\n\n\+1 −2 ~1/,
  );
});

test('a reload that failed names every mistake and its place', () => {
  const place = { file: 'riverton/claims/bells.yaml', line: 3, column: 1 };
  const mistakes = ['verdict', 'gist'].map((field) => ({ ...place, field, message: 'is wrong' }));
  const answer = presentReload({ outcome: 'failed', mistakes }, [], t);
  expect(answer.tone).toBe('error');
  expect(said(answer)).toContain(
    'There are 2 mistakes in the packs.\n' +
      '- riverton/claims/bells.yaml:3:1 verdict: is wrong\n' +
      '- riverton/claims/bells.yaml:3:1 gist: is wrong',
  );
});
