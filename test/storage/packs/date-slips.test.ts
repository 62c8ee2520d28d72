import { expect, test } from 'vitest';
import { claimFile, reportOn, type Slip } from './reported-slips.ts';

const slips: readonly Slip[] = [
  [
    'a day that does not exist',
    'asOf: 2026-11-01',
    'asOf: 2026-02-30',
    [
      '$FILE:38:7 asOf: "2026-02-30" is not a day that exists: write it as YYYY-MM-DD, for example 2026-11-22',
    ],
  ],
  [
    'a month that does not exist',
    'published: 1911-06\n',
    'published: 1911-13\n',
    [
      '$FILE:24:16 sources[1].published: "1911-13" is not a date that exists: write YYYY, YYYY-MM or YYYY-MM-DD, for example 2017-05',
    ],
  ],
  [
    'half a date',
    'published: 1911-06\n',
    'published: 1911-\n',
    [
      '$FILE:24:16 sources[1].published: "1911-" is not a date that exists: write YYYY, YYYY-MM or YYYY-MM-DD, for example 2017-05',
    ],
  ],
  [
    'evidence from the future',
    'asOf: 2026-11-01',
    'asOf: 2026-11-23',
    [
      '$FILE:38:7 asOf: "2026-11-23" lies in the future (today is 2026-11-22 UTC): correct the date',
    ],
  ],
  [
    'a source from the future',
    'published: 1911-06\n',
    'published: 2026-12\n',
    [
      '$FILE:24:16 sources[1].published: "2026-12" lies in the future (today is 2026-11-22 UTC): correct the date',
    ],
  ],
  [
    'a source from a future year',
    'published: 1911-06\n',
    'published: 2027\n',
    [
      '$FILE:24:16 sources[1].published: "2027" lies in the future (today is 2026-11-22 UTC): correct the date',
    ],
  ],
  [
    'a check and a change in the future',
    'on: 2026-11-10\n  how: Two readers checked every source on their own.\n  recheckDueOn: null\nhistory:\n  - on: 2026-11-10',
    'on: 2026-12-01\n  how: Two readers checked every source on their own.\n  recheckDueOn: null\nhistory:\n  - on: 2026-12-02',
    [
      '$FILE:44:7 verification.on: "2026-12-01" lies in the future (today is 2026-11-22 UTC): correct the date',
      '$FILE:48:9 history[0].on: "2026-12-02" lies in the future (today is 2026-11-22 UTC): correct the date',
    ],
  ],
  [
    'a re-check due before the check',
    'recheckDueOn: null',
    'recheckDueOn: 2026-11-09',
    [
      '$FILE:46:17 verification.recheckDueOn: "2026-11-09" lies before the check on 2026-11-10: give a later day, or null if it cannot change',
    ],
  ],
  [
    'an expiry before the re-check',
    'recheckDueOn: null',
    'recheckDueOn: 2027-05-10\n  expiresOn: 2027-05-09',
    [
      '$FILE:47:14 verification.expiresOn: "2027-05-09" lies before the re-check due on 2027-05-10: give a later day, or remove the field',
    ],
  ],
];

test.each(slips)('reports %s in a claim', async (...slip) => {
  const { said, expected } = await reportOn(claimFile, slip);
  expect(said).toEqual(expected);
});
