import type { Bot } from '../../src/core/bot/bot.ts';
import type { Invocation } from '../../src/core/bot/invocation.ts';
import type { AskerDetails, Delivery } from '../../src/core/bot/plan.ts';
import type { Form } from '../../src/core/reply/form.ts';
import type { Reply } from '../../src/core/reply/reply.ts';

/** Asks, and gives the answer. Fails where the bot opens a form or keeps silent. */
export async function answerTo(
  bot: Bot,
  invocation: Invocation,
  details?: AskerDetails,
): Promise<Reply> {
  const plan = await bot.plan(invocation, details);
  if (!('answer' in plan)) throw new Error(`There is no answer but a delivery: ${plan.delivery}.`);
  return plan.answer();
}

/** Asks, and has the answer stand where it was asked, as an adapter does. */
export async function tellTo(bot: Bot, invocation: Invocation): Promise<Reply> {
  const plan = await bot.plan(invocation);
  if (!('answer' in plan)) throw new Error(`There is no answer but a delivery: ${plan.delivery}.`);
  const reply = await plan.answer();
  const { platform, community, channel = '' } = invocation;
  const address = { platform, community, channel, thread: undefined, message: '1.1' };
  const { visibility, about = [] } = reply;
  await plan.delivered({ address, visibility, canBeEdited: true, about });
  return reply;
}

/** How it would be answered. */
export async function deliveryOf(
  bot: Bot,
  invocation: Invocation,
  details?: AskerDetails,
): Promise<Delivery> {
  return (await bot.plan(invocation, details)).delivery;
}

/** Asks, and gives the form that is opened, or why there is none. Fails where the bot does something else. */
export async function formFor(
  bot: Bot,
  invocation: Invocation,
  details?: AskerDetails,
): Promise<Form | Reply> {
  const plan = await bot.plan(invocation, details);
  if (plan.delivery !== 'form')
    throw new Error(`There is no form but a delivery: ${plan.delivery}.`);
  return plan.form();
}

/** A bot whose answers, not its plans, come in the way of the test. */
export function withAnswers(
  bot: Bot,
  wrap: (answer: () => Promise<Reply>, invocation: Invocation) => Promise<Reply>,
): Bot {
  return {
    ...bot,
    async plan(invocation, details) {
      const plan = await bot.plan(invocation, details);
      if (!('answer' in plan)) return plan;
      return { ...plan, answer: () => wrap(plan.answer, invocation) };
    },
  };
}

/** A bot whose answers, not its plans, are held back until they are let go. */
export function holdAnswers(bot: Bot): { readonly held: Bot; readonly letGo: () => void } {
  const gate = Promise.withResolvers<void>();
  const held = withAnswers(bot, async (answer) => {
    await gate.promise;
    return answer();
  });
  return { held, letGo: gate.resolve };
}
