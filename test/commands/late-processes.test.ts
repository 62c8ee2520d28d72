import { expect, test } from 'vitest';
import type { Input } from '../../src/core/bot/invocation.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { openState } from '../storage/state/state-kinds.ts';
import { answerTo } from '../support/answer-to.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createTestBot } from '../support/test-bot.ts';

const claims = { fingerprint: 'abc', claims: 2, refused: undefined };
const operator = 'discord:1';

/** A bot of two processes over one store; the other one does not get to what it is told while it `isHung`. */
async function botBesideAnother(isHung: boolean) {
  const url = `sqlite:${await temporaryFolder()}/state.db`;
  const [state, other] = [await openState(url), await openState(url)];
  if (isHung) {
    for (const topic of ['blocked', 'settings'])
      other.processes.hear(topic, () => new Promise(() => {}));
  }
  await state.processes.join(() => claims);
  await other.processes.join(() => claims);
  const { bot } = await createTestBot({ state, operators: [operator] });
  return async (input: Input) =>
    replyToText(
      await answerTo(bot, {
        platform: 'discord',
        user: operator,
        community: 'discord:100',
        channel: '5',
        input,
      }),
    );
}

const asOperator = (subcommand: string, options: Record<string, string | boolean>): Input => ({
  kind: 'command',
  command: 'fact-admin',
  subcommand,
  options,
});
const person = 'discord:400000000000000007';
const changes: readonly (readonly [string, Input])[] = [
  ['a block', asOperator('block', { user: person })],
  ['an unblock', asOperator('unblock', { user: person })],
  [
    'settings',
    { kind: 'form', id: 'fact-settings.answers', values: { answers: 'private', detail: 'short' } },
  ],
];

test.each(changes)(
  'whoever changes %s hears which process has not confirmed it',
  async (_, input) => {
    const say = await botBesideAnother(true);
    expect(await say(input)).toMatch(
      /The other processes of the bot\n- \S+:\d+: has not confirmed in time/,
    );
  },
);

test.each(changes)('and nothing of the others where %s holds in all of them', async (_, input) => {
  const say = await botBesideAnother(false);
  expect(await say(input)).not.toContain('other processes');
});
