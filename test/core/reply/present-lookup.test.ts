import { describe, expect, test } from 'vitest';
import type { Lookup } from '../../../src/core/claims/lookup.ts';
import { presentFound, presentLookup } from '../../../src/core/reply/present-lookup.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aClaim } from '../../support/claims.ts';

const { verification } = aClaim();
const verified = aClaim({ ref: 'riverton/finished' });
const draft = aClaim({
  ref: 'riverton/unfinished',
  verification: { ...verification, status: 'draft' },
});
const retracted = aClaim({
  ref: 'riverton/withdrawn',
  verification: { ...verification, status: 'retracted', reason: 'The minutes were misread.' },
});

test.each<Lookup>([
  { outcome: 'none', nearest: [verified, draft, retracted], reason: 'no-record' },
  { outcome: 'ambiguous', claims: [verified, draft, retracted] },
])(
  'a list of candidates ($outcome) names a draft and a withdrawn check as such, and no verdict',
  (lookup) => {
    const text = replyToText({
      ...presentLookup(lookup, '2026-11-22', textsFor('en'), 'short'),
      visibility: 'public',
      locale: 'en',
    });
    expect(text).toMatch(/^ +riverton\/finished$/m);
    expect(text).toContain('… Check under way · riverton/unfinished');
    expect(text).toContain('⊘ Retracted · riverton/withdrawn');
    expect(text).not.toContain('True');
  },
);

describe('what the checked claim is quoted with', () => {
  const told = (asked: string, checked: string): string =>
    replyToText({
      ...presentFound(
        verified,
        [{ kind: 'date', asked, checked }],
        '2026-11-22',
        textsFor('en'),
        'short',
      ),
      visibility: 'public',
      locale: 'en',
    });

  test.each([
    ['its own words', '1923', '1932', 'You asked about “1923”. The checked claim says “1932”.'],
    [
      'not a wording’s words',
      'closed',
      'shut down',
      'You asked about “closed”. The checked claim does not say that.',
    ],
    ['not a part of a word', '1923', '19', 'The checked claim does not say that.'],
    ['nothing, where only a wording says more', '', 'in May', 'differ in a detail'],
  ])('are %s', (_, asked, checked, expected) => {
    expect(told(asked, checked)).toContain(expected);
  });
});
