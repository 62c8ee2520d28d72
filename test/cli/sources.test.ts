import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/core/claims/calendar.ts';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { copyPacks } from '../storage/packs/edited-packs.ts';
import { hasTerminals, runAtTerminal, runProgram } from '../support/program.ts';
import { addTablePack } from '../support/table-pack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testNow } from '../support/test-day.ts';

const today = dayOf(testNow);

/** Packs whose sources were all looked at before, so that nothing is fetched. */
async function lookedAt(state: 'holds' | 'dead', why = 'answers with 404') {
  const dir = await copyPacks();
  const tableNow = await addTablePack(dir);
  const reading = await readPacks(dir, today);
  if (!reading.ok) throw new Error('the packs hold mistakes');
  const cache = join(await temporaryFolder(), 'sources.jsonl');
  const claims = reading.packs.flatMap((pack) => [...pack.claims]);
  const lines = claims
    .flatMap(({ sources }) => sources)
    .flatMap(({ url, quote }) =>
      url === null ? [] : JSON.stringify({ url, quote, checkedOn: today, state, why }),
    );
  await writeFile(cache, `${lines.join('\n')}\n`);
  const textOf = async (): Promise<string> =>
    (
      await Promise.all(
        claims
          .filter(({ ref }) => ref.startsWith('saltmarsh/'))
          .map(({ ref }) => readFile(join(dir, `${ref.replace('/', '/claims/')}.yaml`), 'utf8')),
      )
    ).join('');
  const environment = { DATA_DIR: dir };
  const program = 'src/cli/sources.ts';
  return {
    textOf,
    tableNow,
    run: (...args: readonly string[]) =>
      runProgram(program, ['--cache', cache, ...args], { environment }),
    watch: () => runAtTerminal(program, ['--cache', cache], { environment }),
  };
}

test('sources that hold are counted, with no progress bar in a pipe, and nothing is written', async () => {
  const { run, textOf } = await lookedAt('holds');
  const before = await textOf();
  const { code, out, err } = await run();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^\d+ sources: \d+ holds, 0 changed, 0 dead, 0 unknown\n$/);
  expect(await textOf()).toBe(before);
});

test.skipIf(!hasTerminals)(
  'whoever watches at a terminal sees on one line how far it is, and then what was found',
  async () => {
    const { watch } = await lookedAt('holds');
    const { code, out } = await watch();
    expect(code).toBe(0);
    const [bar = '', report = ''] = out.split('\r\n');
    const steps = bar.split('\r').slice(1);
    const [, of] = report.match(/^(\d+) sources: \d+ holds, 0 changed/) ?? [];
    expect(steps).toHaveLength(Number(of));
    expect(steps[0]).toMatch(new RegExp(`^█*░+ 1/${of}$`));
    expect(steps.at(-1)).toBe(`${'█'.repeat(30)} ${of}/${of}`);
  },
);

test('sources that are gone are named with what they decide, and --write makes their claims due', async () => {
  const { run, textOf, tableNow } = await lookedAt('dead');
  const table = await tableNow();
  const { code, out } = await run('--write');
  expect(code).toBe(1);
  expect(out).toMatch(
    /^saltmarsh\/\S+ sources\[\d\]: dead, and it decides: https:\S+ \(answers with 404\)$/m,
  );
  expect(out).toMatch(/^To be checked again: saltmarsh\//m);
  expect(await textOf()).toContain(`recheckDueOn: ${today}`);
  expect(out).toContain(
    'Not written: what was found of the sources of town, whose claims come from checks.csv. To correct one, change checks.csv yourself.\n',
  );
  expect(await tableNow()).toEqual(table);
});

test('an age that is none is mistaken', async () => {
  const { run } = await lookedAt('holds');
  expect(await run('--max-age', 'week')).toMatchObject({ code: 2 });
});

test('nothing that a site says steers the terminal', async () => {
  const { run } = await lookedAt('dead', 'is \u001B]0;taken\u0007\n::error::taken \u202Ex');
  const { out } = await run();
  expect(out).toContain('taken');
  for (const steering of ['\u001B', '\u0007', '\u202E', '\n::error::']) {
    expect(out).not.toContain(steering);
  }
});
