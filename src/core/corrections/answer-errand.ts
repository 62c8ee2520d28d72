import { z } from 'zod';
import type { ClaimSet } from '../claims/claim-set.ts';
import { claimToTold } from '../claims/told-claim.ts';
import type { Errand } from '../outbox/errand.ts';
import type { Communities } from '../ports/communities.ts';
import { type AnswerUnderWay, answerKind, type MadeAnswer, postStep } from '../ports/deliveries.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { Receipts } from '../ports/receipts.ts';
import type { ToldClaims } from '../ports/told-claims.ts';
import type { Reply } from '../reply/reply.ts';
import { troubleReply } from '../reply/trouble-reply.ts';
import { textsFor } from '../texts/texts.ts';
import { presentAgain } from './present-correction.ts';

export interface AnswerErrandParts {
  readonly library: { readonly current: ClaimSet };
  readonly communities: Pick<Communities, 'settings'>;
  readonly receipts: Receipts;
  readonly told: ToldClaims;
  readonly answers: KeptAnswers;
  readonly clock: () => Date;
}

/** Written by `Deliveries.begin`, in this version of the bot or another. */
const dataSchema = z.custom<AnswerUnderWay>(
  (value) => z.object({ address: z.object({ channel: z.string() }) }).safeParse(value).success,
);

/** Gives an answer that a process died over: anew, where it shows one claim, else by asking to be asked again. */
export function createAnswerErrand(parts: AnswerErrandParts): Errand {
  const { library, communities, receipts, told, answers, clock } = parts;

  async function answerAgain({ about, shown }: MadeAnswer): Promise<Reply | undefined> {
    const claim = library.current.find(about.ref);
    const answer = shown.answer === undefined ? undefined : await answers.find(shown.answer);
    if (!claim || !shown.isWhole || answer?.content.kind === 'list') return undefined;
    const t = textsFor(shown.locale);
    const kept = answer && shown.answer !== undefined ? { id: shown.answer, answer } : undefined;
    const again = presentAgain(claim, { ...shown, kept }, clock(), t);
    return { ...again, visibility: 'public', locale: t.locale, about: [claimToTold(claim)] };
  }

  return {
    kind: answerKind,
    async run(data, { sender, nonce, step, wasBegun }) {
      const { address, made, isForChannel, nonce: first } = dataSchema.parse(data);
      const { language } = communities.settings(address.community);
      const reply =
        (made && (await answerAgain(made))) ??
        troubleReply('mistake.interrupted', textsFor(made?.shown.locale, language));
      const posted: string[] = [];
      const mayStand = wasBegun(postStep);
      await step(postStep, 'once', async () => {
        const to = { to: 'answer', address } as const;
        const message = await sender.post(to, reply, first ?? nonce(postStep));
        // Under its nonce this may be the message of the process that died, which says what the claim said then.
        if (mayStand) await sender.edit({ ...address, message }, reply);
        posted.push(message);
      });
      const [message] = posted;
      const claim = made && reply.about && library.current.find(made.about.ref);
      if (message !== undefined && claim && isForChannel) {
        const now = claimToTold(claim);
        await told.keep(now);
        await receipts.add({
          at: clock().toISOString(),
          ref: now.ref,
          revision: now.revision,
          address: { ...address, message },
          canBeEdited: true,
          shown: made.shown,
        });
      }
      return { state: 'sent' };
    },
  };
}
