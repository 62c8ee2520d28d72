import { resolve } from 'node:path';
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import type { Mutant, Outcome } from './mutant.ts';

/** Vitest would run those first that took longest. */
class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}

/** A mutant may never end; the tests of one take a few seconds. */
const patienceMs = 120_000;

/** Runs tests over changed sources: a change is served in place of the file, which stays as it is. */
export interface TestRun {
  /** @throws when one of these tests fails over the sources as they are: then it can't notice a mutant. */
  prove(tests: readonly string[]): Promise<void>;
  try(mutant: Mutant): Promise<Outcome>;
  close(): Promise<void>;
}

export function openTestRun(): TestRun {
  let changed: { readonly path: string; readonly source: string } | undefined;
  let open: Promise<Vitest> | undefined;

  async function start(): Promise<Vitest> {
    const vitest = await createVitest(
      'test',
      { watch: false, bail: 1, maxWorkers: 1, reporters: [{}], sequence: { sequencer: AsGiven } },
      {
        plugins: [
          {
            name: 'mutant',
            enforce: 'pre',
            load: (id) => (id === changed?.path ? changed.source : undefined),
          },
        ],
      },
    );
    await vitest.standalone();
    return vitest;
  }

  /** The files of which a test failed. */
  async function run(tests: readonly string[]): Promise<readonly string[]> {
    open ??= start();
    const vitest = await open;
    const wanted = new Set(tests.map((test) => resolve(test)));
    const found = await vitest.globTestSpecifications([...tests]);
    const order = [...wanted];
    await vitest.runTestSpecifications(
      found
        .filter(({ moduleId }) => wanted.has(moduleId))
        .toSorted((one, other) => order.indexOf(one.moduleId) - order.indexOf(other.moduleId)),
    );
    return vitest.state
      .getTestModules()
      .filter((module) => wanted.has(module.moduleId) && module.state() === 'failed')
      .map(({ relativeModuleId }) => relativeModuleId);
  }

  async function close(): Promise<void> {
    const vitest = await open;
    open = undefined;
    await vitest?.close();
  }

  return {
    async prove(tests) {
      const failed = await run(tests);
      if (failed.length === 0) return;
      throw new Error(`Red before anything was changed: mend ${failed.join(', ')} first.`);
    },
    async try(mutant) {
      changed = { path: resolve(mutant.file), source: mutant.source };
      (await open)?.invalidateFile(changed.path);
      const { promise: tooLong, resolve: giveUp } = Promise.withResolvers<'timed out'>();
      const timer = setTimeout(giveUp, patienceMs, 'timed out');
      const end = await Promise.race([
        run(mutant.tests).then((failed) => (failed.length === 0 ? 'survived' : 'killed')),
        tooLong,
      ]);
      clearTimeout(timer);
      const { path } = changed;
      changed = undefined;
      if (end === 'timed out') await close();
      else (await open)?.invalidateFile(path);
      return { mutant, end };
    },
    close,
  };
}
