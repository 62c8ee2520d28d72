import { inspect } from 'node:util';
import fc from 'fast-check';
import { measureLongestTurn } from '../../src/measuring/longest-turn.ts';

export interface FuzzRun {
  readonly runs: number;
  readonly seed: number;
}

export interface FuzzResult {
  /** Undefined when every input was read well; else the smallest one that was not, the seed and the error. */
  readonly failure: string | undefined;
  /** The input that held the event loop longest whenever it was read, and for how long, in milliseconds of CPU. */
  readonly worst: { readonly ms: number; readonly input: string };
}

/** A place where text or data from outside comes in. */
export interface FuzzTarget {
  readonly name: string;
  fuzz(run: FuzzRun): Promise<FuzzResult>;
}

/** What reads the inputs; it throws where one is not read as it should be. */
interface Reader<Input> {
  read(input: Input): unknown;
  /** Where it may show only later that an input was not read well, a smaller one is not looked for. */
  readonly isLate?: boolean;
  close?(): Promise<void>;
}

/**
 * How often an input is read that takes longer than all before it: the first to come wait for code to be compiled, and any
 * may for garbage to be collected. What an input costs by itself it costs every time.
 */
const timesRead = 4;

/** A place that needs nothing but its reader. */
export function fuzzTarget<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  read: (input: Input) => unknown,
): FuzzTarget {
  return openedTarget(name, inputs, () => ({ read }));
}

/** A place that has to be opened first, which it is when inputs are about to come in. */
export function openedTarget<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  open: () => Reader<Input> | Promise<Reader<Input>>,
): FuzzTarget {
  return {
    name,
    async fuzz({ runs, seed }) {
      let worst: { ms: number; input: Input } | undefined;
      const reader = await open();
      const unhandled = hearUnhandled();
      const property = fc.asyncProperty(inputs, async (input) => {
        let ms = Number.POSITIVE_INFINITY;
        for (let time = 0; time < timesRead && ms > (worst?.ms ?? -1); time += 1) {
          const { longestTurnMs } = await measureLongestTurn(async () => reader.read(input));
          unhandled.check();
          ms = Math.min(ms, longestTurnMs);
        }
        if (ms > (worst?.ms ?? -1)) worst = { ms, input };
      });
      try {
        const details = await fc.check(property, {
          numRuns: runs,
          seed,
          endOnFailure: reader.isLate ?? false,
        });
        return {
          failure: details.failed
            ? `${fc.defaultReportMessage(details)}\n${inspect(details.errorInstance)}`
            : undefined,
          worst: { ms: worst?.ms ?? 0, input: fc.stringify(worst?.input) },
        };
      } finally {
        await reader.close?.();
        unhandled.stop();
      }
    },
  };
}

/** A rejection that nobody handles ends the program, and so is a failure of the input that it comes with. */
function hearUnhandled() {
  const reasons: unknown[] = [];
  const note = (reason: unknown): void => void reasons.push(reason);
  process.on('unhandledRejection', note);
  return {
    check(): void {
      if (reasons.length === 0) return;
      throw new Error('A rejection was not handled', { cause: reasons.pop() });
    },
    stop: () => void process.off('unhandledRejection', note),
  };
}
