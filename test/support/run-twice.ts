import { bareEnvironment, type Ended, runProgram } from './program.ts';

const onceMore = new URL('run-once-more.ts', import.meta.url);

/**
 * What the program says to either argument, from one start: most of its time goes into loading what both need. The first time
 * it must end by itself.
 */
export async function runTwice(
  script: string,
  first: string,
  second: string,
): Promise<readonly [Ended, Ended]> {
  const { code, out, err } = await runProgram(script, [first], {
    environment: {
      NODE_OPTIONS: `${bareEnvironment.NODE_OPTIONS} --import=${onceMore}`,
      THEN: second,
    },
  });
  const [firstOut = '', firstCode, secondOut] = out.split('\0');
  const [firstErr = '', , secondErr] = err.split('\0');
  if (secondOut === undefined || secondErr === undefined) {
    throw new Error(`did not end by itself: ${JSON.stringify({ code, out, err })}`);
  }
  return [
    { code: Number(firstCode), out: firstOut, err: firstErr },
    { code, out: secondOut, err: secondErr },
  ];
}
