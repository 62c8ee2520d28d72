import { expect, onTestFinished, test } from 'vitest';
import type { Input } from '../../../src/core/bot/invocation.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createState } from '../../../src/storage/state/state.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { inServer } from '../../support/in-server.ts';
import { startOwnRedis } from '../../support/redis.ts';
import { createTestBot, rivertonPack, silentLog } from '../../support/test-bot.ts';
import { testClock } from '../../support/test-day.ts';

const fact: Input = { kind: 'command', command: 'fact', options: { claim: aClaim().ref } };

test('while the store is away no fresh button is called too old, and none is offered that would not work', async () => {
  const redis = await startOwnRedis();
  onTestFinished(() => redis.stop());
  const state = await createState(redis.url, silentLog, { clock: testClock });
  onTestFinished(() => state.close());
  const logged: string[] = [];
  const log = { ...silentLog, error: (_: object, message: string) => logged.push(message) };
  const { bot } = await createTestBot({ packs: [rivertonPack([aClaim()])], state, log });
  const ask = (input: Input) => answerTo(bot, inServer(input));
  const { actions = [] } = await ask(fact);
  const presses = actions.map(({ id }): Input => ({ kind: 'press', id }));
  expect(presses.length).toBeGreaterThan(2);

  await redis.stop();
  for (const press of presses) {
    const plan = await bot.plan(inServer(press));
    const opened = plan.delivery === 'form' ? await plan.form() : await ask(press);
    if (!('blocks' in opened)) throw new Error('A form opens that could not be sent off.');
    expect(replyToText(opened)).toContain('the store is out of reach. Please try again');
  }
  const meanwhile = await ask(fact);
  expect(replyToText(meanwhile)).toContain(aClaim().claim);
  expect(meanwhile.actions ?? []).toEqual([]);
  expect(logged).toEqual([]);
});
