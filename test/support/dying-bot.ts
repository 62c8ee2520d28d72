import { onTestFinished } from 'vitest';
import type { Bot } from '../../src/core/bot/bot.ts';
import type { Deliveries } from '../../src/core/ports/deliveries.ts';
import { createClock } from '../storage/state/clock.ts';
import { openState } from '../storage/state/state-kinds.ts';
import { createSilentAdapter } from './discord/silent-adapter.ts';
import { type StandInDiscord, startStandInDiscord } from './discord/stand-in-discord.ts';
import { type RunningSlack, startSlack } from './slack/start-slack.ts';
import { createTestBot } from './test-bot.ts';

export interface DyingOptions {
  /** Which of the questions it dies over, the first being 1; the first unless given. */
  readonly over?: number;
  readonly dataDir?: string;
  /** The store; one in memory unless given. */
  readonly url?: string;
}

export type DyingBot = Awaited<ReturnType<typeof dyingBot>>;

const never = () => new Promise<never>(() => {});

/** A bot whose process seems to die over one question: in the given step, it goes no further. */
export async function dyingBot(
  died: 'plan' | 'answer' | 'posting' | 'posted' | 'delivered',
  { over = 1, dataDir = 'data', url = 'memory:' }: DyingOptions = {},
) {
  const { now, pass } = createClock();
  // The dead say nothing more, however long a test takes.
  const state = await openState(url, { clock: now, beatEveryMs: 60 * 60_000 });
  const made = await createTestBot({ state, clock: now, dataDir });
  const reached = Promise.withResolvers<void>();
  let asked = 0;
  const die = () => {
    reached.resolve();
    return never();
  };
  const bot: Bot = {
    ...made.bot,
    async plan(invocation, details) {
      asked += 1;
      if (asked !== over) return made.bot.plan(invocation, details);
      if (died === 'plan') return die();
      const plan = await made.bot.plan(invocation, details);
      return 'answer' in plan && (died === 'answer' || died === 'delivered')
        ? { ...plan, [died]: die }
        : plan;
    },
  };
  const deliveries: Deliveries = {
    ...state.deliveries,
    async begin(event, answer) {
      const taken = await state.deliveries.begin(event, answer);
      if (!taken) return undefined;
      // Taken on before it is planned, or after.
      const diesAt = (step: typeof died): boolean => died === step && asked === over;
      return {
        ...taken,
        async posting(shows) {
          const isOurs = await taken.posting(shows);
          return diesAt('posting') ? die() : isOurs;
        },
        posted: (standing) => (diesAt('posted') ? die() : taken.posted(standing)),
      };
    },
  };
  const { senders, outgoing, library } = made;
  return {
    bot,
    now,
    state,
    deliveries,
    senders,
    library,
    /** Resolves when it is dead. */
    dead: reached.promise,
    /** Whoever comes after it finds what it left, and looks twice; `afterMs` later. */
    async takenOver(meanwhile?: () => Promise<unknown>, afterMs = 30_000): Promise<void> {
      await reached.promise;
      await meanwhile?.();
      await outgoing.work();
      pass(afterMs);
      await outgoing.work();
      await outgoing.work();
    },
  };
}

export async function slackWith({ bot, deliveries, senders }: DyingBot): Promise<RunningSlack> {
  const slack = await startSlack({ bot, transport: 'socket', deliveries, senders });
  onTestFinished(() => slack.stop(10));
  return slack;
}

export async function discordWith({
  bot,
  now,
  state,
  deliveries,
  senders,
}: DyingBot): Promise<StandInDiscord> {
  const discord = await startStandInDiscord();
  discord.setClock(now);
  const { communities } = state;
  const adapter = createSilentAdapter(discord, { bot, senders, deliveries, communities });
  await adapter.start();
  onTestFinished(async () => {
    await adapter.stop(10);
    await discord.stop();
  });
  return discord;
}
