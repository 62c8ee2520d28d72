import { expect, test } from 'vitest';
import { runProgram } from '../support/program.ts';

/** What a program says of its arguments; none of them may write a file or answer with a stack. */
async function told(program: string, args: readonly string[]): Promise<string> {
  const { code, err } = await runProgram(`src/cli/${program}.ts`, args);
  expect(code).toBeGreaterThan(0);
  expect(err).not.toMatch(/^ {4}at /m);
  return err;
}

test.each(['train'])('%s asks for the folder of the data', async (program) => {
  expect(await told(program, [])).toBe(
    `Say where the data is: --data DIR.\nHow it is used: npm run ${program} -- --help\n`,
  );
});

test.each(['eval', 'train'])('%s names the file that its data lacks', async (program) => {
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

test('a value that is none of those there are is told with them', async () => {
  expect(await told('perturb', ['--seed', 'x'])).toContain('--seed x is no number.');
  expect(await told('eval', ['--data', '/nowhere', '--limit', 'x'])).toContain('--limit x is no');
  expect(await told('match', ['--strictness', 'lax'])).toContain('strict, balanced or lenient');
  expect(await told('manifest', ['--url', 'http://host'])).toContain('of the form https://host');
  expect(await told('manifest', ['--many'])).toContain('--many needs --url');
});
