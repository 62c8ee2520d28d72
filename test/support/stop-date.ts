import { onTestFinished, vi } from 'vitest';
import { testNow } from './test-day.ts';

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
