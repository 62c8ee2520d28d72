import { z } from 'zod';
import type { ClaimRef } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { changeForReaders, claimToTold } from '../claims/told-claim.ts';
import type { Errand, ErrandTools } from '../outbox/errand.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
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

const dataSchema = z.object({ receipt: z.string(), ref: z.custom<ClaimRef>() });

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
    // Named by what it says: done by a process that died, it counts for nothing once the claim says something else.
    const { revision } = claimToTold(correction.claim);
    const edit = () => sender.edit(receipt.address, reply);
    return whyNot(step(`edit ${revision}`, 'repeatable', edit));
  }

  async function postNotice(
    receipt: StandingReceipt,
    shown: ShownAnswer,
    correction: Correction,
    notEdited: NotSentReason | undefined,
    { sender, step, nonce }: ErrandTools,
  ): Promise<NotSentReason | undefined> {
    const isEdited = notEdited === undefined;
    const t = textsFor(shown.locale);
    const notice = presentNotice(correction, { toldAt: receipt.at, isEdited }, clock(), t);
    const { address } = receipt;
    const place = notEdited === 'gone' ? { ...address, message: undefined } : address;
    const post = () =>
      sender.post({ to: 'answer', address: place }, toReply(notice, shown), nonce('notice'));
    return whyNot(step('notice', 'nonce', post));
  }

  return {
    kind: 'correction',
    async run(data, tools) {
      const { receipt: id, ref } = dataSchema.parse(data);
      const receipt = await receipts.find(id);
      const before = receipt && (await told.find(receipt));
      const claim = library.current.find(ref);
      if (!receipt?.shown || !before || !claim) return { state: 'unneeded' };
      const now = claimToTold(claim);
      const change = changeForReaders(before, now);
      // Where a process died over the edit, nobody knows what stands there.
      if (change === 'none' && !tools.wasBegun('edit')) return { state: 'unneeded' };
      const { shown, corrected } = receipt;
      const original = corrected?.original ?? receipt.revision;
      const isRestored = corrected !== undefined && original === now.revision;
      const correction = {
        told: before,
        claim,
        change: change === 'none' ? 'content' : change,
        isRestored,
      } as const;
      const notEdited = await editAnswer(receipt, shown, correction, tools);
      const saysSo = settings.mode === 'edit+notice' && change === 'verdict';
      const notNoticed = saysSo
        ? await postNotice(receipt, shown, correction, notEdited, tools)
        : notEdited;
      if (notEdited && notNoticed) return { state: 'failed', why: notEdited };
      await receipts.change({
        ...receipt,
        revision: now.revision,
        canBeEdited: receipt.canBeEdited && !notEdited,
        corrected: { times: (corrected?.times ?? 0) + 1, original },
      });
      const latest = library.current.find(ref);
      if (latest && claimToTold(latest).revision !== now.revision) await corrections.plan(ref);
      return { state: 'sent' };
    },
  };
}

/** What the platform will not do is an outcome; what it may do later is not. */
async function whyNot(step: Promise<void>): Promise<NotSentReason | undefined> {
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
