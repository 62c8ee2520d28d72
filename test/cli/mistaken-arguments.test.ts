import { expect, test } from 'vitest';
import { runProgram } from '../support/program.ts';

const programs = [
  'doctor',
  'eval',
  'fact',
  'manifest',
  'match',
  'perturb',
  'schema',
  'train',
  'validate',
];

/** What a program says of its arguments; none of them may write a file or answer with a stack. */
async function told(program: string, args: readonly string[]): Promise<string> {
  const { code, err } = await runProgram(`src/cli/${program}.ts`, args);
  expect(code).toBeGreaterThan(0);
  expect(err).not.toMatch(/^ {4}at /m);
  return err;
}

test.each([...programs, 'bench'])('%s says which option it does not know', async (program) => {
  expect(await told(program, ['--colour', 'red'])).toContain("Unknown option '--colour'");
});

test.each(['eval', 'train'])('%s asks for the folder of the data', async (program) => {
  expect(await told(program, [])).toContain(`npm run ${program} -- --data DIR`);
});

test.each(['eval', 'train', 'bench'])('%s names the file that its data lacks', async (program) => {
  expect(await told(program, ['--data', '/nowhere'])).toMatch(
    /^\/nowhere\/\S+ can't be read: there is no such file\.\n$/,
  );
});

test.each(['match', 'perturb'])(
  '%s names the file of claims that is not there',
  async (program) => {
    expect(await told(program, ['--claims', 'nope.jsonl'])).toBe(
      "nope.jsonl can't be read: there is no such file.\n",
    );
  },
);

test('schema names the folder that is not there', async () => {
  expect(await told('schema', ['/nowhere'])).toContain("'/nowhere/");
});

test('numbers are told from words', async () => {
  expect(await told('perturb', ['--seed', 'x'])).toContain('--seed NUMBER');
  expect(await told('eval', ['--data', '/nowhere', '--limit', 'x'])).toContain('--limit 1000');
});
