import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { environmentSchema } from '../../src/environment.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One of our programs in a process of its own, as a user starts it, with an environment of the test's making. */
export interface Program {
  readonly child: ChildProcess;
  /** Resolves once standard output or error holds the text. */
  shows(text: string): Promise<void>;
  ended(): Promise<Ended>;
}

const clock = new URL('program-clock.ts', import.meta.url);

const compiled = new URL('../../node_modules/.cache/test-programs', import.meta.url).pathname;

/** What programs that tests start see of the environment: where to find others, the time zone, and a clock of their own. */
export const bareEnvironment: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([key]) => /^(?:PATH|TZ|LD_PRELOAD|FAKETIME.*)$/.test(key)),
  ),
  NODE_OPTIONS: `--import=${clock}`,
  // Hundreds of programs are started; each compiles the same files, for a quarter of its time.
  NODE_COMPILE_CACHE: compiled,
};

/** For a program that checks the dates of requests, which are signed at the real time. */
export const atRealTime = { NODE_OPTIONS: '' } as const;

/** An empty value counts as unset, and wins over `.env`. */
const unset = Object.fromEntries(Object.keys(environmentSchema.shape).map((key) => [key, '']));

export function startProgram(
  script: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Program {
  return start([process.execPath, script, ...args], environment);
}

function start(
  [command = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Program {
  const child = spawn(command, args, {
    // The developer's own tokens must not reach a test, neither from the environment nor from `.env`.
    env: { ...bareEnvironment, ...unset, STATE_URL: 'memory:', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  let grown = Promise.withResolvers<void>();
  function onGrown(): void {
    grown.resolve();
    grown = Promise.withResolvers();
  }
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
    onGrown();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
    onGrown();
  });
  const exit = once(child, 'close').then(([code]): Ended => ({ code, out, err }));
  return {
    child,
    async shows(text) {
      while (!`${out}${err}`.includes(text)) {
        await Promise.race([
          grown.promise,
          exit.then((ended) => {
            throw new Error(`ended without showing “${text}”: ${JSON.stringify(ended)}`);
          }),
        ]);
      }
    },
    ended: () => exit,
  };
}

export async function runProgram(
  script: string,
  args: readonly string[] = [],
  { input = '', environment = {} }: { input?: string; environment?: Record<string, string> } = {},
): Promise<Ended> {
  const program = startProgram(script, args, environment);
  program.child.stdin?.end(input);
  return program.ended();
}

/** Whether `script` of util-linux is there, which gives a program a terminal of its own. */
export const hasTerminals = /util-linux/.test(
  spawnSync('script', ['--version']).stdout?.toString(),
);

/** The same at a terminal: all that it shows is `out`. */
export async function runAtTerminal(
  script: string,
  args: readonly string[] = [],
  { environment = {} }: { environment?: Record<string, string> } = {},
): Promise<Ended> {
  const command = [process.execPath, script, ...args].map((word) => `'${word}'`).join(' ');
  const program = start(['script', '-qec', command, '/dev/null'], environment);
  program.child.stdin?.end();
  return program.ended();
}
