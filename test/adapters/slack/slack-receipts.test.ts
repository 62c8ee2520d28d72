import { afterEach, describe, expect, test } from 'vitest';
import type { ClaimRef } from '../../../src/core/claims/claim.ts';
import { foreignChannel } from '../../support/slack/slack-server.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';
import { surfaceBotOptions, unclearQuestion } from '../../support/surface-bot.ts';
import { createTestBot } from '../../support/test-bot.ts';

const ref = 'krasner/philly-2021-562-homicides';

let slack: RunningSlack | undefined;
afterEach(() => slack?.stop());

async function started() {
  const { bot, state } = await createTestBot(surfaceBotOptions);
  const running = await startSlack({ bot, transport: 'socket' });
  slack = running;
  const kept = async (about: ClaimRef = ref) => {
    // A receipt comes after its answer: it is there once nothing is under way any more.
    await running.adapter.stop(10_000);
    return state.receipts.about(about, 10);
  };
  return { slack: running, kept };
}

const here = { platform: 'slack', channel: 'CTALK' };

describe('what a channel was told can be found again', () => {
  test('after a command', async () => {
    const { slack, kept } = await started();
    const { message } = await slack.slash('/fact', ref);
    const address = { ...here, community: 'slack:T1', thread: undefined, message: message.ts };
    expect(await kept()).toMatchObject([{ address, canBeEdited: true }]);
  });

  test('after a mention, in its thread', async () => {
    const { slack, kept } = await started();
    const { message } = await slack.mention(ref, { threadTs: '1699999999.1' });
    const address = { ...here, thread: '1699999999.1', message: message.ts };
    expect(await kept()).toMatchObject([{ address, canBeEdited: true }]);
  });

  test('after an answer was shared', async () => {
    const { slack, kept } = await started();
    const answer = await slack.slash('/fact', `private ${ref}`);
    const { message } = await slack.press(answer, 'Share to channel');
    const address = { ...here, message: message.ts };
    expect(await kept()).toMatchObject([{ address, canBeEdited: true }]);
  });

  test('after a form was sent off', async () => {
    const { slack, kept } = await started();
    const form = await slack.viewAfter(() => slack.act.slash('/fact'));
    const { message } = await slack.answerTo(() =>
      slack.act.submit(form, { 'The claim as you heard it': ref }),
    );
    const address = { ...here, message: message.ts };
    expect(await kept()).toMatchObject([{ address, canBeEdited: true }]);
  });

  test('after a claim was chosen in a public answer', async () => {
    const { slack, kept } = await started();
    const unclear = await slack.slash('/fact', unclearQuestion);
    const { message } = await slack.press(unclear, '“In 2017 George Soros spent more');
    const address = { ...here, message: message.ts };
    const receipts = await kept('krasner/soros-five-times-krasner');
    expect(receipts).toMatchObject([{ address, canBeEdited: true }]);
  });

  test('and is known to stay as it is where the bot is not in the channel', async () => {
    const { slack, kept } = await started();
    await slack.slash('/fact', ref, { channel: foreignChannel });
    const address = { platform: 'slack', channel: foreignChannel, message: undefined };
    expect(await kept()).toMatchObject([{ address, canBeEdited: false }]);
  });
});

test('nothing is kept of what only the asker was told', async () => {
  const { slack, kept } = await started();
  await slack.slash('/fact', `private ${ref}`);
  await slack.directMessage(ref);
  await slack.answerTo(() => slack.act.check('Philadelphia recorded 562 homicides in 2021.'));
  expect(await kept()).toEqual([]);
});
