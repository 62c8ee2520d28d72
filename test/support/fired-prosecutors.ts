import type { Statement } from '../../src/matching/matcher.ts';

/** A claim with a number, a name and a time, and two wordings of which one says less. */
export const fired: Statement = {
  id: 'fired',
  text: 'Larry Krasner fired 31 prosecutors in his first week in office.',
  wordings: [
    'krasner cleaned house 31 lawyers gone',
    'Larry Krasner fired 31 prosecutors days after taking office',
  ],
};
