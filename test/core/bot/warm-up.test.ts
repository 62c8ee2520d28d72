import { expect, test } from 'vitest';
import { warmUp } from '../../../src/core/bot/warm-up.ts';
import { createTestBot } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

test('before anybody asks, some claims from all over the packs have been looked up, one a turn', async () => {
  const { library } = await createTestBot();
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
      lookup(text, options) {
        asked.push(text);
        perTurn.push((perTurn.pop() ?? 0) + 1);
        return set.lookup(text, options);
      },
    },
    testDay,
  );
  isDone = true;
  const whole = [...set.claims].map(({ claim }) => `is it true that ${claim}`);
  const claims = asked.flatMap((text) => (whole.includes(text) ? [whole.indexOf(text)] : []));
  expect(new Set(claims).size).toBe(40);
  expect(Math.max(...claims)).toBeGreaterThan(whole.length / 2);
  expect(Math.max(...perTurn)).toBe(1);
});
