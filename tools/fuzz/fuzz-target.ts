import fc from 'fast-check';

export interface FuzzRun {
  readonly runs: number;
  readonly seed: number;
}

export interface FuzzResult {
  /** Undefined when every input was read well; else the smallest one that was not, the seed and the error. */
  readonly failure: string | undefined;
  readonly worst: { readonly ms: number; readonly input: string };
}

/** A place where text or data from outside comes in. */
export interface FuzzTarget {
  readonly name: string;
  fuzz(run: FuzzRun): Promise<FuzzResult>;
}

/** `read` throws where an input is not read as it should be. */
export function fuzzTarget<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  read: (input: Input) => unknown,
): FuzzTarget {
  return {
    name,
    async fuzz({ runs, seed }) {
      let worst: { ms: number; input: Input } | undefined;
      const property = fc.asyncProperty(inputs, async (input) => {
        const before = process.threadCpuUsage();
        await read(input);
        const { user, system } = process.threadCpuUsage(before);
        const ms = (user + system) / 1000;
        if (ms > (worst?.ms ?? -1)) worst = { ms, input };
      });
      const details = await fc.check(property, { numRuns: runs, seed });
      return {
        failure: details.failed ? fc.defaultReportMessage(details) : undefined,
        worst: { ms: worst?.ms ?? 0, input: fc.stringify(worst?.input) },
      };
    },
  };
}
