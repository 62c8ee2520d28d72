import { readdir, readFile, writeFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askForClaim } from '../../src/cli/ask-for-claim.ts';
import { askInTerminal } from '../../src/cli/ask-in-terminal.ts';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { copyPacks, today } from '../storage/packs/edited-packs.ts';
import { runProgram } from '../support/program.ts';

const timeout = 60_000;

const typed = {
  pack: 'saltmarsh',
  claim: 'Gulls can read the timetable.',
  id: '',
  kind: '',
  claimant: 'the Bay Gazette',
  verdict: 'false',
  gist: 'No study found a gull that reads, says the Bird Desk.',
  summary: 'Gulls gather before the ferry sails. They follow its horn.',
  sources: [
    [
      'https://ferries.bay.example/gulls',
      'Gulls on the pier',
      'Bay Ferries',
      '2024-05',
      '',
      '',
      '',
    ],
    [
      'https://birds.bay.example/reading',
      'Do birds read?',
      'Bird Desk',
      '',
      'research',
      '',
      'No bird reads.',
    ],
    '',
  ],
  wordings: ['can gulls read', ''],
  nearMisses: ['Gulls can read lips.', ''],
  topics: 'birds, Ferry traffic',
  by: 'Ada Lovelace',
  how: 'Read both works.',
};

function linesOf(answers: object): readonly string[] {
  return Object.values(answers).flat(2);
}

const create = async (dir: string, lines: readonly string[]) =>
  runProgram('src/cli/new-claim.ts', [], {
    input: lines.map((line) => `${line}\n`).join(''),
    environment: { DATA_DIR: dir },
  });

const path = 'saltmarsh/claims/gulls-can-read-the-timetable.yaml';

test('answers from a pipe become a file that the packs take, shown before; it is not written twice', {
  timeout,
}, async () => {
  const dir = await copyPacks();
  const { code, out, err } = await create(dir, linesOf(typed));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const written = await readFile(`${dir}/${path}`, 'utf8');
  expect(out).toBe(
    `\n${written}\nWrote ${dir}/${path}. Hear it: npm run fact -- saltmarsh/gulls-can-read-the-timetable\n`,
  );
  const reading = await readPacks(dir, '2026-11-29');
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  const claim = [...(reading.packs[0]?.claims ?? [])].find(
    ({ id }) => id === 'gulls-can-read-the-timetable',
  );
  expect(claim).toMatchObject({
    claim: typed.claim,
    kind: 'fact',
    verdict: 'false',
    claimant: 'the Bay Gazette',
    sources: [
      { published: '2024-05', kind: 'reference', stance: 'refutes', quote: null },
      { published: null, kind: 'research', quote: 'No bird reads.' },
    ],
    wordings: ['can gulls read'],
    nearMisses: ['Gulls can read lips.'],
    topics: ['birds', 'ferry-traffic'],
    verification: { status: 'verified', by: ['Ada Lovelace'] },
  });
  const again = { ...typed, claim: 'Gulls can read maps.', id: 'gulls-can-read-the-timetable' };
  expect((await create(dir, linesOf(again))).err).toContain(
    'Line 3: id: saltmarsh/gulls-can-read-the-timetable is there already: choose another',
  );
  expect(await readFile(`${dir}/${path}`, 'utf8')).toBe(written);
});

test('a pipe that ends early is told what is missing, and nothing is written', {
  timeout,
}, async () => {
  const dir = await copyPacks();
  const before = await readdir(`${dir}/saltmarsh/claims`);
  const told = async (count: number): Promise<string> =>
    (await create(dir, linesOf(typed).slice(0, count))).err.split('\n')[0] ?? '';
  expect(await told(0)).toBe('The input ended, and pack is missing.');
  expect(await told(9)).toBe('The input ended, and sources[0].title is missing.');
  expect(await readdir(`${dir}/saltmarsh/claims`)).toEqual(before);
});

