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
