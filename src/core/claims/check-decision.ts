import { UserError } from '../texts/user-error.ts';
import { dayOf } from './calendar.ts';
import type { Claim, ClaimFile } from './claim.ts';
import { claimProblems } from './claim-problems.ts';
import type { ClaimSet } from './claim-set.ts';
import type { EditorialDecision } from './decisions.ts';
import { layDecision } from './lay-decisions.ts';
import { claimToRevision } from './revision.ts';

/**
 * Whether a decision can be taken over the claims in use.
 * @throws {UserError} where the claim is gone or has changed, where a draft is verified by somebody who wrote on it, and where what
 * would come of it breaks the rules of the packs.
 */
export function checkDecision(decision: EditorialDecision, set: ClaimSet): void {
  const pack = set.packs.find(({ name }) => decision.ref.startsWith(`${name}/`));
  if (!pack) throw new UserError('button.gone');
  const today = dayOf(new Date(decision.at));
  const claim = set.find(decision.ref);
  if (decision.kind === 'drafted') {
    if (claim) throw new UserError('draft.taken', { claim: decision.ref });
    refuse(claimProblems(decision.draft, pack, set.packs, today));
    return;
  }
  if (!claim) throw new UserError('button.gone');
  if (decision.kind === 'confirmed') {
    if (claimToRevision(claim).revision !== decision.revision)
      throw new UserError('decide.changed');
    if (isDraftOf(claim, decision.by)) throw new UserError('decide.secondPerson');
  }
  const problemsOf = (each: Claim): readonly string[] =>
    claimProblems(claimToFile(each), pack, set.packs, today);
  // What was wrong before does not keep anybody from withdrawing a claim.
  const before = new Set(problemsOf(claim));
  refuse(problemsOf(layDecision(claim, decision)).filter((problem) => !before.has(problem)));
}

/** Whether the person wrote it, and so can't be the second to look at it. */
function isDraftOf({ verification, history }: Claim, person: string): boolean {
  if (verification.status !== 'draft') return false;
  return verification.by.includes(person) || history[0]?.by === person;
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0)
    throw new UserError('decide.mistakes', { problems: problems.join('\n') });
}

/** A claim as its file says it. */
function claimToFile({ ref: _, language: __, ...file }: Claim): ClaimFile {
  return file;
}