/** What somebody at a terminal is told after these answers; it ends when they press Ctrl-D. */
async function session(lines: readonly string[]) {
  const reading = await readPacks(await copyPacks(), today);
  if (!reading.ok) throw new Error('no packs');
  const said: string[] = [];
  const input = new PassThrough();
  const asking = askInTerminal({
    input,
    output: new PassThrough(),
    say: (text) => said.push(text.trim()),
  });
  input.end(lines.map((line) => `${line}\n`).join(''));
  const asked = await askForClaim(asking.ask, { packs: reading.packs, today }).catch(String);
  return { said, asked };
}

test.each([
  ['pack', ['krasner'], 'pack: there is none called “krasner” that holds a file for each claim'],
  ['claim', [''], 'claim: is empty: write it'],
  ['claim', ['x'.repeat(301)], 'claim: is 301 characters long: shorten it to at most 300'],
  [
    'claim',
    ['The ferry across the bay sails every ten minutes.'],
    /^claim: ".*" is also claim at saltmarsh/,
  ],
  [
    'id',
    ['Gulls!'],
    'id: "Gulls!" is not accepted: use lower-case letters, digits and single hyphens',
  ],
  [
    'id',
    ['ferry-every-ten-minutes'],
    'id: saltmarsh/ferry-every-ten-minutes is there already: choose another',
  ],
  ['kind', ['rumour'], /^kind: "rumour" is not a kind: use one of/],
  ['verdict', ['maybe'], /^verdict: "maybe" is not a verdict: use one of/],
  ['gist', ['x'.repeat(281)], /^gist: is 281 characters long/],
  ['sources', ['http://a.example/1'], /^sources\[0\]\.url: .* is not an https address/],
  [
    'sources',
    [['https://a.example/1', 'b.example', 'T', '', '', '', '']],
    /^sources\[0\]\.title: names b\.example/,
  ],
  [
    'sources',
    [['https://a.example/1', 'T', 'P', '2031', '']],
    'sources[0].published: "2031" lies in the future (today is 2026-11-22 UTC): correct the date',
  ],
  [
    'sources',
    [['https://a.example/1', 'T', 'P', '', '', '', 'word '.repeat(26)]],
    'sources[0].quote: has 26 words: shorten it to at most 25',
  ],
  [
    'wordings',
    ['The ferry across the bay sails every ten minutes'],
    /^wordings\[0\]: ".*" is also claim at saltmarsh/,
  ],
  ['nearMisses', ['can gulls read?'], /^nearMisses\[0\]: .* is also what this claim answers to/],
  ['topics', [','], 'topics: give at least one topic'],
  ['by', ['x'.repeat(101)], /^verification\.by\[0\]: is 101 characters long/],
])(
  'at a terminal, a mistaken answer to %s is told at once, and asked for again',
  async (field, mistaken, message) => {
    const lines = Object.entries(typed).flatMap(([name, answer]) => [
      ...(name === field ? mistaken.flat() : []),
      ...[answer].flat(2),
    ]);
    const { said } = await session(lines);
    const told = said.find((line) =>
      typeof message === 'string' ? line === message : message.test(line),
    );
    expect(told, said.join('\n')).toBeDefined();
  },
);

test('at a terminal, each question says what an empty answer stands for', async () => {
  const { said, asked } = await session(linesOf(typed));
  expect(asked).toMatchObject({ file: { claim: typed.claim } });
  expect(said).toContain('Its id, which also names the file. [gulls-can-read-the-timetable]');
  expect(said).toContain('Its stance to the claim: supports, refutes, context. [refutes]');
  expect(said.slice(0, 2)).toEqual([
    'The pack: saltmarsh. [saltmarsh]',
    'The claim: one neutral sentence, without its verdict.',
  ]);
});

test('never overwrites a file, be it one that no claim is in yet', { timeout }, async () => {
  const dir = await copyPacks();
  const lines = linesOf(typed);
  await writeFile(`${dir}/${path}`, '');
  const { code, err } = await create(dir, lines);
  expect(code).toBe(1);
  expect(err).toContain('The packs hold mistakes');
  expect(await readFile(`${dir}/${path}`, 'utf8')).toBe('');
});
