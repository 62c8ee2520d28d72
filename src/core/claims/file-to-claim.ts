import type { Claim, ClaimFile } from './claim.ts';
import type { PackAbout } from './pack.ts';
import { recheckDay } from './recheck.ts';

/** What a file says of a claim, with what its pack adds. */
export function fileToClaim(file: ClaimFile, pack: PackAbout): Claim {
  const { on, recheckDueOn = recheckDay(file, on, pack.recheckAfterDays) } = file.verification;
  return {
    ...file,
    verification: { ...file.verification, recheckDueOn },
    ref: `${pack.name}/${file.id}`,
    language: pack.language,
  };
}
