import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEnvironment, runProgram } from '../support/program.ts';

let folder: string;
let claims: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factbot-match-'));
  claims = join(folder, 'claims.jsonl');
  const lines = [
    { id: 'bridge', text: 'The Harbour Bridge was closed for 12 days in May 2019.' },
    { id: 7, text: 'Mayor Odile Brandt cancelled the night tram.', title: null },
    {
      id: 'pool',
      text: 'Mayor Odile Brandt sold the Lido swimming pool.',
      body: 'The Lido is old.',
    },
  ];
  await writeFile(claims, lines.map((line) => JSON.stringify(line)).join('\n'));
});
afterAll(() => rm(folder, { recursive: true }));

function match(args: readonly string[], input: readonly string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/match.ts', '--claims', claims, ...args], {
      env: bareEnvironment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(output.trim().split('\n')));
    child.stdin.end(input.join('\n'));
  });
}

test('answers JSON lines in order, after a line that says that it is ready', async () => {
  const [ready = '', ...answers] = await match(
    [],
    [
      JSON.stringify({ id: 'a', text: 'did mayor brandt sell the lido swimming pool?', k: 2 }),
      JSON.stringify({ id: 2, text: 'was the night tram cancelled', exclude: ['7'] }),
      '{"id": 3}',
      JSON.stringify({ id: 4, text: 'what is the capital of France' }),
    ],
  );
  expect(JSON.parse(ready)).toMatchObject({ ready: true, claims: 3 });
  expect(JSON.parse(ready).buildSeconds).toBeGreaterThan(0);
  const parsed = answers.map((line) => JSON.parse(line));
  expect(parsed.map(({ id }) => id)).toEqual(['a', 2, null, 4]);
  expect(parsed[0]).toMatchObject({ outcome: 'match', differences: [] });
  expect(parsed[0].ranking[0].id).toBe('pool');
  expect(parsed[0].confidence).toBeGreaterThan(0.5);
  expect(parsed[1].ranking.map(({ id }: { id: string }) => id)).not.toContain('7');
  expect(parsed[2].error).toContain('text');
  expect(parsed[3].outcome).toBe('none');
});

test('shows people a table for lines of plain text', async () => {
  const lines = await match(
    ['--table'],
    ['the lido swimming pool was sold by mayor brandt', 'lol'],
  );
  expect(lines[0]).toMatch(/^match +\d+ % {2}the lido swimming pool/);
  expect(lines[1]).toContain('→ pool: Mayor Odile Brandt sold the Lido swimming pool.');
  expect(lines[2]).toMatch(/^nothing to check/);
});

test('says which line of the input is no JSON, and goes on', async () => {
  const [, ...answers] = await match(
    [],
    ['', '{"id": 1, "text":', '{"id": 2, "text": "the lido"}'],
  );
  expect(answers.map((line) => JSON.parse(line))).toEqual([
    { id: null, error: 'Line 2 of the input is no JSON.' },
    expect.objectContaining({ id: 2 }),
  ]);
});

test('names file, line and field of what is wrong with the claims', async () => {
  const broken = join(folder, 'broken.jsonl');
  const lines = ['{"id": "a", "text": "fine"}', '', '{"id": "b"', '{"text": 5}', '{"id": "c"}'];
  await writeFile(broken, [...lines, '{"id": 1, "text": "t", "wordings": [2]}'].join('\n'));
  expect(await runProgram('src/cli/match.ts', ['--claims', broken])).toEqual({
    code: 1,
    out: '',
    err: [
      `${broken} holds mistakes: 5.`,
      `${broken}:3:1 line: is no JSON object`,
      `${broken}:4:1 id: is missing`,
      `${broken}:4:1 text: is not a text`,
      `${broken}:5:1 text: is missing`,
      `${broken}:6:1 wordings[0]: is not a text`,
      '',
    ].join('\n'),
  });
});

test('does not list every line of a file of another kind', async () => {
  const table = join(folder, 'table.csv');
  await writeFile(table, 'id,text\n'.repeat(500));
  const { err } = await runProgram('src/cli/match.ts', ['--claims', table]);
  expect(err.trim().split('\n')).toHaveLength(11);
  expect(err).toContain('holds mistakes: 500. The first 10:');
});
