import { describe, expect, test } from 'vitest';
import type { Invocation } from '../../src/core/bot/invocation.ts';
import type { CommunityKey } from '../../src/core/keys.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { answerTo } from '../support/answer-to.ts';
import { aClaim } from '../support/claims.ts';
import { createTestBot, rivertonPack } from '../support/test-bot.ts';

const fromDiscord = { platform: 'discord', user: 'discord:7', community: 'discord:100' } as const;
const fromSlack = { platform: 'slack', user: 'slack:T1/U7', community: 'slack:T1' } as const;

async function operator(known: readonly CommunityKey[] = []) {
  const { bot, state } = await createTestBot({
    packs: [rivertonPack([aClaim()])],
    operators: ['discord:7', 'slack:T1/U7', 'slack:U9'],
  });
  for (const community of known) await state.communities.joined(community);
  return {
    state,
    async does(subcommand: string, user: string, from: Omit<Invocation, 'input'> = fromDiscord) {
      const input = {
        kind: 'command',
        command: 'fact-admin',
        subcommand,
        options: { user },
      } as const;
      return replyToText(await answerTo(bot, { ...from, input }));
    },
  };
}

describe('whom an operator blocks', () => {
  test.each<[string, string, Omit<Invocation, 'input'>?]>([
    ['discord:80351110224678912', 'discord:80351110224678912'],
    [' Discord:80351110224678912 ', 'discord:80351110224678912'],
    ['slack:T2/U024BE7LH', 'slack:T2/U024BE7LH'],
    ['slack:t2/u024be7lh', 'slack:T2/U024BE7LH'],
    ['slack:u024be7lh', 'slack:T1/U024BE7LH', fromSlack],
    ['slack:W024BE7LH', 'slack:T1/W024BE7LH', fromSlack],
  ])('is understood as %j', async (typed, key, from = fromDiscord) => {
    const { does, state } = await operator(['slack:T1', 'slack:T2']);
    expect(await does('block', typed, from)).toContain(key);
    expect(state.blocked.list()).toEqual([key]);
    expect(await does('unblock', typed, from)).toContain('nobody');
    expect(state.blocked.list()).toEqual([]);
  });

  test('is looked for in the only workspace that has the bot', async () => {
    const { does, state } = await operator(['discord:100', 'slack:T5']);
    await does('block', 'slack:U024BE7LH');
    expect(state.blocked.list()).toEqual(['slack:T5/U024BE7LH']);
  });

  test('is asked for with the workspace where there are several', async () => {
    const { does, state } = await operator(['slack:T1', 'slack:T2']);
    expect(await does('block', 'slack:U024BE7LH')).toContain(
      'U024BE7LH may be in several workspaces: write slack:<workspace id>/U024BE7LH.',
    );
    expect(state.blocked.list()).toEqual([]);
  });

  test.each([
    'ada',
    'slack:',
    'slack:ada',
    'slack:T2',
    'slack:T2/',
    'discord:ada',
    'discord:12 13',
    'slack:T2/U1/U2',
    '@ada',
    'slack:C024BE7LH',
  ])('is nobody where %j is typed, and nobody is blocked', async (typed) => {
    const { does, state } = await operator(['slack:T2']);
    expect(await does('block', typed)).toContain('names nobody');
    expect(state.blocked.list()).toEqual([]);
  });

  test('is let go as well where an earlier version kept them without their workspace', async () => {
    const { does, state } = await operator(['slack:T1']);
    await state.blocked.add('slack:U024BE7LH');
    expect(state.blocked.has('slack:T1/U024BE7LH')).toBe(true);
    await does('unblock', 'slack:U024BE7LH');
    expect(state.blocked.has('slack:T1/U024BE7LH')).toBe(false);
  });
});
