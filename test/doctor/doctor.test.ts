import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { doctor } from './run-doctor.ts';

describe('the doctor', () => {
  test('says how to start when nothing is configured', async () => {
    const { code, out, err } = await doctor();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('✔ Good: The settings hold no mistakes.');
    expect(out).toMatch(/✔ Good: \d+ claims in 2 packs, without mistakes\./);
    expect(out).toContain('· Note: STATE_URL is memory');
    expect(out).toContain('so the bot chats in the terminal: npm start.');
    expect(out).toMatch(/Nothing to fix\.\n$/);
  });

  test('lists mistaken settings, one a line, and looks at the packs all the same', async () => {
    const DATA_DIR = 'test/fixtures/packs/good';
    const { code, out } = await doctor({ DATA_DIR, ADMINS: 'bob', PORT: 'x', DISCORD_TOKE: 'x' });
    expect(code).toBe(1);
    expect(out).toBe(
      [
        '✘ Fix:  ADMINS "bob" names nobody: write discord:<user id> or slack:<member id>, separated by commas.',
        '✘ Fix:  PORT is not a port: use a whole number from 1 to 65535.',
        '✘ Fix:  DISCORD_TOKE is no setting: did you mean DISCORD_TOKEN?',
        '✔ Good: 12 claims in 1 pack, without mistakes.',
        'To fix: 3.\n',
      ].join('\n'),
    );
  });

  test('notes what looks like a setting and is none', async () => {
    const { out } = await doctor({ DISCORD_TOKE: 'hunter2' });
    expect(out).toContain('· Note: DISCORD_TOKE is no setting: did you mean DISCORD_TOKEN?');
    expect(out).not.toContain('hunter2');
  });

  test('names the mistakes in the packs, the first of many', async () => {
    const data = await temporaryFolder();
    await cp('data', data, { recursive: true });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
      await writeFile(join(data, `krasner/claims/${name}.yaml`), '[');
    const { code, out } = await doctor({ DATA_DIR: data });
    expect(code).toBe(1);
    expect(out).toMatch(/✘ Fix: {2}.*krasner\/claims\/a\.yaml:\d+:\d+ yaml: /);
    expect(out).toMatch(/more mistakes? in the packs: npm run validate lists all\./);
  });

  test('says when the state cannot be reached, without its password', async () => {
    const { code, out } = await doctor({ STATE_URL: 'redis://:hunter2@127.0.0.1:1' });
    expect(code).toBe(1);
    expect(out).toContain("✘ Fix:  The state in redis://127.0.0.1:1 can't be reached");
    expect(out).not.toContain('hunter2');
  });
});
