import type { Bot } from '../../src/core/bot/bot.ts';
import type { Input, Invocation } from '../../src/core/bot/invocation.ts';
import type { Delivery } from '../../src/core/bot/plan.ts';
import type { UserKey } from '../../src/core/keys.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import { answerTo, deliveryOf, formFor } from './answer-to.ts';
import { aClaim, aSource } from './claims.ts';
import { createTestBot, rivertonPack } from './test-bot.ts';

export const asker: UserKey = 'slack:U1';
export const other: UserKey = 'slack:U2';

export const bridge = aClaim({
  sources: Array.from({ length: 7 }, (_, index) =>
    aSource({
      title: `Minutes, part ${index + 1}`,
      url: `https://archive.example/${index + 1}`,
      quote: `words of part ${index + 1}`,
    }),
  ),
});
export const ferries = Array.from({ length: 6 }, (_, index) =>
  aClaim({
    id: `ferry-${index + 1}`,
    claim: `Ferry number ${index + 1} was built in Oldport.`,
    wordings: [],
  }),
);

export const towers = ['old', 'new'].map((which) =>
  aClaim({
    id: `tower-${which}`,
    claim: `The ${which} tower of Riverton has nine bells.`,
    wordings: [],
  }),
);

/** A bot over a small town's claims: one with many sources, some that make a list, and two that are easily taken for each other. */
export async function testBot(state?: Parameters<typeof createTestBot>[0]) {
  return createTestBot({ packs: [rivertonPack([bridge, ...ferries, ...towers])], ...state });
}

export const fact = (claim: string, options = {}): Input => ({
  kind: 'command',
  command: 'fact',
  options: { claim, ...options },
});

/** The bot as one person uses it. */
export function on(bot: Bot, user: UserKey = asker) {
  const invoke = (input: Input, where: Partial<Invocation> = {}): Invocation => ({
    platform: 'slack',
    user,
    input,
    ...where,
  });
  return {
    ask: (input: Input, where?: Partial<Invocation>): Promise<Reply> =>
      answerTo(bot, invoke(input, where)),
    delivery: (input: Input, where?: Partial<Invocation>): Promise<Delivery> =>
      deliveryOf(bot, invoke(input, where)),
    form: (input: Input, where?: Partial<Invocation>) => formFor(bot, invoke(input, where)),
  };
}

/** The press of the button with this label, or of the reply's select. */
export function press(reply: Reply, label: string, value?: string): Input {
  const action = reply.actions?.find((candidate) =>
    candidate.kind === 'button' ? candidate.label === label : candidate.prompt === label,
  );
  if (!action) throw new Error(`no “${label}” among ${JSON.stringify(reply.actions)}`);
  return { kind: 'press', id: action.id, ...(value !== undefined && { value }) };
}
