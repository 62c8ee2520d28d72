import { onTestFinished, vi } from 'vitest';

/** The day on which tests happen, whatever the calendar says. */
export const testDay = '2026-11-22';

/** Noon of that day, at which the clock of a test stands unless it moves it. */
export const testNow = new Date(`${testDay}T12:00:00Z`);

export const testClock = (): Date => testNow;

/**
 * Stops the date that stores and SDKs read by themselves at `testNow` until the test is over; timers go on. What comes
 * back moves it to so many milliseconds after `testNow`.
 */
export function stopDate(): (ms: number) => void {
  vi.useFakeTimers({ toFake: ['Date'], now: testNow });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return (ms) => vi.setSystemTime(testNow.getTime() + ms);
}
