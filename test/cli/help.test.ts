import { describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { runProgram } from '../support/program.ts';
import { runTwice } from '../support/run-twice.ts';

/** Scripts that only pass on to tools of others, which have a help of their own. */
const toolsOfOthers = /\b(?:vitest|tsc|biome)\b/;

const programs = Object.entries(packageFile.scripts)
  .filter(([, script]) => !toolsOfOthers.test(script))
  .map(([name, script]) => ({ name, script }));

/** What `npm run` starts, without npm. */
function fileOf(script: string): string {
  const [, file = ''] = script.match(/^node bin\/launch\.cjs (\S+\.ts)$/) ?? [];
  if (!file) throw new Error(`“${script}” is not one program of ours.`);
  return file;
}

describe.concurrent.each(programs)('npm run $name', ({ name, script }) => {
  const typed = name === 'start' ? 'npm start' : `npm run ${name}`;
  let runs: ReturnType<typeof runTwice> | undefined;
  const started = () => {
    runs ??= runTwice(fileOf(script), '--help', '--hlep');
    return runs;
  };

  test('--help gives the flags, an example and the exit codes, and does nothing else', async ({
    expect,
  }) => {
    const [{ code, out, err }] = await started();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.replaceAll('npm run -s', 'npm run')).toContain(`Usage: ${typed} -- `);
    expect(out).toMatch(/^ {2}--help, -h {2,}\S/m);
    expect(out.replaceAll('npm run -s', 'npm run')).toMatch(
      new RegExp(`^Examples\\n {2}${typed}`, 'm'),
    );
    expect(out).toMatch(/^Exit codes\n {2}0 {2}\S.*\n {2}1 {2}\S.*\n {2}2 {2}\S/m);
  });

  test('an unknown flag is mistaken: it says which was meant, and where to read on', async ({
    expect,
  }) => {
    const [, { code, out, err }] = await started();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replaceAll('npm run -s', 'npm run')).toBe(
      `There is no option --hlep: did you mean --help?\nHow it is used: ${typed} -- --help\n`,
    );
  });
});

test('a flag that resembles none is named all the same', async () => {
  const { code, err } = await runProgram('src/cli/validate.ts', ['--colour', 'red']);
  expect(code).toBe(2);
  expect(err).toMatch(/^There is no option --colour\.\n/);
});

test('a flag without its value, and an argument too many, are mistaken', async () => {
  const withoutValue = await runProgram('src/cli/match.ts', ['--claims']);
  expect(withoutValue.code).toBe(2);
  expect(withoutValue.err).toMatch(/^Option '--claims <value>' argument missing/);
  const tooMany = await runProgram('src/cli/doctor.ts', ['please']);
  expect(tooMany.code).toBe(2);
  expect(tooMany.err).toMatch(/^Unexpected argument 'please'/);
});
