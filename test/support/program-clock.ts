import { testNow } from './test-day.ts';

// Preloaded into programs that tests start: for them it is `testNow` when they begin, and time goes on from there.
const SystemDate = Date;
const shiftMs = testNow.getTime() - SystemDate.now();

class ProgramDate extends SystemDate {
  constructor(...args: readonly [] | ConstructorParameters<DateConstructor>) {
    super(...((args.length > 0 ? args : [ProgramDate.now()]) as [number]));
  }

  static override now(): number {
    return SystemDate.now() + shiftMs;
  }
}

globalThis.Date = ProgramDate as DateConstructor;
