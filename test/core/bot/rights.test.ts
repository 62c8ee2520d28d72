import { expect, test } from 'vitest';
import type { Input, Invocation } from '../../../src/core/bot/invocation.ts';
import type { AskerDetails } from '../../../src/core/bot/plan.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const forOperators = 'Only for the people who run this bot\n\nAsk them to use fact-admin for you.';
const forManagers =
  'Only for people who manage this community\n\nAsk somebody who manages it to use fact-settings for you.';

const status = (command: string): Input => ({
  kind: 'command',
  command,
  subcommand: 'status',
  options: {},
});

const inWorkspace: Omit<Invocation, 'input'> = {
  platform: 'slack',
  user: 'slack:T1/U1',
  community: 'slack:T1',
  channel: 'C5',
};

async function answered(command: string, where: Partial<Invocation>, details?: AskerDetails) {
  const { bot } = await createTestBot({
    packs: [rivertonPack([aClaim()])],
    operators: ['slack:T1/U1', 'slack:U8', 'discord:1'],
  });
  const invocation = { ...inWorkspace, ...where, input: status(command) };
  return replyToText(await answerTo(bot, invocation, details));
}

test('an operator named with a workspace is one there, and whoever has the same id elsewhere is not', async () => {
  expect(await answered('fact-admin', {})).not.toContain(forOperators);
  const elsewhere = { user: 'slack:T2/U1', community: 'slack:T2' } as const;
  expect(await answered('fact-admin', elsewhere)).toBe(forOperators);
});

test('an operator named without a community is one everywhere, and nobody else is', async () => {
  const discord = { platform: 'discord', community: 'discord:100' } as const;
  expect(await answered('fact-admin', { ...discord, user: 'discord:1' })).not.toContain(
    forOperators,
  );
  expect(await answered('fact-admin', { ...discord, user: 'discord:2' })).toBe(forOperators);
  expect(await answered('fact-admin', { user: 'slack:T1/U8' })).not.toContain(forOperators);
});

test('managing a community gives its settings, and not what operators do', async () => {
  const member = { user: 'slack:T1/U2' } as const;
  const manager: AskerDetails = { mayManage: async () => true };
  expect(await answered('fact-settings', member, manager)).not.toContain(forManagers);
  expect(await answered('fact-admin', member, manager)).toBe(forOperators);
  expect(await answered('fact-settings', member, { mayManage: async () => false })).toBe(
    forManagers,
  );
});

test('who can’t be asked about on the platform manages nothing, unless they run the bot', async () => {
  expect(await answered('fact-settings', { user: 'slack:T1/U2' })).toBe(forManagers);
  expect(await answered('fact-settings', {})).not.toContain(forManagers);
});

test('where the platform does not tell who manages a community, nobody may, and they hear why', async () => {
  const silent: AskerDetails = { mayManage: () => Promise.reject(new Error('missing_scope')) };
  const text = await answered('fact-settings', { user: 'slack:T1/U2' }, silent);
  expect(text).toContain('I could not find out whether you manage this community');
  expect(text).not.toContain('missing_scope');
  expect(await answered('fact-settings', {}, silent)).not.toContain('I could not find out');
});
