import { z } from 'zod';
import type { Bot } from '../bot/bot.ts';
import type { Errand } from '../outbox/errand.ts';
import type { Communities } from '../ports/communities.ts';
import { type AnswerUnderWay, answerKind, postStep } from '../ports/deliveries.ts';
import type { Standing } from '../ports/sender.ts';
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
    async run(data, { sender, nonce, step, begun, ageMs }) {
      const { address, outline, way, locale, posted, nonce: first } = dataSchema.parse(data);
      if (!posted && way && ageMs > way.worksForMs) return { state: 'failed', why: 'gone' };
      const plan = bot.resume(outline, { locale: async () => locale });
      const t = textsFor(locale, communities.settings(address.community).language);
      const reply = (await plan?.answer()) ?? troubleReply('mistake.interrupted', t);
      // Why something can't be shared is nothing for those who would have seen it.
      if (plan?.delivery === 'share' && !reply.sharedBy) return { state: 'unneeded' };
      if (posted) {
        const { about = [] } = reply;
        const isSame = posted.about.every(({ revision }, at) => revision === about[at]?.revision);
        // Where a process died over the edit, nobody knows what stands there.
        const edits = posted.canBeEdited && (!isSame || begun('edit') !== undefined);
        const edit = () => sender.edit(posted.address, reply);
        const shows = about.map(({ revision }) => revision).join(' ');
        if (edits) await step('edit', 'repeatable', edit, shows);
        await plan?.delivered(edits ? { ...posted, about } : posted);
        return { state: 'sent' };
      }
      const mayStand = begun(postStep) !== undefined;

      async function give(): Promise<Standing> {
        if (way) return sender.answer(way.sealed, reply);
        const to = { to: 'answer', address } as const;
        const message = await sender.post(to, reply, first ?? nonce(postStep));
        const standing = { ...address, message };
        // Under its nonce this may be the message of the process that died, which says what the claim said then.
        if (mayStand) await sender.edit(standing, reply);
        return { address: standing, visibility: 'public', canBeEdited: true };
      }

      const replaces = way?.replaces || (way && reply.placement === 'replace');
      await step(postStep, replaces ? 'repeatable' : way ? 'once' : 'nonce', async () => {
        const standing = await give();
        await plan?.delivered({ ...standing, about: reply.about ?? [] });
      });
      return { state: 'sent' };
    },
  };
}
