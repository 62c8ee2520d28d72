import { expect, test } from 'vitest';
import { claimToLabel, labelToClaims } from '../../../src/core/bot/suggestion-label.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { locales, textsFor } from '../../../src/core/texts/texts.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

test.each([
  ['en', 'He said “no” and “never”.', '“He said ‘no’ and ‘never’.”'],
  ['en', 'He said "no", «nie» and ‘well’.', '“He said "no", «nie» and ‘well’.”'],
  ['en', 'Er sagte „nein“.', '“Er sagte ‘nein’.”'],
  ['en', 'The mayor’s “gull', '“The mayor’s “gull”'],
  ['de', 'Er sagte „nein“.', '„Er sagte ‚nein‘.“'],
  ['de', 'He said “no”.', '„He said ‚no‘.“'],
  ['es', 'Dijo «no» y “nunca”.', '«Dijo “no” y “nunca”.»'],
  ['fr', 'Il a dit « non ».', '« Il a dit “non”. »'],
  ['zh-CN', '他说“不”。', '“他说‘不’。”'],
])('in %s the claim %s is quoted as %s', (language, claim, quoted) => {
  const said = textsFor(language)('claim.quoted', { claim }).replaceAll('\u00a0', ' ');
  expect(said.replaceAll('\u202f', ' ')).toBe(quoted);
});

test('a publisher’s words stand in single marks inside a sentence that quotes them', () => {
  const t = textsFor('en');
  const verdict = t('published.rated', { publisher: 'Desk', label: 'A “hoax”' });
  expect(verdict).toBe('Desk: “A ‘hoax’”');
  expect(t('claim.expiredTitle', { verdict: 'Desk: “False”' })).toBe(
    'Expired: the verdict was “Desk: ‘False’”',
  );
});

test('the label of a claim with a quotation in it is understood, in every language', () => {
  const claims = ['The mayor said “no” to «gulls».', 'The mayor said “no” to crabs.'].map(
    (claim, at) => aClaim({ id: `c${at}`, claim, wordings: [] }),
  );
  const set = createClaimSet({ packs: [rivertonPack(claims)], fingerprint: '' }, createMatcher);
  for (const locale of locales) {
    for (const claim of claims) {
      const label = claimToLabel(claim, testDay, textsFor(locale), 100);
      expect(labelToClaims(label, set)).toEqual([claim]);
    }
  }
});
