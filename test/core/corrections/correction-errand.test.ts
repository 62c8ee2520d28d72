import { expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { claimToTold } from '../../../src/core/claims/told-claim.ts';
import { createCorrectionErrand } from '../../../src/core/corrections/correction-errand.ts';
import type { ErrandTools } from '../../../src/core/outbox/errand.ts';
import type { StandingReceipt } from '../../../src/core/ports/receipts.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const setOf = (verdict: Claim['verdict']) =>
  createClaimSet(
    { packs: [rivertonPack([aClaim({ id: 'bridge', verdict })])], fingerprint: verdict },
    createMatcher,
  );

test('an edit that a process died behind is made again once the claim says something else', async () => {
  const library = { current: setOf('false') };
  const [claim] = setOf('true').claims;
  if (!claim) throw new Error('No claim');
  const before = claimToTold(claim);
  let receipt: StandingReceipt = {
    id: 'r1',
    ref: before.ref,
    revision: before.revision,
    at: '2026-11-22T09:00:00.000Z',
    address: {
      platform: 'discord',
      community: 'discord:1',
      channel: '2',
      thread: undefined,
      message: '3',
    },
    canBeEdited: true,
    shown: { isWhole: true, locale: 'en', answer: undefined, detail: 'short', isShared: false },
  };
  const edits: Reply[] = [];
  const done = new Set<string>();
  let isKilledBehind: string | undefined = 'edit';
  const tools = {
    ageMs: 0,
    nonce: (step: string) => step,
    wasBegun: (step: string) => [...done].some((name) => name.startsWith(step)),
    async step(name: string, _: string, work: () => Promise<unknown>) {
      if (done.has(name)) return;
      await work();
      done.add(name);
      if (isKilledBehind && name.startsWith(isKilledBehind)) throw new Error('killed');
    },
    sender: {
      edit: async (_: unknown, reply: Reply) => void edits.push(reply),
      post: async () => '4',
    },
  } as unknown as ErrandTools;
  const errand = createCorrectionErrand({
    library,
    receipts: {
      find: async () => receipt,
      change: async (changed: StandingReceipt) => {
        receipt = changed;
      },
    },
    told: { find: async () => before },
    answers: { find: async () => undefined },
    corrections: { plan: async () => {} },
    settings: { mode: 'edit+notice', perChannel: 20, days: 30 },
    clock: () => new Date('2026-11-23T09:00:00.000Z'),
  } as unknown as Parameters<typeof createCorrectionErrand>[0]);
  const data = { receipt: 'r1', ref: before.ref };

  await expect(errand.run(data, tools)).rejects.toThrow('killed');
  library.current = setOf('misleading');
  isKilledBehind = undefined;
  expect(await errand.run(data, tools)).toEqual({ state: 'sent' });
  expect(edits).toHaveLength(2);
  expect(JSON.stringify(edits[1])).toContain('Misleading');
});
