import type { Claim } from '../claims/claim.ts';
import { holdsText } from '../claims/claim-texts.ts';
import { type TextKind, textKinds } from '../claims/decisions.ts';
import { reportDeclineReasons } from '../ports/reports.ts';
import { presentOthers } from '../reply/present-reload.ts';
import type { Answer } from '../reply/reply.ts';
import type { WaitingReport } from '../requests/report-desk.ts';
import { UserError } from '../texts/user-error.ts';
import { claimById } from './claim-by-id.ts';
import type { CommandContext } from './command.ts';

/** What an operator can make of a report: right, as one of the first two, or declined. */
export const reportOutcomes = [...textKinds, ...reportDeclineReasons] as const;

/**
 * Settles a report of a wrong match. One that is right changes a claim at once, like all that is decided in a chat.
 * @throws {UserError} for a report or claim that is none, and where the rules of the packs forbid it.
 */
export async function settleReport(context: CommandContext): Promise<Answer> {
  const { services, options, t } = context;
  const report = await services.reports.find(String(options.report));
  const kind = textKinds.find((each) => each === options.decision);
  if (kind) return takeText(report, kind, context);
  const reason = reportDeclineReasons.find((each) => each === options.decision);
  if (!reason) throw new UserError('mistake.missingOption', missingDecision);
  await services.reports.resolve(report.id, { kind: 'declined', reason });
  return {
    tone: 'neutral',
    title: t('admin.report.declined'),
    blocks: [{ kind: 'text', text: t('admin.reportDeclined') }],
  };
}

const missingDecision = { option: 'decision', command: 'fact-admin' };

async function takeText(
  { id, ref, text }: WaitingReport,
  kind: TextKind,
  context: CommandContext,
): Promise<Answer> {
  const { services, user, t } = context;
  if (text === undefined) throw new UserError('admin.reportHasNoText');
  const claim = claimMeant(kind, ref, context);
  // Where it stands in the claim already, there is nothing to decide.
  const others = holdsText(claim, kind, text)
    ? []
    : (await services.library.decide({ kind, ref: claim.ref, by: user, text })).others;
  await services.reports.resolve(id, { kind, ref: claim.ref });
  return {
    tone: 'neutral',
    title: t(`admin.report.${kind}`),
    blocks: [
      { kind: 'quote', text },
      { kind: 'fields', fields: [{ name: t('claim.ref'), value: claim.ref }] },
      { kind: 'text', text: t('decide.holds', { command: 'npm run packs:write' }) },
      ...presentOthers(others, t),
    ],
  };
}

/** A near miss is one of the claim that was shown; the claim that a wording makes is named. */
function claimMeant(
  kind: TextKind,
  shown: WaitingReport['ref'],
  { options, allClaims }: CommandContext,
): Claim {
  if (kind === 'wording') {
    if (options.claim === undefined)
      throw new UserError('admin.wordingOfWhat', { example: 'pack/claim' });
    return claimById(String(options.claim), allClaims);
  }
  const claim = allClaims.find(shown);
  if (!claim) throw new UserError('button.gone');
  return claim;
}
