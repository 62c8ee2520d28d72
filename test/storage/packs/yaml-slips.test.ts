import { expect, test } from 'vitest';
import { claimFile, reportOn, type Slip } from './reported-slips.ts';

const slips: readonly Slip[] = [
  [
    'a field given twice',
    'kind: fact',
    'kind: fact\nkind: fact',
    ['$FILE:4:1 yaml: this field is given twice: keep one'],
  ],
  [
    'a line indented with a tab',
    '  status: verified',
    '\tstatus: verified',
    ['$FILE:40:1 yaml: the line is indented with a tab: use spaces'],
  ],
  [
    'a colon that ends a value early',
    'claim: The iron',
    'claim: The: iron',
    [
      '$FILE:2:8 yaml: a colon and a space inside a value start a new field: put the value in quotes',
    ],
  ],
  [
    'a list that is never closed',
    'claimant: null',
    'claimant: [null',
    [
      '$FILE:5:1 yaml: a "[" or "{" above is never closed: close it, or put the text that begins with it in quotes',
    ],
  ],
  [
    'an alias',
    'claimant: null\noccasion: null',
    'claimant: &who Ada\noccasion: *who',
    [
      '$FILE:4:11 yaml: a value that starts with "&" is a YAML anchor: put the value in quotes',
      '$FILE:5:11 yaml: an alias ("*") is not accepted: write the value out',
    ],
  ],
  [
    'a tag nobody knows',
    'claimant: null',
    'claimant: !person Ada',
    ['$FILE:4:11 yaml: a value that starts with "!" is a YAML tag: put the value in quotes'],
  ],
  [
    'a second document',
    'sources:',
    '---\nsources:',
    [
      '$FILE:12:1 yaml: a second document starts here: remove the line "---", one file holds one document',
    ],
  ],
];

test.each(slips)('reports %s in a claim', async (...slip) => {
  const { said, expected } = await reportOn(claimFile, slip);
  expect(said).toEqual(expected);
});
