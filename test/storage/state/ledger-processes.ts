import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { StreamOptions } from '../../../src/core/ports/ledger.ts';
import { startProgram } from '../../support/program.ts';

/** Another process over the same store. */
export interface LedgerProcess {
  /** Has it do one of the jobs of `ledger-process.ts`; resolves with what came of it. */
  does(job: string, values?: readonly unknown[]): Promise<readonly unknown[]>;
  /** Ends it without warning. */
  kill(): Promise<void>;
}

/** Several processes that are ready at the same time, and gone when the test is over. */
export function startLedgerProcesses(
  count: number,
  url: string,
  stream: string,
  options: StreamOptions,
): Promise<readonly LedgerProcess[]> {
  return Promise.all(Array.from({ length: count }, () => start(url, stream, options)));
}

async function start(url: string, stream: string, options: StreamOptions): Promise<LedgerProcess> {
  const program = startProgram('test/storage/state/ledger-process.ts', [
    url,
    stream,
    JSON.stringify(options),
  ]);
  const { child } = program;
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await program.ended();
  };
  onTestFinished(kill);
  if (!child.stdout) throw new Error('The process has no output');
  const lines = createInterface({ input: child.stdout });
  const nextLine = async (): Promise<readonly unknown[]> => {
    const failed = program.ended().then(({ err }) => {
      throw new Error(`The process ended: ${err}`);
    });
    const [line] = await Promise.race([once(lines, 'line'), failed]);
    return z.array(z.unknown()).parse(JSON.parse(String(line)));
  };
  await nextLine();
  return {
    does(job, values = []) {
      const done = nextLine();
      child.stdin?.write(`${JSON.stringify([job, values])}\n`);
      return done;
    },
    kill,
  };
}
