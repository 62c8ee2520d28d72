import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bareEnvironment } from './support/program.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** What the doctor says of the settings, run by npm's own words in a folder of its own. */
async function doctorIn(folder: string, environment: Record<string, string> = {}) {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  const args = String(scripts.doctor)
    .split(' ')
    .slice(1)
    .map((word) => (/\.(?:cjs|ts)$/.test(word) ? resolve(word) : word));
  const env = { ...bareEnvironment, DATA_DIR: resolve('data'), ...environment };
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr };
}

describe('.env', () => {
  test('is read where it is, byte order mark or not, and the environment wins', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, '.env'), '\uFEFFADMINS=bob\nPORT="x" # a port\n');
    const { out } = await doctorIn(folder);
    expect(out).toContain('ADMINS "bob" names nobody');
    expect(out).toContain('PORT is not a port');
    const { out: won } = await doctorIn(folder, { ADMINS: 'discord:1', PORT: '' });
    expect(won).toContain('The settings hold no mistakes.');
  });

  test('need not be there, and nobody is warned', async () => {
    const { out, err } = await doctorIn(await temporaryFolder());
    expect(out).toContain('The settings hold no mistakes.');
    expect(err).toBe('');
  });

  test('that can’t be read is said in a sentence', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '.env'));
    const { out } = await doctorIn(folder);
    expect(out).toMatch(/✘ Fix: {2}\.env can't be read \(EISDIR.*\): repair it, or remove it\.\n/);
    const text = await temporaryFolder();
    await writeFile(join(text, '.env'), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    expect((await doctorIn(text)).out).toContain(
      ".env can't be read (The encoded data was not valid",
    );
  });
});
