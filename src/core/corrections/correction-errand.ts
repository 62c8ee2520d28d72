import { z } from 'zod';
import type { ClaimRef } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { changeForReaders, claimToTold } from '../claims/told-claim.ts';
import type { Errand, ErrandTools } from '../outbox/errand.ts';
import { lookFor, say, whatWasSaid } from '../outbox/say.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { OutboxStep } from '../ports/outbox.ts';
import type { Receipts, ShownAnswer, StandingReceipt } from '../ports/receipts.ts';
import { NotSentError, type NotSentReason } from '../ports/sender.ts';
import type { ToldClaims } from '../ports/told-claims.ts';
import type { Answer, Reply } from '../reply/reply.ts';
import { textsFor } from '../texts/texts.ts';
import type { CorrectionSettings, Corrections } from './create-corrections.ts';
import { type Correction, presentCorrected, presentNotice } from './present-correction.ts';

export interface CorrectionErrandParts {
  readonly library: { readonly current: ClaimSet };
  readonly receipts: Receipts;
  readonly told: ToldClaims;
  readonly answers: KeptAnswers;
  readonly corrections: Pick<Corrections, 'plan'>;
  readonly settings: CorrectionSettings;
  readonly clock: () => Date;
}

/** An item of an earlier version has no `after`. */
const dataSchema = z.object({
  receipt: z.string(),
  ref: z.custom<ClaimRef>(),
  after: z.number().optional(),
});

