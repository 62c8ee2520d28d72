import { expect, test } from 'vitest';
import { warmUp } from '../../../src/core/bot/warm-up.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

test('before anybody asks, some claims from all over the packs have been looked up, one a turn', async () => {
  const claims = Array.from({ length: 120 }, (_, at) =>
    aClaim({ id: `claim-${at}`, claim: `Ferry ${at} sank.`, wordings: [], nearMisses: [] }),
  );
  const { library } = await createTestBot({ packs: [rivertonPack(claims)] });
  const set = library.current;
  const asked: string[] = [];
  const perTurn = [0];
  let isDone = false;
  const turn = (): void => {
    perTurn.push(0);
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await warmUp(
    {
      ...set,
      lookup(text) {
        asked.push(text);
        perTurn.push((perTurn.pop() ?? 0) + 1);
        return { outcome: 'none', nearest: [], reason: 'no-record' };
      },
    },
    testDay,
  );
  isDone = true;
  const ferries = asked.map((text) => Number(/Ferry (\d+) sank/.exec(text)?.[1]));
  expect(ferries).toHaveLength(40);
  expect(Math.max(...ferries)).toBeGreaterThan(100);
  expect(Math.max(...perTurn)).toBe(1);
});
