import { expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { presentHome } from '../../../src/core/reply/present-home.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const by = 'the desk';
const added = { on: '2026-11-01', by, change: 'Added.' };

const claims = [
  aClaim({ id: 'never-changed', history: [added] }),
  aClaim({
    id: 'worded-anew',
    history: [added, { on: '2026-11-20', by, change: 'Added a wording.' }],
  }),
  aClaim({
    id: 'put-right',
    history: [
      added,
      { on: '2026-11-10', by, change: 'The year was wrong.', correction: true },
      { on: '2026-11-21', by, change: 'Added a wording.' },
    ],
  }),
];

/** The lines under a heading of the home page. */
function listed(
  heading: string,
  shown: readonly Claim[],
  examples?: readonly [string, ...string[]],
): string | undefined {
  const pack = { ...rivertonPack(shown), ...(examples && { examples: [...examples] }) };
  const set = createClaimSet({ packs: [pack], fingerprint: '' }, createMatcher);
  const home = presentHome(set, '2026-11-22', textsFor('en'));
  const text = replyToText({ ...home, visibility: 'private', locale: 'en' });
  return text.split('\n\n').find((block) => block.startsWith(`${heading}\n`));
}

test('lists as corrected what readers would notice, with the day it was put right', () => {
  const corrected = listed('Recently corrected', claims);
  expect(corrected).toContain('10 Nov 2026 · riverton/put-right');
  expect(corrected).not.toContain('worded-anew');
  expect(listed('Recently corrected', claims.slice(0, 2))).toBeUndefined();
});

test('lists the newest claims by the day they were added', () => {
  const newer = aClaim({ id: 'newer', history: [{ ...added, on: '2026-11-05' }] });
  expect(listed('Newest claims', [...claims, newer])).toMatch(
    /^.*\n.*\n.*5 Nov 2026 · riverton\/newer/,
  );
});

test('offers questions to try, where a pack has some', () => {
  expect(listed('For example', claims, ['is it so?'])).toContain('“is it so?”');
  expect(listed('For example', claims)).toBeUndefined();
});

test('leaves drafts out of the newest, and nothing out of what it lists', () => {
  const { verification } = aClaim();
  const draft = aClaim({ id: 'unfinished', verification: { ...verification, status: 'draft' } });
  const shown = [...claims, draft];
  expect(listed('Newest claims', shown)).not.toContain('unfinished');
  for (const heading of ['Packs', 'For example', 'Newest claims'])
    expect(listed(heading, shown, ['is it so?'])).not.toMatch(/\d+ more/);
});
