import type { Day } from './calendar.ts';

/** Between the fingerprint of the files and the day. */
const until = '-until-';

/** Of packs that say something else from a day on, a set is only good until then. */
export function fingerprintUntil(filesFingerprint: string, day: Day | undefined): string {
  return day === undefined ? filesFingerprint : `${filesFingerprint}${until}${day}`;
}

/** Whether a set is of these files, and still good. */
export function isFingerprintOf(
  fingerprint: string,
  filesFingerprint: string,
  today: Day,
): boolean {
  const [of] = fingerprint.split(until);
  return of === filesFingerprint && isGoodOn(fingerprint, today);
}

/** Whether the day that a set waits for has not come, if it waits for any. */
export function isGoodOn(fingerprint: string, today: Day): boolean {
  const [, day] = fingerprint.split(until);
  return day === undefined || today < day;
}
