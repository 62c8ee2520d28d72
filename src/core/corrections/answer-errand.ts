import { z } from 'zod';
import type { Bot } from '../bot/bot.ts';
import type { AnswerPlan } from '../bot/plan.ts';
import { revisionsToShown, shownToRevisions } from '../claims/revision.ts';
import type { Errand, ErrandTools } from '../outbox/errand.ts';
import { bringUpToDate, type Said, say, whatWasSaid } from '../outbox/say.ts';
import { tellOfDoubt } from '../outbox/tell-of-doubt.ts';
import type { Communities } from '../ports/communities.ts';
import { type AnswerUnderWay, answerKind, postStep } from '../ports/deliveries.ts';
import type { Reply } from '../reply/reply.ts';
import { troubleReply } from '../reply/trouble-reply.ts';
import { textsFor } from '../texts/texts.ts';
import type { Corrections } from './create-corrections.ts';

export interface AnswerErrandParts {
  readonly bot: Pick<Bot, 'resume'>;
  readonly communities: Pick<Communities, 'settings'>;
  readonly corrections: Pick<Corrections, 'plan'>;
}

/** Written by `Deliveries.begin`, in this version of the bot or another. */
const dataSchema = z.custom<AnswerUnderWay>(
  (value) => z.object({ address: z.object({ channel: z.string() }) }).safeParse(value).success,
);

const noteStep = 'note';

/** Gives an answer that a process died over: as it was planned, else by asking to be asked again. */
export function createAnswerErrand(parts: AnswerErrandParts): Errand {
  const { bot, communities, corrections } = parts;

  /** What a correction may have changed since is not written anew here. */
  async function give(
    { address, way, nonce }: AnswerUnderWay,
    reply: Reply,
    tools: ErrandTools,
  ): Promise<Said | undefined> {
    if (tools.begun(noteStep)) return whatWasSaid(tools, postStep);
    const shows = revisionsToShown(reply.about);
    if (!way) {
      const to = { to: 'answer', address } as const;
      return say(tools, postStep, { to, reply, nonce: nonce ?? tools.nonce(postStep), shows });
    }
    if (!whatWasSaid(tools, postStep)) {
      const kind = way.replaces || reply.placement === 'replace' ? 'repeatable' : 'once';
      await tools.step(postStep, kind, () => tools.sender.answer(way.sealed, reply), shows);
    }
    return bringUpToDate(tools, postStep, reply, shows);
  }

  async function note(
    { standing, shows }: Said,
    { about = [] }: Reply,
    plan: AnswerPlan | undefined,
    { begun, step }: ErrandTools,
  ): Promise<void> {
    const revisions = shownToRevisions(shows, about);
    const at = begun(postStep)?.begunAt;
    await step(noteStep, 'repeatable', async () => {
      await plan?.delivered({ ...standing, about: revisions }, at);
    });
    const isOfNow = (revision: string): boolean => about.some((each) => each.revision === revision);
    for (const { ref, revision } of revisions) if (!isOfNow(revision)) await corrections.plan(ref);
  }

  return {
    kind: answerKind,
    forgetsData: true,
    async run(data, tools) {
      const answer = dataSchema.parse(data);
      const { address, outline, way, locale } = answer;
      const said = whatWasSaid(tools, postStep);
      if (!said && way && tools.ageMs > way.worksForMs) return { state: 'failed', why: 'gone' };
      const plan = bot.resume(outline, { locale: async () => locale });
      const t = textsFor(locale, communities.settings(address.community).language);
      const reply = (await plan?.answer()) ?? troubleReply('mistake.interrupted', t);
      // Why something can't be shared is nothing for those who would have seen it.
      if (!said && plan?.delivery === 'share' && !reply.sharedBy) return { state: 'unneeded' };
      const given = await give(answer, reply, tools);
      if (given) await note(given, reply, plan, tools);
      else
        await tellOfDoubt(tools, [postStep], plan?.outline?.who, troubleReply('mistake.unsure', t));
      return { state: 'sent' };
    },
  };
}
