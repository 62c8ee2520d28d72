import type { Command } from '../src/core/bot/command.ts';
import { claimOption, namedClaim } from '../src/core/bot/verify-claim.ts';
import { dayOf } from '../src/core/claims/calendar.ts';
import { hasVerdict, verificationOn } from '../src/core/claims/verification.ts';
import { presentHiddenHistory, presentHistory } from '../src/core/reply/present-history.ts';
import { phrase } from '../src/core/texts/texts.ts';

/** More changes of one claim are not looked at. */
const mostChanges = 100;

/** Tells what changed in a claim, when, by whom and why, with the text before. */
export const factHistory: Command = {
  name: 'fact-history',
  description: phrase('command.history'),
  options: [claimOption],
  async run({ options, claims, services, user, isOperator, now, t }) {
    const claim = namedClaim(String(options.claim), claims);
    const today = dayOf(now);
    if (!hasVerdict(verificationOn(claim, today)) && !isOperator(user)) {
      return presentHiddenHistory(claim, today, t);
    }
    return presentHistory(claim, await services.changes.about(claim.ref, mostChanges), today, t);
  },
};
