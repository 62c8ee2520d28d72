import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { claimToStatement } from '../core/claims/claim-to-statement.ts';
import { MistakesError } from '../core/claims/mistakes-error.ts';
import type { Statement } from '../matching/matcher.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import { systemClock } from '../system-clock.ts';

/**
 * The claims of the packs in DATA_DIR, as the bot gives them to the matcher.
 * @throws {MistakesError} when the packs hold a mistake.
 */
export async function statementsOfPacks(): Promise<readonly Statement[]> {
  const reading = await readPacksOnce(loadConfig().dataDir, dayOf(systemClock()));
  if (reading.ok)
    return reading.packs.flatMap(({ claims }) => Array.from(claims, claimToStatement));
  const { mistakes } = reading;
  throw new MistakesError(`The packs hold mistakes: ${mistakes.length}.`, mistakes);
}
