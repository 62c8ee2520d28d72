import { expect, test } from 'vitest';
import { claimFile, reportOn, type Slip } from './reported-slips.ts';

const slips: readonly Slip[] = [
  [
    'an unknown field',
    'context: >-',
    'colour: blue\ncontext: >-',
    [
      '$FILE:10:1 colour: is not a known field: remove it; this file has id, claim, kind, runningCount, claimant, occasion, verdict, gist, summary, context, sources, wordings, nearMisses, topics, asOf, verification, history',
    ],
  ],
  [
    'a misspelt field',
    'nearMisses:',
    'near_misses:',
    ['$FILE:33:1 near_misses: is not a known field: did you mean "nearMisses"?'],
  ],
  [
    'an unknown field of a source',
    '    readVia: a',
    '    publishr: Bay Books\n    readVia: a',
    ['$FILE:29:5 sources[1].publishr: is not a known field: did you mean "publisher"?'],
  ],
  [
    'a missing field',
    'occasion: null\n',
    '',
    ['$FILE:1:1 occasion: is missing: add "occasion:" (Where and when it was made, where known.)'],
  ],
  [
    'a missing field of a source',
    '    quote: null\n',
    '',
    [
      '$FILE:21:5 sources[1].quote: is missing: add "quote:" (At most 25 words from the work, verbatim; null if none.)',
    ],
  ],
  [
    'an empty field',
    'claim: The iron bridge in Saltmarsh opened in 1911.',
    'claim:',
    ['$FILE:2:1 claim: is empty: write text'],
  ],
  [
    'an empty summary',
    'summary: >-\n  The harbour board’s minutes record the opening of the iron bridge on 3 June 1911.\n  The Saltmarsh Tide printed a report of the day.',
    'summary: ""',
    ['$FILE:7:10 summary: is empty: write it'],
  ],
  [
    'a summary that is too long',
    'summary: >-\n',
    `summary: >-\n  ${'x'.repeat(1000)}\n`,
    ['$FILE:7:10 summary: is 1130 characters long: shorten it to at most 1000'],
  ],
  [
    'an unknown verdict',
    '"true"',
    'truth',
    [
      '$FILE:6:10 verdict: "truth" is not a verdict: use one of true, mostly-true, mixed, mostly-false, false, misleading, outdated, satire, unverified, opinion',
    ],
  ],
  [
    'a verdict that YAML reads as a boolean',
    '"true"',
    'true',
    ['$FILE:6:10 verdict: true is read as a boolean: put it in quotes, "true"'],
  ],
  [
    'a number where text belongs',
    'claimant: null',
    'claimant: 42',
    ['$FILE:4:11 claimant: 42 is read as a number: put it in quotes, "42"'],
  ],
  [
    'text where a list belongs',
    'topics:\n  - bridges\n  - history',
    'topics: bridges',
    [
      '$FILE:35:9 topics: "bridges" is not accepted here: write a list, each item on a line of its own after "- "',
    ],
  ],
  [
    'a map where text belongs',
    '  - bridges',
    '  - name: bridges',
    [
      '$FILE:36:5 topics[0]: a map of fields is not accepted here: write text; a text with ": " in it, or one that begins with "{", needs quotation marks',
    ],
  ],
  [
    'text where true or false belongs',
    '    read: true\n  - title',
    '    read: yes\n  - title',
    ['$FILE:20:11 sources[0].read: "yes" is not accepted here: write true or false'],
  ],
  [
    'a date that is not text',
    'published: 1911-06\n',
    'published: [1911, 6]\n',
    ['$FILE:24:16 sources[1].published: a list is not accepted: write text'],
  ],
  [
    'a topic with capitals',
    '  - bridges',
    '  - Old Bridges',
    [
      '$FILE:36:5 topics[0]: "Old Bridges" is not accepted: use lower-case letters, digits and single hyphens',
    ],
  ],
  [
    'no topic',
    'topics:\n  - bridges\n  - history',
    'topics: []',
    ['$FILE:35:9 topics: give at least one topic'],
  ],
  [
    'an id that is not the file name',
    'id: bridge-opened-1911',
    'id: bridge-opened',
    [
      '$FILE:1:5 id: "bridge-opened" is not the file\'s name: write "bridge-opened-1911", or rename the file to bridge-opened.yaml',
    ],
  ],
  [
    'an id that another claim has',
    'id: bridge-opened-1911',
    'id: tunnel-under-bay',
    [
      '$FILE:1:5 id: "tunnel-under-bay" is the id of saltmarsh/claims/tunnel-under-bay.yaml: give this claim an id of its own',
    ],
  ],
  [
    'a link without https',
    'https://tide.saltmarsh.example/1911',
    'http://tide.saltmarsh.example/1911',
    [
      '$FILE:23:10 sources[1].url: "http://tide.saltmarsh.example/1911/iron-bridge" is not an https address: give the full https:// link, or null if there is none',
    ],
  ],
  [
    'a link that is no address',
    'https://tide.saltmarsh.example/1911/iron-bridge',
    'tide.saltmarsh.example',
    [
      '$FILE:23:10 sources[1].url: "tide.saltmarsh.example" is not an https address: give the full https:// link, or null if there is none',
    ],
  ],
  [
    'a missing link',
    '    url: https://tide.saltmarsh.example/1911/iron-bridge\n',
    '',
    [
      '$FILE:21:5 sources[1].url: is missing: add "url:" (The https link to the work, or null if there is none.)',
    ],
  ],
];

test.each(slips)('reports %s in a claim', async (...slip) => {
  const { said, expected } = await reportOn(claimFile, slip);
  expect(said).toEqual(expected);
});
