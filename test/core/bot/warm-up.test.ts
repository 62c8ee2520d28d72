import { expect, test } from 'vitest';
import type { Bot } from '../../../src/core/bot/bot.ts';
import { warmUp } from '../../../src/core/bot/warm-up.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const claims = Array.from({ length: 120 }, (_, at) =>
  aClaim({
    id: `claim-${at}`,
    claim: `Ferry ${at} sank in the old harbour of Riverton.`,
    wordings: [],
    nearMisses: [],
  }),
);

/** The bot, and what it was asked, question by question and turn by turn. */
async function warmed() {
  const { bot, library, state } = await createTestBot({ packs: [rivertonPack(claims)] });
  const asked: string[] = [];
  const perTurn = [0];
  let isDone = false;
  const turn = (): void => {
    perTurn.push(0);
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  const watched: Pick<Bot, 'plan'> = {
    plan(invocation, details) {
      if (invocation.input.kind === 'text') asked.push(invocation.input.text);
      perTurn.push((perTurn.pop() ?? 0) + 1);
      return bot.plan(invocation, details);
    },
  };
  const shown: Reply[] = [];
  const renderers = [(reply: Reply) => shown.push(reply)];
  await warmUp({ bot: watched, claims: library.current, renderers });
  isDone = true;
  return { asked, perTurn, shown, state };
}

test('before anybody asks, some claims from all over the packs have been looked up, one a turn', async () => {
  const { asked, perTurn } = await warmed();
  const ferries = asked.map((text) => Number(/Ferry (\d+)/.exec(text)?.[1]));
  expect(ferries).toHaveLength(40);
  expect(Math.max(...ferries)).toBeGreaterThan(100);
  expect(Math.max(...perTurn)).toBe(1);
});

test('what is asked before is answered and shown as it will be, found or not, and leaves no trace', async () => {
  const { shown, state } = await warmed();
  expect(shown).toHaveLength(40);
  const titles = new Set(shown.map(({ title }) => title));
  expect(titles).toContain('✓ True');
  expect(titles.size).toBeGreaterThan(1);
  expect(
    shown.map((reply) => replyToText(reply)).filter((text) => text.includes('did not work')),
  ).toEqual([]);
  expect((await state.receipts.page(undefined, 9)).length).toBe(0);
  expect(await state.outbox.list('', undefined, 9)).toEqual([]);
});
