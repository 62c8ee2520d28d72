import { expect, test } from 'vitest';
import { copyPacks, edit, mistakesIn } from './edited-packs.ts';

const claimFile = 'saltmarsh/claims/bridge-opened-1911.yaml';
const packFile = 'saltmarsh/pack.yaml';

/** One slip of the hand each: what is replaced by what, and what the reader must say. $FILE is the edited file. */
const slips: readonly (readonly [
  what: string,
  from: string,
  to: string,
  mistakes: readonly string[],
])[] = [
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

test.each(slips)('reports %s in a claim', async (_, from, to, mistakes) => {
  const dir = await copyPacks();
  await edit(`${dir}/${claimFile}`, from, to);
  expect(await mistakesIn(dir)).toEqual(mistakes.map((text) => text.replace('$FILE', claimFile)));
});

const packSlips: typeof slips = [
  [
    'a pack named otherwise',
    'name: saltmarsh',
    'name: saltmarch',
    [
      'saltmarsh/pack.yaml:1:7 name: "saltmarch" is not the folder\'s name: write "saltmarsh", or rename the folder',
    ],
  ],
  [
    'a verdict that the pack does not explain',
    '  satire: It comes from a joke that was taken seriously.\n',
    '',
    [
      'saltmarsh/claims/council-bans-gulls.yaml:6:10 verdict: "satire" has no meaning in saltmarsh/pack.yaml: add it there under "verdicts"',
    ],
  ],
  [
    'a verdict that is none',
    '  satire: It',
    '  jokes: Haha.\n  satire: It',
    [
      'saltmarsh/pack.yaml:16:3 verdicts.jokes: is not a known field: remove it; verdicts has true, mostly-true, mixed, mostly-false, false, misleading, outdated, satire, unverified, opinion',
    ],
  ],
  [
    'a pack without a maintainer',
    'maintainer: The Saltmarsh Fact Circle (invented)\n',
    '',
    [
      'saltmarsh/pack.yaml:1:1 maintainer: is missing: add "maintainer:" (Who is responsible for the pack.)',
    ],
  ],
];

test.each(packSlips)('reports %s', async (_, from, to, mistakes) => {
  const dir = await copyPacks();
  await edit(`${dir}/${packFile}`, from, to);
  expect(await mistakesIn(dir)).toEqual(mistakes);
});
