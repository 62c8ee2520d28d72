import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createState } from '../../src/storage/state/state.ts';
import { runProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { silentLog } from '../support/test-bot.ts';
import { testClock, testNow } from '../support/test-day.ts';

test('one question gets one answer', async () => {
  const { code, out } = await runProgram('src/cli/fact.ts', ['philly 562 homicides 2021']);
  expect(code).toBe(0);
  expect(out).toMatch(/^✓ True\n/);
  expect(out).toContain('krasner/philly-2021-562-homicides');
});

test('--json prints what was found as data, without escape codes', async () => {
  const { code, out } = await runProgram('src/cli/fact.ts', ['--json', 'is krasner anti-police?']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    outcome: 'match',
    claim: { ref: 'krasner/krasner-anti-police', verdict: 'opinion' },
  });
});

test.each([
  { flags: ['--short'], isWhole: false },
  { flags: ['--full'], isWhole: true },
  { flags: [], isWhole: true },
])('$flags tells the whole record: $isWhole', async ({ flags, isWhole }) => {
  const { code, out } = await runProgram('src/cli/fact.ts', [...flags, '562 homicides 2021']);
  expect(code).toBe(0);
  expect(out).toMatch(/^✓ True\n/);
  expect(out.includes('What else to know')).toBe(isWhole);
});

test('two forms of one answer are mistaken', async () => {
  const { code, err } = await runProgram('src/cli/fact.ts', ['--short', '--json', 'a claim']);
  expect(code).toBe(2);
  expect(err).toMatch(/^Give --short or --json, not both\.\n/);
});

test('without a question it says how to ask', async () => {
  const { code, err } = await runProgram('src/cli/fact.ts');
  expect(code).toBe(2);
  expect(err).toMatch(/^Say what to look up: npm run -s fact -- "a claim"\n/);
});

test('what was withdrawn in a chat is withdrawn in the terminal', async () => {
  const url = `sqlite:${await temporaryFolder()}/state.db`;
  const state = await createState(url, silentLog, { clock: testClock });
  const ref = 'krasner/philly-2021-562-homicides';
  const decision = { kind: 'retracted', ref, by: 'discord:7', why: 'Miscounted.' } as const;
  await state.decisions.add({ ...decision, at: testNow.toISOString() });
  await state.close();
  const { code, out } = await runProgram('src/cli/fact.ts', ['562 homicides 2021'], {
    environment: { STATE_URL: url },
  });
  expect(code).toBe(0);
  expect(out).toContain('Miscounted.');
  expect(out).not.toContain('True');
});

test('a question where no bot has run makes no state', async () => {
  const folder = await temporaryFolder();
  const environment = { STATE_URL: `sqlite:${folder}/state.db` };
  const { out } = await runProgram('src/cli/fact.ts', ['562 homicides 2021'], { environment });
  expect(out).toMatch(/^✓ True\n/);
  expect(await readdir(folder)).toEqual([]);
});

test('a state that can’t be read is said, instead of answering without what was decided', async () => {
  const environment = { STATE_URL: 'redis://127.0.0.1:1' };
  const question = ['562 homicides 2021'];
  const { code, out, err } = await runProgram('src/cli/fact.ts', question, { environment });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain("The state in redis://127.0.0.1:1 can't be reached");
});

test('--history tells what changed in a claim, also what was decided in the chats of a running bot', async () => {
  const url = `sqlite:${await temporaryFolder()}/state.db`;
  const state = await createState(url, silentLog, { clock: testClock });
  const ref = 'krasner/philly-2021-562-homicides';
  const decision = { kind: 'disputed', ref, by: 'discord:7', why: 'Miscounted.' } as const;
  await state.decisions.add({ ...decision, at: testNow.toISOString() });
  await state.close();
  const { code, out } = await runProgram('src/cli/fact.ts', ['--history', ref], {
    environment: { STATE_URL: url },
  });
  expect(code).toBe(0);
  expect(out).toMatch(/^History of this claim\n/);
  expect(out).toContain('Needs work: Miscounted.');
});
