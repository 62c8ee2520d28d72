import type { Day } from '../claims/calendar.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { presentLookup } from '../reply/present-lookup.ts';
import { textsFor } from '../texts/texts.ts';
import { lookUp } from './look-up.ts';

/** After so many questions most of what answers them has been compiled; it takes some tenths of a second. */
const questions = 40;

/**
 * Asks what the claims say, and tells nobody: the first to ask after a start would otherwise wait for the compiler, and hold up all
 * others meanwhile.
 */
export async function warmUp(claims: ClaimSet, today: Day): Promise<void> {
  const t = textsFor(undefined);
  const step = Math.max(1, Math.floor(claims.claims.length / questions));
  for (let count = 0; count < questions; count += 1) {
    const claim = claims.claims.at(count * step);
    if (!claim) return;
    const finding = await lookUp(claims, `is it true that ${claim.claim}`, {});
    if (finding.outcome === 'match') presentLookup(finding, today, t, 'short');
  }
}
