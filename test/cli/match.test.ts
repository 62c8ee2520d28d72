import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

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
      env: { PATH: process.env.PATH },
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