/** Brings one standing answer to what its claim says when the errand is run; that it was wrong follows as a notice. */
export function createCorrectionErrand(parts: CorrectionErrandParts): Errand {
  const { library, receipts, told, answers, corrections, settings, clock } = parts;

  async function editAnswer(
    receipt: StandingReceipt,
    shown: ShownAnswer,
    correction: Correction,
    { sender, step }: ErrandTools,
  ): Promise<NotSentReason | undefined> {
    const kept = shown.answer === undefined ? undefined : await answers.find(shown.answer);
    const isWritable = receipt.canBeEdited && shown.isWhole && receipt.address.message;
    if (!isWritable || kept?.content.kind === 'list') return 'not-allowed';
    const t = textsFor(shown.locale);
    const given = {
      ...shown,
      kept: kept && shown.answer !== undefined ? { id: shown.answer, answer: kept } : undefined,
    };
    const reply = toReply(presentCorrected(correction, given, clock(), t), shown);
    const edit = () => sender.edit(receipt.address, reply);
    return whyNot(step('edit', 'repeatable', edit, [claimToTold(correction.claim).revision]));
  }

  async function postNotice(
    receipt: StandingReceipt,
    shown: ShownAnswer,
    correction: Correction,
    notEdited: NotSentReason | undefined,
    tools: ErrandTools,
  ): Promise<NotSentReason | undefined> {
    const isEdited = notEdited === undefined;
    const t = textsFor(shown.locale);
    const notice = presentNotice(correction, { toldAt: receipt.at, isEdited }, clock(), t);
    const { address } = receipt;
    const place = notEdited === 'gone' ? { ...address, message: undefined } : address;
    const { revision } = claimToTold(correction.claim);
    return whyNot(
      say(tools, 'notice', {
        to: { to: 'answer', address: place },
        reply: toReply(notice, shown),
        nonce: tools.nonce('notice'),
        shows: [revision],
      }),
    );
  }

  /** From now on the answer counts as showing that; where its claim says something else by then, another item follows. */
  async function note(
    receipt: StandingReceipt,
    change: Pick<StandingReceipt, 'revision' | 'canBeEdited'>,
  ): Promise<void> {
    const { times = 0, original = receipt.revision } = receipt.corrected ?? {};
    await receipts.change({ ...receipt, ...change, corrected: { times: times + 1, original } });
    const latest = library.current.find(receipt.ref);
    if (latest && claimToTold(latest).revision !== change.revision)
      await corrections.plan(receipt.ref);
  }

  return {
    kind: 'correction',
    async run(data, tools) {
      const { receipt: id, ref, after } = dataSchema.parse(data);
      const receipt = await receipts.find(id);
      if (!receipt?.shown) return { state: 'unneeded' };
      const { shown, corrected } = receipt;
      // A process noted it, and died.
      if (after !== undefined && after !== (corrected?.times ?? 0)) {
        await corrections.plan(ref);
        return { state: 'sent' };
      }
      const claim = library.current.find(ref);
      const now = claim && claimToTold(claim);
      const edit = tools.begun('edit');
      const notice = await noticeBefore(receipt, tools);
      // Said by a process that died: of what has come since, another item tells, as a change of what was said.
      const said = claim ? notice?.isFixed && notice : edit;
      const other = said ? said.shows?.find((each) => each !== now?.revision) : undefined;
      if (said && other !== undefined) {
        const canBeEdited = receipt.canBeEdited && edit?.state === 'done';
        await note(receipt, { revision: other, canBeEdited });
        return { state: said.state === 'done' ? 'sent' : 'unsure' };
      }
      const before = await told.find(receipt);
      if (!before || !claim || !now) return { state: 'unneeded' };
      const change = changeForReaders(before, now);
      if (change === 'none' && !edit && !notice) return { state: 'unneeded' };
      // Where a process died over the edit, or over the notice, nobody knows whether readers saw what the claim said then.
      const maySay = [...(notice?.shows ?? []), ...(edit?.shows ?? [])];
      const revision = maySay.find((each) => each !== now.revision) ?? maySay[0];
      const mayBeSeen = change === 'none' || (change === 'content' && notice?.isFixed === false);
      const seen = mayBeSeen && revision ? await told.find({ ref, revision }) : undefined;
      const since = changeForReaders(seen ?? before, now);
      const correction = {
        told: seen ?? before,
        claim,
        change: since === 'none' ? 'content' : since,
        isRestored: seen !== undefined || corrected?.original === now.revision,
      } as const;
      // What the next correction is told from.
      await told.keep(now);
      const notEdited = await editAnswer(receipt, shown, correction, tools);
      const isNews = change === 'verdict' || (notice !== undefined && since === 'verdict');
      const saysSo = settings.mode === 'edit+notice' && isNews;
      const notNoticed = saysSo
        ? await postNotice(receipt, shown, correction, notEdited, tools)
        : notEdited;
      if (notEdited && notNoticed) return { state: 'failed', why: notEdited };
      const canBeEdited = receipt.canBeEdited && !notEdited;
      await note(receipt, { revision: now.revision, canBeEdited });
      return { state: 'sent' };
    },
  };
}

interface NoticeBefore {
  readonly state: OutboxStep['state'];
  readonly shows: readonly string[];
  /** False where this process can still make it say what the claim says now. */
  readonly isFixed: boolean;
}

/** A notice that a process before this one posted, or may have. */
async function noticeBefore(
  { address }: StandingReceipt,
  tools: ErrandTools,
): Promise<NoticeBefore | undefined> {
  const sought = { to: { to: 'answer', address }, nonce: tools.nonce('notice') } as const;
  const step = await tools.settled('notice', lookFor(tools.sender, sought));
  if (!step) return undefined;
  const { shows = [] } = whatWasSaid(tools, 'notice') ?? step;
  const isFixed = step.state === 'unsure' || (step.state === 'done' && shows.length <= 1);
  return { state: step.state, shows, isFixed };
}

/** What the platform will not do is an outcome; what it may do later is not. */
async function whyNot(step: Promise<unknown>): Promise<NotSentReason | undefined> {
  try {
    await step;
    return undefined;
  } catch (error) {
    const isFinal =
      error instanceof NotSentError && (error.why === 'gone' || error.why === 'not-allowed');
    if (!isFinal) throw error;
    return error.why;
  }
}

function toReply(answer: Answer, { locale }: Pick<ShownAnswer, 'locale'>): Reply {
  return { ...answer, visibility: 'public', locale: textsFor(locale).locale };
}
