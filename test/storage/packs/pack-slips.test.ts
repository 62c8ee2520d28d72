import { expect, test } from 'vitest';
import { packFile, reportOn, type Slip } from './reported-slips.ts';

const slips: readonly Slip[] = [
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

test.each(slips)('reports %s', async (...slip) => {
  const { said, expected } = await reportOn(packFile, slip);
  expect(said).toEqual(expected);
});
