import type { OptionValues } from '../../src/core/bot/invocation.ts';
import type { Claim } from '../../src/core/claims/claim.ts';
import type { CommunityKey, UserKey } from '../../src/core/keys.ts';
import type { RequestAsker, RequestPlace } from '../../src/core/ports/requests.ts';
import type { Destination, NotSentError, Sender } from '../../src/core/ports/sender.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { createClock } from '../storage/state/clock.ts';
import { answerTo } from './answer-to.ts';
import { aClaim } from './claims.ts';
import { createTestBot, rivertonPack } from './test-bot.ts';
import { testNow } from './test-day.ts';

export const operator: UserKey = 'discord:7';
export const harbour: RequestPlace = {
  platform: 'slack',
  community: 'slack:T1',
  channel: 'C1',
  thread: '1.2',
};

export function asker(user: UserKey, place?: RequestPlace, community: CommunityKey = 'slack:T1') {
  const at = testNow.toISOString();
  return { user, at, locale: 'en', community, place } satisfies RequestAsker;
}

export const bridge = aClaim();
export const bananas = aClaim({
  id: 'bananas',
  claim: 'Bananas grow in Greenland.',
  wordings: [],
  verdict: 'false',
});

interface Sent {
  readonly to: Destination;
  readonly text: string;
}

export type OpenDesk = Awaited<ReturnType<typeof openDesk>>;

/** A desk with an operator on Discord, and what its outbox says on the platforms. */
export async function openDesk(claims: readonly Claim[] = [bridge, bananas]) {
  const { now: clock, pass } = createClock();
  const { bot, library, state, desk, outgoing, senders } = await createTestBot({
    packs: [{ ...rivertonPack(claims), verdicts: { false: 'It is not so.' } }],
    operators: [operator],
    clock,
  });
  // Nobody asked yet: what comes in with the first set is no matter of these tests.
  await outgoing.work();
  const sent: Sent[] = [];
  const refusals: NotSentError[] = [];
  const sender: Sender = {
    remembersNonceForMs: 0,
    find: async () => 'unknown',
    async post(to, reply) {
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      sent.push({ to, text: replyToText(reply) });
      return {
        platform: 'slack',
        community: undefined,
        channel: 'C1',
        thread: undefined,
        message: '9.9',
      };
    },
    answer: () => Promise.reject(new Error('not asked for')),
    async edit() {},
  };
  senders.connect('slack', sender);
  senders.connect('discord', sender);
  return {
    state,
    desk,
    library,
    sent,
    pass,
    refuse: (error: NotSentError) => refusals.push(error),
    outgoing,
    async does(subcommand: string, options: OptionValues = {}): Promise<string> {
      const input = { kind: 'command', command: 'fact-admin', subcommand, options } as const;
      const said = await answerTo(bot, { platform: 'discord', user: operator, input });
      await outgoing.work();
      return replyToText(said);
    },
    async idOf(claim: string): Promise<string> {
      return (await state.requests.list()).find((each) => each.claim === claim)?.id ?? '';
    },
  };
}

/** What people want checked; the first is answered by the claim about bananas. */
export const asked = 'Bananas flourish on Greenland’s coast.';
export const figs = 'Figs ripen in Iceland.';
export const [ada, bob, eve] = ['slack:T1/U1', 'slack:T1/U2', 'discord:3'] as const;
