import { execFile } from 'node:child_process';
import { cp, readFile, symlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { bareEnvironment } from './support/program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** What people would have of a clone; only `data` is written to. */
const untouched = ['package.json', 'bin', 'commands', 'docs', 'node_modules', 'src'];

/** The lines to type of a section of the README, recipe by recipe. */
async function recipesIn(heading: string): Promise<readonly (readonly string[])[]> {
  const readme = await readFile('README.md', 'utf8');
  const [section = ''] = readme.split(`\n## ${heading}\n`).slice(1).join('').split('\n## ');
  return section
    .split(/\n\n(?! {4})/)
    .map((part) => part.split('\n').flatMap((line) => line.match(/^ {4}(.+)/)?.[1] ?? []))
    .filter((lines) => lines.length > 0);
}

test('each recipe of the README answers its first question', async () => {
  const clone = await temporaryFolder();
  for (const name of untouched) await symlink(resolve(name), `${clone}/${name}`);
  await cp('data', `${clone}/data`, { recursive: true });
  const recipes = await recipesIn('Bring your claims');
  const type = async (line: string): Promise<string> => {
    const env = { ...bareEnvironment, STATE_URL: 'memory:' };
    const { stdout } = await promisify(execFile)('sh', ['-c', line], { cwd: clone, env });
    return stdout;
  };
  const said: string[] = [];
  for (const lines of recipes) {
    const outputs: string[] = [];
    for (const line of lines) outputs.push(await type(line));
    said.push(outputs.at(-1) ?? '');
  }
  expect(said.map((text) => text.trim().split('\n')[0])).toEqual([
    '✗ The Bird Desk: “False”',
    '◔ Coast Check: “Mostly false”',
    '✗ False',
  ]);
  expect(said[0]).toContain('They know the bags that chips come in');
  expect(said[1]).toContain('https://coastcheck.example/2025/lighthouse');
  expect(said[2]).toContain('bill of the clockmaker');
}, 120_000);
