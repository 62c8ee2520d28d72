import type { Statement } from '../matching/matcher.ts';

/** A text made to be slow, of one kind in every respect. */
export interface WorstText {
  /** What there is much of in it. */
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

/** In UTF-16 units: the longest message that a platform passes on, Slack's. */
const length = 40_000;

/**
 * Texts made to be slow for one stage of reading or another, with every ending, character, script or mark that the stage
 * looks at. `words` are words of the claims.
 */
export function makeWorstTexts(words: readonly string[]): WorstText[] {
  return Object.entries(kinds(words)).flatMap(([kind, pieces]) =>
    Object.entries(pieces).map(([name, piece]) => ({ kind, name, text: fill(piece) })),
  );
}

/** Words to make such texts of. */
export function wordsOfClaims(claims: readonly Statement[]): string[] {
  return [...new Set(claims.slice(0, 2000).flatMap(({ text }) => text.split(' ')))];
}

/** What is repeated until the text is long enough, or what stands at each place of it, from 0. */
type Piece = string | ((at: number) => string);

const kinds = (
  words: readonly string[],
): Readonly<Record<string, Readonly<Record<string, Piece>>>> => ({
  'long words': named([
    ...[
      'a',
      'y',
      'vi',
      'ies',
      'ing',
      'eedly',
      'ational',
      'sses',
      'ab',
      'aoe',
      'f8',
      '2x',
      'ß',
      'ال',
      'ات',
      '었다',
      'क',
    ],
  ]),
  'many words': {
    'words of the claims': (at) => `${words[at % words.length]} `,
    'the same backwards': (at) => `${words[words.length - 1 - (at % words.length)]} `,
    'words of the claims, misspelt': (at) => `${misspelt(words[at % words.length] ?? '')} `,
    'words of the claims, one letter more': (at) => `${words[at % words.length]}${letterOf(at)} `,
    'words of the claims, run together': (at) =>
      `${words[at % words.length]}${words[(at * 7 + 1) % words.length]} `,
    'words of the claims, with a capital': (at) => `${capital(words[at % words.length] ?? '')} `,
    'words of the claims, hyphenated': (at) => `${words[at % words.length]}-`,
    'a sentence each': (at) => `${capital(words[at % words.length] ?? '')}. `,
    'words that nobody knows': (at) => `zq${at.toString(36)}x `,
    'the same in letters': (at) => `${spelled(at)}ing `,
    'names that nobody knows': (at) => `${capital(spelled(at))}el `,
    'words of another language': (at) => `köprü${spelled(at)} `,
    'one word': 'trump ',
    'one misspelt word': 'presidnet ',
    'one hyphenated word': 'a-one ',
    'one letter': 'I ',
    'stop words': 'the of and to in is that it was for on are as with they ',
    openings: 'is it true that ',
    denials: 'not never no without ',
    possessives: "king's kings' l'or d'un ",
  },
  numbers: {
    ...named([
      '1',
      '1.',
      '1,',
      '१',
      '000 ',
      '1 000 ',
      '$5 million ',
      'U.S.',
      '10yrs ',
      '5% of 7 ',
      '3/4 ',
      '1st 2nd ',
    ]),
    'in words': 'five hundred and twenty ',
    dates: 'January 5, 2020 ',
    ranges: (at) => `between ${at} and ${at + 1} `,
    'all different': (at) => `${at} `,
    years: (at) => `in ${1000 + (at % 2000)} `,
    amounts: (at) => `$${at}.${at % 10} million `,
  },
  'expanding characters': named([
    'Ⅷ',
    'Ⅷ ',
    'ﷺ',
    'ﷺ ',
    '㌀',
    '㋿',
    '⑽',
    '¼',
    'ﬃ',
    '\u0344',
    'e\u0315\u0301',
    'e\u0301',
    'İ',
    'ΐ',
    '각',
    '𝐀',
    '\u1e9b\u0323',
  ]),
  'joined scripts': {
    ...named(['疫苗', 'ก', 'ກ', 'ក', 'က', 'カタ', 'ひら', '疫1', 'กa', '疫 ', '草', '笑哈']),
    'all different': (at) => String.fromCodePoint(0x4e00 + (at % 20_000)),
  },
  tags: {
    ...named([
      '#',
      '@',
      '#a',
      '#stopthesteal',
      '#stopthesteal ',
      '@realDonaldTrump ',
      '#Aa',
      '#a_',
      ' - (@a) ',
    ]),
    'all different': (at) => `#stopthe${spelled(at)} `,
    'with capitals, all different': (at) => `#StopThe${capital(spelled(at))} `,
    'words of the claims, run together': (at) =>
      `#${[1, 2, 3].map((by) => words[(at * by) % words.length]).join('')} `,
    'run together without a mark': (at) =>
      `${[1, 2, 3].map((by) => capital(words[(at * by) % words.length] ?? '')).join('')} `,
  },
  marks: named([
    ...'\'-.,?!:("“«—…\\/*_~`|>[]<&#@',
    ...[
      '? ',
      " 'a",
      "a'",
      'a.',
      'a-',
      '\n',
      '\r\n',
      '\t',
      '- ',
      '1. ',
      '> ',
      '```',
      '||',
      '**',
      '<@U1>',
      '<!here>',
      '&amp;',
    ],
    ...[
      '\u0000',
      '\u200d',
      'a\u200d',
      '\u202e',
      '\ufe0f',
      '\ud83d',
      '👨‍👩‍👧‍👦',
      '🏴‍☠️',
      '🇩🇪',
      '\u0301',
      'z\u0335',
    ],
  ]),
  links: named([
    'http://',
    'http://www.',
    'https://a.example/ ',
    'www.',
    'a.b.',
    'a.example/',
    'pic.twitter.com/a ',
  ]),
});

function named(pieces: readonly string[]): Record<string, Piece> {
  return Object.fromEntries(pieces.map((piece) => [JSON.stringify(piece), piece]));
}

function fill(piece: Piece): string {
  if (typeof piece === 'string')
    return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  let text = '';
  for (let at = 0; text.length < length; at += 1) text += piece(at);
  return text.slice(0, length);
}

/** The number's digits as letters. */
function spelled(number: number): string {
  return [...String(number)].map((digit) => 'bacedifogu'[Number(digit)]).join('');
}

function letterOf(at: number): string {
  return 'abcdefghijklmnopqrstuvwxyz'[at % 26] ?? '';
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Two letters in the middle changed places. */
function misspelt(word: string): string {
  const middle = word.length >> 1;
  return (
    word.slice(0, middle - 1) +
    [...word.slice(middle - 1, middle + 1)].reverse().join('') +
    word.slice(middle + 1)
  );
}
