import { testNow } from '../../support/test-day.ts';

/** A clock that stands still until it is moved. */
export function createClock(start = testNow): {
  readonly now: () => Date;
  readonly pass: (ms: number) => void;
} {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    pass(ms) {
      time += ms;
    },
  };
}
