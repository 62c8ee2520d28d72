import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { readModules } from '../../test/support/modules.ts';
import type { Mutant, Outcome } from './mutant.ts';

/** A mutant may never end; the tests of one take a few seconds. */
const patienceMs = 120_000;
const closingMs = 5_000;

/** Runs tests in the working directory, which is a copy that may be changed. */
export interface TestRun {
  /** Those of the tests that fail over the sources as they are: they can't notice a mutant. */
  findRed(tests: readonly string[]): Promise<ReadonlySet<string>>;
  /** Changes the file, runs the tests until one fails, and puts the file back. */
  try(mutant: Mutant): Promise<Outcome>;
  close(): Promise<void>;
}

/** Vitest would run those first that took longest. */
class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}

export function openTestRun(): TestRun {
  const sources = readModules(['commands', 'src', 'test']).map(({ path }) => resolve(path));
  let open: Promise<Vitest> | undefined;

  async function start(): Promise<Vitest> {
    const sequence = { sequencer: AsGiven };
    const vitest = await createVitest({
      watch: false,
      bail: 1,
      maxWorkers: 1,
      reporters: [{}],
      sequence,
    });
    await vitest.standalone();
    return vitest;
  }

  /** The files of which a test failed. */
  async function run(tests: readonly string[]): Promise<readonly string[]> {
    open ??= start();
    const vitest = await open;
    const wanted = tests.map((test) => resolve(test));
    const found = await vitest.globTestSpecifications([...tests]);
    const place = ({ moduleId }: TestSpecification) => wanted.indexOf(moduleId);
    await vitest.runTestSpecifications(
      found.filter((one) => place(one) >= 0).toSorted((one, other) => place(one) - place(other)),
    );
    return vitest.state
      .getTestModules()
      .filter((module) => wanted.includes(module.moduleId) && module.state() === 'failed')
      .map(({ relativeModuleId }) => relativeModuleId);
  }

  async function write(file: string, source: string): Promise<void> {
    writeFileSync(file, source);
    const vitest = await open;
    vitest?.invalidateFile(resolve(file));
    // A worker keeps what it has imported from one run to the next, and much may rest on the file.
    for (const path of sources) vitest?.watcher.invalidates.add(path);
  }

  async function close(): Promise<void> {
    const vitest = await open;
    open = undefined;
    // Vitest waits for the worker, which may be the one that never ends.
    await Promise.race([vitest?.close(), pause(closingMs)]);
  }

  return {
    async findRed(tests) {
      const red = new Set<string>();
      for (;;) {
        // The first that fails ends a run.
        const failed = await run(tests.filter((test) => !red.has(test)));
        if (failed.length === 0) return red;
        for (const test of failed) red.add(test);
      }
    },
    async try(mutant) {
      const before = readFileSync(mutant.file, 'utf8');
      await write(mutant.file, mutant.source);
      const { promise: tooLong, resolve: giveUp } = Promise.withResolvers<'timed out'>();
      const timer = setTimeout(giveUp, patienceMs, 'timed out');
      const end = await Promise.race([
        run(mutant.tests).then((failed) => (failed.length === 0 ? 'survived' : 'killed')),
        tooLong,
      ]);
      clearTimeout(timer);
      if (end === 'timed out') await close();
      await write(mutant.file, before);
      return { mutant, end };
    },
    close,
  };
}
