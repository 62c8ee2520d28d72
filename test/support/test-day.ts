/** The day on which tests happen, whatever the calendar says. */
export const testDay = '2026-11-29';

/** Noon of that day, at which the clock of a test stands unless it moves it, and the clock of a program starts. */
export const testNow = new Date(`${testDay}T12:00:00Z`);

export const testClock = (): Date => testNow;
