import fc from 'fast-check';
import { makeWorstTexts } from '../../src/measuring/worst-texts.ts';

/** What means something to a platform, to a command line, to YAML or to the matcher. */
const signs = [
  ...[
    '<!channel>',
    '<@U1>',
    '<@U1|bo>',
    '<#C1|general>',
    '<https://a.example|so>',
    '<',
    '>',
    '|',
    '&amp;',
    '&lt',
  ],
  ...[
    '~so~',
    '*b*',
    '`',
    '```',
    '\\',
    '[a](b)',
    '@everyone',
    '<@1>',
    '<:a:1>',
    '-# ',
    '> ',
    '1. ',
    '# ',
    '://',
  ],
  ...[
    'private',
    'public',
    'detail:full',
    'verdict:',
    'topic:x',
    'reload',
    'packs',
    '--json',
    '=',
    '"',
    "'",
    ':',
    '.',
  ],
  ...[
    '\n',
    '\r',
    '\t',
    ' ',
    '\u0000',
    '\u2028',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud83d',
    '\udc00',
    '\u0301',
    '👩‍👩‍👧',
  ],
  ...[
    '- ',
    'a: ',
    '&a ',
    '*a',
    '!!js',
    '%',
    '{',
    '}',
    '[',
    ']',
    '?',
    '---',
    '...',
    '1e999',
    '-1',
    'NaN',
    '0x1f',
  ],
  ...[
    'krasner',
    'homicides',
    '562',
    '2021',
    'bridge',
    '1.45 million',
    'never',
    'is it true that ',
    'source?',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
];

const worst = makeWorstTexts(['krasner', 'homicides', 'philadelphia', 'soros', 'office']).map(
  ({ text }) => text,
);

/** Texts that people send, would rather not have sent, or send to see what happens. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((all) => all.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((all) => all.join(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...signs), fc.constantFrom(...signs), fc.nat({ max: 500 }))
      .map(([one, other, times]) => (one + other).repeat(times)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...worst), fc.nat({ max: 40_000 }), fc.nat({ max: 40_000 }))
      .map(([text, from, to]) => text.slice(Math.min(from, to), Math.max(from, to))),
  },
);

/** Anything that JSON can hold, with texts like these in it. */
export const anyData: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 3 });
