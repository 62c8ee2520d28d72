import { expect, test } from 'vitest';
import { claimFile, reportOn, type Slip } from './reported-slips.ts';

const slips: readonly Slip[] = [
  [
    'a quote of 26 words',
    'quote: null',
    `quote: ${'word '.repeat(26)}`,
    ['$FILE:26:12 sources[1].quote: has 26 words: shorten it to at most 25'],
  ],
  [
    'a work that was not read, used as support',
    '    read: true\n    readVia: a bound volume in the town library',
    '    read: false',
    [
      '$FILE:27:13 sources[1].stance: is "supports", but the work was not read: read it, or set stance to context',
    ],
  ],
  [
    'a quote from a work that was not read',
    'quote: null\n    stance: supports\n    read: true\n    readVia',
    'quote: Crowds!\n    stance: context\n    read: false\n    note',
    [
      '$FILE:26:12 sources[1].quote: quotes a work that was not read: read it, or set quote to null',
    ],
  ],
  [
    'an opinion with a rating',
    'kind: fact',
    'kind: opinion',
    [
      '$FILE:6:10 verdict: is "true", but an opinion is not rated: set verdict to opinion, or change kind',
    ],
  ],
  [
    'a fact with no rating',
    'verdict: "true"',
    'verdict: opinion',
    [
      '$FILE:3:7 kind: is "fact", but the verdict is opinion: set kind to opinion or characterisation, or rate the fact',
    ],
  ],
  [
    'a dispute without a reason',
    'status: verified',
    'status: disputed',
    ['$FILE:40:3 verification.reason: is missing, but the claim is disputed: say why in "reason"'],
  ],
  [
    'a retraction without a reason',
    'status: verified',
    'status: retracted',
    ['$FILE:40:3 verification.reason: is missing, but the claim is retracted: say why in "reason"'],
  ],
  [
    'a status that follows from dates',
    'status: verified',
    'status: expired',
    [
      '$FILE:40:11 verification.status: "expired" is not a status: use one of draft, verified, disputed, retracted',
    ],
  ],
  [
    'a history that runs backwards',
    '    change: Added.',
    '    change: Added.\n  - on: 2025-01-01\n    by: A. Reader\n    change: Corrected.',
    [
      '$FILE:51:9 history[1].on: "2025-01-01" comes after an entry of 2026-11-10: order the entries from oldest to newest',
    ],
  ],
  [
    'a wording of another claim',
    'when did the iron bridge open',
    '“Ｗｈｅｎ does the BAY tunnel open?”',
    [
      'saltmarsh/claims/tunnel-under-bay.yaml:12:5 wordings[0]: "when does the bay tunnel open" is also wordings[0] at saltmarsh/claims/bridge-opened-1911.yaml:31: keep it in one place',
    ],
  ],
  [
    'a wording that is another claim',
    'when did the iron bridge open',
    'a tram-ride in saltmarsh costs two crowns',
    [
      'saltmarsh/claims/tram-fare-two-crowns.yaml:2:8 claim: "A tram ride in Saltmarsh costs two crowns." is also wordings[0] at saltmarsh/claims/bridge-opened-1911.yaml:31: keep it in one place',
    ],
  ],
  [
    'a wording given twice',
    'when did the iron bridge open',
    'The old iron bridge is from 1911!',
    [
      '$FILE:32:5 wordings[1]: "the old iron bridge is from 1911" is also wordings[0] at saltmarsh/claims/bridge-opened-1911.yaml:31: keep it in one place',
    ],
  ],
  [
    'a wording without words',
    'when did the iron bridge open',
    '"?!"',
    ['$FILE:31:5 wordings[0]: "?!" holds no words: write what people say'],
  ],
  [
    'a near miss that is a wording',
    'The iron bridge in Saltmarsh was painted in 1911.',
    'When did the iron bridge open?',
    [
      '$FILE:34:5 nearMisses[0]: "When did the iron bridge open?" is also what this claim answers to: remove one of the two',
    ],
  ],
];

test.each(slips)('reports %s in a claim', async (...slip) => {
  const { said, expected } = await reportOn(claimFile, slip);
  expect(said).toEqual(expected);
});
