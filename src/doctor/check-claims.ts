import { mistakeToText } from '../core/claims/mistake.ts';
import type { PackReading } from '../core/claims/pack-reading.ts';
import { count, type Finding, fix, good } from './finding.ts';

/** The rest are listed by `npm run validate`. */
const mistakesShown = 5;

export function checkClaims(reading: PackReading): readonly Finding[] {
  if (reading.ok) {
    const claims = reading.packs.reduce((sum, pack) => sum + pack.claims.length, 0);
    const packs = count(reading.packs.length, 'pack');
    return [good(`${count(claims, 'claim')} in ${packs}, without mistakes.`)];
  }
  const { mistakes } = reading;
  const left = mistakes.length - mistakesShown;
  return [
    ...mistakes.slice(0, mistakesShown).map((mistake) => fix(mistakeToText(mistake))),
    ...(left > 0
      ? [fix(`${count(left, 'more mistake')} in the packs: npm run validate lists all.`)]
      : []),
  ];
}
