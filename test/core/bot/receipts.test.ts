import { describe, expect, test } from 'vitest';
import type { Input, Invocation } from '../../../src/core/bot/invocation.ts';
import type { Receipt } from '../../../src/core/bot/plan.ts';
import { claimToRevision } from '../../../src/core/claims/revision.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';

const claim = aClaim();
const about = [claimToRevision(claim)];
const bridge = 'the riverton bridge is from 1932';

const fact = (options = {}): Input => ({
  kind: 'command',
  command: 'fact',
  options: { claim: bridge, ...options },
});
const inChannel = (input: Input): Invocation => ({
  platform: 'slack',
  user: 'slack:U1',
  community: 'slack:T1',
  channel: 'C1',
  input,
});
const receipt: Receipt = {
  address: {
    platform: 'slack',
    community: 'slack:T1',
    channel: 'C1',
    thread: undefined,
    message: '1.1',
  },
  visibility: 'public',
  canBeEdited: true,
  about,
};

async function botAndReceipts() {
  const { bot, state } = await createTestBot({ packs: [rivertonPack([claim])] });
  return {
    bot,
    kept: () => state.receipts.about(claim.ref, 10),
    async deliver(invocation: Invocation, delivered: Receipt) {
      const plan = await bot.plan(invocation);
      if (!('answer' in plan)) throw new Error('There is no answer.');
      await plan.answer();
      await plan.delivered(delivered);
    },
  };
}

describe('an answer says which revision of which claim it shows', () => {
  test.each<[string, Input]>([
    ['to a command', fact()],
    ['to a mention', { kind: 'text', by: 'mention', text: bridge }],
  ])('%s', async (_, input) => {
    const { bot } = await botAndReceipts();
    expect((await answerTo(bot, inChannel(input))).about).toEqual(about);
  });

  test('about another claim than the asker’s', async () => {
    const { bot } = await createTestBot();
    const other = fact({ claim: 'philly 362 homicides in 2021' });
    const reply = await answerTo(bot, inChannel(other));
    expect(reply.title).toBe('Not the same claim');
    expect(reply.about).toMatchObject([{ ref: 'krasner/philly-2021-562-homicides' }]);
  });

  test('that is shared', async () => {
    const { bot } = await botAndReceipts();
    const { actions = [] } = await answerTo(bot, inChannel(fact({ private: true })));
    const share = actions.find(({ id }) => id.startsWith('share.'));
    const shared = await answerTo(bot, inChannel({ kind: 'press', id: share?.id ?? '' }));
    expect(shared.about).toEqual(about);
  });

  test('or that it shows none', async () => {
    const { bot } = await botAndReceipts();
    const nothing = await answerTo(bot, inChannel(fact({ claim: 'Bananas grow in Greenland.' })));
    expect(nothing.about ?? []).toEqual([]);
  });
});

describe('a receipt', () => {
  test('of what a channel was told is kept: claim, revision, place, time and form, and nothing else', async () => {
    const { deliver, kept } = await botAndReceipts();
    await deliver(inChannel(fact()), receipt);
    const { address, canBeEdited } = receipt;
    expect(await kept()).toStrictEqual([
      {
        id: expect.stringContaining(claim.ref),
        at: testNow.toISOString(),
        ...about[0],
        address,
        canBeEdited,
        shown: {
          locale: 'en',
          detail: 'short',
          answer: expect.stringMatching(/^[0-9a-z]{12}$/),
          isShared: false,
          isWhole: true,
        },
      },
    ]);
  });

  test('of a private answer is not', async () => {
    const { deliver, kept } = await botAndReceipts();
    await deliver(inChannel(fact({ private: true })), { ...receipt, visibility: 'private' });
    expect(await kept()).toEqual([]);
  });

  test('of an answer in a direct message is not', async () => {
    const { deliver, kept } = await botAndReceipts();
    const input = { kind: 'text', by: 'direct-message', text: bridge } as const;
    await deliver({ ...inChannel(input), channel: undefined }, receipt);
    expect(await kept()).toEqual([]);
  });

  test('of an answer that shows no claim is not', async () => {
    const { deliver, kept } = await botAndReceipts();
    await deliver(inChannel(fact()), { ...receipt, about: [] });
    expect(await kept()).toEqual([]);
  });
});
