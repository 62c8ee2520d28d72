import type { Claim, Source } from '../../src/core/claims/claim.ts';

/** A complete claim about an invented town; a test names only what it is about. */
export function aClaim(overrides: Partial<Claim> = {}): Claim {
  const id = overrides.id ?? 'harbour-bridge-opened-1932';
  return {
    id,
    ref: `riverton/${id}`,
    language: 'en',
    claim: 'Riverton’s harbour bridge opened in 1932.',
    kind: 'fact',
    claimant: null,
    occasion: null,
    verdict: 'true',
    summary: 'The opening is recorded in the council minutes of 4 May 1932.',
    context: 'The bridge was closed again for two weeks in June 1932.',
    sources: [
      aSource(),
      aSource({
        title: 'Bridges of the coast',
        publisher: 'Coast Press',
        url: null,
        published: '1987',
        stance: 'context',
      }),
    ],
    wordings: ['the riverton bridge is from 1932'],
    nearMisses: ['Riverton’s harbour bridge opened in 1923.'],
    topics: ['bridges'],
    asOf: '2026-11-01',
    verification: {
      status: 'verified',
      by: ['first reader', 'second reader'],
      on: '2026-11-22',
      how: 'Both read the minutes.',
      recheckDueOn: '2027-05-22',
    },
    history: [{ on: '2026-11-22', by: 'first reader', change: 'Added.' }],
    ...overrides,
  };
}

export function aSource(overrides: Partial<Source> = {}): Source {
  return {
    title: 'Minutes of the town council, 4 May 1932',
    publisher: 'Riverton Archive',
    url: 'https://archive.example/minutes/1932-05-04',
    published: '1932-05-04',
    kind: 'primary',
    quote: null,
    stance: 'supports',
    read: true,
    ...overrides,
  };
}
