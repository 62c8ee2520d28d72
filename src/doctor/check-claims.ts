import type { Day } from '../core/claims/calendar.ts';
import { mistakeToText } from '../core/claims/mistake.ts';
import { readPacksApart } from '../storage/packs/read-packs-apart.ts';
import { count, type Finding, fix, good } from './finding.ts';

/** The rest are listed by `npm run validate`. */
const mistakesShown = 5;

export async function checkClaims(dataDir: string, today: Day): Promise<readonly Finding[]> {
  const reading = await readPacksApart(dataDir, today);
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
