import { createRandom } from '../../src/measuring/random.ts';

/** How many pairs of steps are drawn for each deed; `KILLED_TWICE` draws more. */
export const killedTwice = (usually: number): number => Number(process.env.KILLED_TWICE ?? usually);

/** Pairs of numbers from 1 to `among`, without end and the same each time. */
export function* drawPairs({
  seed,
  among,
}: {
  readonly seed: number;
  readonly among: number;
}): Generator<readonly [number, number], never> {
  const random = createRandom(seed);
  const draw = (): number => 1 + Math.floor(random() * among);
  for (;;) yield [draw(), draw()];
}
