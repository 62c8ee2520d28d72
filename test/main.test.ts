import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runProgram, startProgram } from './support/program.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(
    folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })),
  );
});

async function copyOfData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'factbot-'));
  folders.push(folder);
  await cp('data', folder, { recursive: true });
  return folder;
}

describe('the program', () => {
  test('chats in the terminal when there is no token, and ends with its input', async () => {
    const input = [
      'did soros give krasner 1.45 million?',
      'krasner fired 31 prosecutors in his first week',
      'philly 562 homicides 2021',
      'is krasner anti-police?',
      'Bananas grow in Greenland.',
    ].join('\n');
    const { code, out, err } = await runProgram('src/main.ts', [], { input });
    // Nothing of the log comes between the prompt and the answers.
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect([...out.matchAll(/^(?:Claim: .*|No record)/gm)].map(([line]) => line)).toEqual([
      'Claim: krasner/soros-145m-2017',
      'Claim: krasner/fired-31-prosecutors-first-week',
      'Claim: krasner/philly-2021-562-homicides',
      'Claim: krasner/krasner-anti-police',
      'No record',
    ]);
  });

  test('--json answers every line with a line of JSON, and prints nothing else', async () => {
    const input = ['is krasner anti-police?', 'hello', '/fact-help'].join('\n');
    const { code, out } = await runProgram('src/main.ts', ['--json'], { input });
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({ outcome: 'match' }),
      { outcome: 'none', reason: 'nothing-to-check', nearest: [] },
      { reply: expect.objectContaining({ title: 'Ask me about a claim' }) },
    ]);
  });

  test('--short answers as in a chat, without it the whole record is told', async () => {
    const input = 'philly 562 homicides 2021';
    const [short, full] = await Promise.all([
      runProgram('src/main.ts', ['--short'], { input }),
      runProgram('src/main.ts', [], { input }),
    ]);
    expect(short.out).toContain('✓ True');
    expect(short.out).not.toContain('What else to know');
    expect(full.out).toContain('What else to know');
  });

  test('--json is mistaken where the bot is connected to a chat', async () => {
    const environment = { DISCORD_TOKEN: 'x'.repeat(30) };
    const { code, err } = await runProgram('src/main.ts', ['--json'], { environment });
    expect(code).toBe(2);
    expect(err).toMatch(/^--json is for the terminal/);
  });

  test('does nothing about an edited file until a reload, names file and line of a mistake, and undoes', async () => {
    const data = await copyOfData();
    const program = startProgram('src/main.ts', [], { DATA_DIR: data });
    const say = (line: string): unknown => program.child.stdin?.write(`${line}\n`);
    await program.shows('To connect Discord');

    await writeFile(join(data, 'krasner/claims/broken.yaml'), 'id: broken\nclaim: [\n');
    say('philly 562 homicides 2021');
    await program.shows('Claim: krasner/philly-2021-562-homicides');
    say('/fact-admin reload');
    await program.shows('Reload failed: the old claims are still in use');
    say('is krasner anti-police?');
    await program.shows('Claim: krasner/krasner-anti-police');

    await rm(join(data, 'krasner/claims/broken.yaml'));
    await rm(join(data, 'krasner/claims/krasner-anti-police.yaml'));
    say('/fact-admin reload');
    await program.shows('+0 −1 ~0 in krasner');
    say('/fact krasner/krasner-anti-police');
    say('/fact-admin undo');
    await program.shows('+1 −0 ~0 in krasner');

    program.child.stdin?.end();
    const { code, out } = await program.ended();
    expect(code).toBe(0);
    expect(out).toMatch(/krasner\/claims\/broken\.yaml:\d+:\d+/);
  });

  test('does not start with broken packs where it never had good ones, and lists the mistakes', async () => {
    const data = await copyOfData();
    await writeFile(join(data, 'krasner/claims/broken.yaml'), 'id: broken\n');
    const { code, err } = await runProgram('src/main.ts', [], { environment: { DATA_DIR: data } });
    expect(code).toBe(1);
    expect(err).toMatch(/broken\.yaml:1:1 verdict: /);
  });

  test('starts with broken packs from the last good set, and says so to operators', async () => {
    const data = await copyOfData();
    const environment = { DATA_DIR: data, STATE_URL: `sqlite:${data}-state.db` };
    folders.push(`${data}-state.db`);
    const good = await runProgram('src/main.ts', [], { environment });
    expect({ code: good.code, err: good.err }).toEqual({ code: 0, err: '' });
    await writeFile(join(data, 'krasner/claims/broken.yaml'), 'id: broken\n');
    const input = 'is krasner anti-police?\n/fact-admin status';
    const { code, out, err } = await runProgram('src/main.ts', [], { environment, input });
    expect(code).toBe(0);
    expect(out).toContain('Claim: krasner/krasner-anti-police');
    expect(out).toMatch(/The packs hold \d+ mistakes: the bot answers from the last good set/);
    expect(out).toMatch(/broken\.yaml:1:1 \w+: is missing/);
    expect(err).toContain('The packs can’t be used: answering from the last good set');
    expect(err).toMatch(/broken\.yaml:1:1/);
  });

  test('does not start with mistaken settings, and lists them without a stack', async () => {
    const environment = { ADMINS: 'bob', DISCORD_GUILD_ID: 'x' };
    const { code, err } = await runProgram('src/main.ts', [], { environment });
    expect(code).toBe(1);
    expect(err).toContain('ADMINS "bob" names nobody');
    expect(err).toContain('DISCORD_GUILD_ID is not a server id');
    expect(err).not.toContain('    at ');
  });

  test('does not start when the store cannot be reached, and does not tell its password', async () => {
    const environment = { STATE_URL: 'redis://:hunter2@127.0.0.1:1' };
    const { code, err } = await runProgram('src/main.ts', [], { environment });
    expect(code).toBe(1);
    expect(err).toContain('127.0.0.1:1');
    expect(err).not.toContain('hunter2');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s', async (signal) => {
    const program = startProgram('src/main.ts');
    await program.shows('For example');
    program.child.kill(signal);
    expect((await program.ended()).code).toBe(0);
  });
});
