import { z } from 'zod';
import type { Bot } from '../bot/bot.ts';
import type { Errand } from '../outbox/errand.ts';
import type { Communities } from '../ports/communities.ts';
import { type AnswerUnderWay, answerKind, postStep } from '../ports/deliveries.ts';
import { troubleReply } from '../reply/trouble-reply.ts';
import { textsFor } from '../texts/texts.ts';

export interface AnswerErrandParts {
  readonly bot: Pick<Bot, 'resume'>;
  readonly communities: Pick<Communities, 'settings'>;
}

/** Written by `Deliveries.begin`, in this version of the bot or another. */
const dataSchema = z.custom<AnswerUnderWay>(
  (value) => z.object({ address: z.object({ channel: z.string() }) }).safeParse(value).success,
);

/** Gives an answer that a process died over: as it was planned, else by asking to be asked again. */
export function createAnswerErrand({ bot, communities }: AnswerErrandParts): Errand {
  return {
    kind: answerKind,
    forgetsData: true,
    async run(data, { sender, nonce, step, wasBegun }) {
      const { address, outline, nonce: first } = dataSchema.parse(data);
      const plan = bot.resume(outline);
      const { language } = communities.settings(address.community);
      const reply =
        (await plan?.answer()) ?? troubleReply('mistake.interrupted', textsFor(language));
      // Why something can't be shared is nothing for those who would have seen it.
      if (plan?.delivery === 'share' && !reply.sharedBy) return { state: 'unneeded' };
      const mayStand = wasBegun(postStep);
      await step(postStep, 'once', async () => {
        const to = { to: 'answer', address } as const;
        const message = await sender.post(to, reply, first ?? nonce(postStep));
        const standing = { ...address, message };
        // Under its nonce this may be the message of the process that died, which says what the claim said then.
        if (mayStand) await sender.edit(standing, reply);
        const { about = [] } = reply;
        await plan?.delivered({
          address: standing,
          visibility: 'public',
          canBeEdited: true,
          about,
        });
      });
      return { state: 'sent' };
    },
  };
}
