import { expect, onTestFinished, test } from 'vitest';
import { usesPerUserAMinute } from '../../../src/storage/state/limits.ts';
import { createState } from '../../../src/storage/state/state.ts';
import { startOauthSlack } from '../../support/slack/oauth-server.ts';
import { ask, install, mention, startOauthBot } from '../../support/slack/start-oauth.ts';
import { silentLog } from '../../support/test-bot.ts';
import { testClock } from '../../support/test-day.ts';

const riverton = { team: { id: 'T1', name: 'Riverton' } };
const dunhaven = { team: { id: 'T2', name: 'Dunhaven' } };

/** In both workspaces somebody has the member id UASKER. */
async function startInBoth() {
  const slack = await startOauthSlack();
  onTestFinished(() => slack.stop());
  const state = await createState('memory:', silentLog, { clock: testClock });
  onTestFinished(() => state.close());
  const bot = await startOauthBot(slack, state);
  onTestFinished(() => bot.stop());
  await install(bot, slack, riverton);
  await install(bot, slack, dunhaven);
  const answered = async (ts: string) => {
    await bot.stop();
    return slack.posted.some(({ threadTs }) => threadTs === ts);
  };
  return { slack, bot, state, answered };
}

test('who uses their limit up in one workspace leaves that of a namesake in another', async () => {
  const { slack, bot, answered } = await startInBoth();
  for (let use = 0; use < usesPerUserAMinute; use += 1) await mention(bot, slack, riverton);
  const overTheLimit = await ask(bot, riverton);
  await mention(bot, slack, dunhaven);
  expect(await answered(overTheLimit)).toBe(false);
});

test('who is blocked in one workspace is not in another, but by a record that names none', async () => {
  const { slack, bot, state, answered } = await startInBoth();
  await state.blocked.add('slack:T1/UASKER');
  const unheard = await ask(bot, riverton);
  await mention(bot, slack, dunhaven);
  await state.blocked.add('slack:UASKER');
  const alsoUnheard = await ask(bot, dunhaven);
  await state.blocked.remove('slack:T2/UASKER');
  await mention(bot, slack, dunhaven);
  expect(await answered(unheard)).toBe(false);
  expect(await answered(alsoUnheard)).toBe(false);
});
