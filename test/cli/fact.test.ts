import { expect, test } from 'vitest';
import { runProgram } from '../support/program.ts';

test('one question gets one answer', async () => {
  const { code, out } = await runProgram('src/cli/fact.ts', ['philly 562 homicides 2021']);
  expect(code).toBe(0);
  expect(out).toMatch(/^✓ True\n/);
  expect(out).toContain('krasner/philly-2021-562-homicides');
});

test('--json prints the reply and the lookup', async () => {
  const { out } = await runProgram('src/cli/fact.ts', ['--json', 'is krasner anti-police?']);
  expect(JSON.parse(out)).toMatchObject({
    reply: { tone: 'opinion', title: '¶ Opinion, not rated' },
    lookup: { outcome: 'match', claim: { ref: 'krasner/krasner-anti-police' } },
  });
});

test('without a question it says how to ask', async () => {
  expect(await runProgram('src/cli/fact.ts')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Usage: npm run fact'),
  });
});

test('an option that it does not know is said in a sentence, without a stack', async () => {
  const { code, err } = await runProgram('src/cli/fact.ts', ['--jsn', 'a claim']);
  expect(code).toBe(1);
  expect(err).toMatch(/^Unknown option '--jsn'/m);
  expect(err).not.toContain('    at ');
});
