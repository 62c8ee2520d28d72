import { expect, test } from 'vitest';
import { claimToRevision } from '../src/core/claims/revision.ts';
import type { Sender } from '../src/core/ports/sender.ts';
import { replyToText } from '../src/core/reply/reply-text.ts';
import { createClock } from './storage/state/clock.ts';
import { aClaim } from './support/claims.ts';
import { createTestBot, rivertonPack } from './support/test-bot.ts';

const before = aClaim({ verdict: 'true' });
const after = aClaim({ verdict: 'misleading' });
const place = { platform: 'discord', community: 'discord:9', channel: '7' } as const;
const address = { ...place, thread: undefined, message: '1001' } as const;

test.each([
  ['', 0],
  [', though the clock is set back', -300 * 24 * 60 * 60_000],
])(
  'an answer that is on its way while its claim is put right is put right as well%s',
  async (_, setBackMs) => {
    const { now, pass } = createClock();
    let claim = before;
    const { bot, library, outgoing, senders } = await createTestBot({
      packs: () => [rivertonPack([claim])],
      clock: now,
    });
    const edits: string[] = [];
    const sender: Sender = {
      remembersNonceForMs: 0,
      post: async () => ({ ...address, message: '1002' }),
      find: async () => 'unknown',
      answer: () => Promise.reject(new Error('not asked for')),
      edit: async (_, reply) => void edits.push(replyToText(reply)),
    };
    senders.connect('discord', sender);
    await outgoing.work();

    const input = { kind: 'text', text: before.claim, by: 'mention' } as const;
    const plan = await bot.plan({ ...place, user: 'discord:3', input });
    if (!('answer' in plan)) throw new Error('it is not answered');
    await plan.answer();
    claim = after;
    await library.reload('discord:1');
    await outgoing.work();
    pass(setBackMs);
    // The platform took its time.
    const about = [claimToRevision(before)];
    await plan.delivered({ address, visibility: 'public', canBeEdited: true, about });
    for (let seconds = 0; seconds < 300; seconds += 30) {
      pass(30_000);
      await outgoing.work();
    }
    expect(edits).toEqual([expect.stringContaining('was True, now Misleading')]);
  },
);
