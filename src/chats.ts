import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from './core/keys.ts';
import type { Adapter } from './core/ports/adapter.ts';
import type { ChatTrouble, Connections } from './core/ports/connections.ts';
import type { Log } from './core/ports/log.ts';
import { within } from './core/ports/within.ts';

/** Doubled with every failure: Discord takes a thousand logins a day, and resets the token of who makes more. */
const firstPauseMs = 15_000;
const longestPauseMs = 15 * 60_000;

/** Who has been there for so long has not failed again, but anew, in milliseconds. */
const steadyAfterMs = 30 * 60_000;

/** How long answers under way may take when a chat was lost. */
const graceMs = 5_000;

/** One chat, whose adapter is made anew for every try. */
export interface Chat {
  readonly platform: Platform;
  readonly name: string;
  /** `onFatal` may be called by an adapter that runs and can't go on. */
  createAdapter(onFatal: (problem: Error) => void): Adapter;
}

export interface Chats extends Connections {
  /**
   * Keeps each chat running by itself: one that fails is tried again, ever more seldom, while another one runs.
   * Resolves, once, when none does, with all that is to be fixed.
   */
  run(chats: readonly Chat[]): Promise<Error>;
  /** Resolves when all have stopped; answers under way get `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

export interface ChatsOptions {
  readonly log: Log;
  readonly clock: () => Date;
  /** Before the first new try, in milliseconds. */
  readonly pauseMs?: number;
}

export function createChats({ log, clock, pauseMs = firstPauseMs }: ChatsOptions): Chats {
  const stopping = new AbortController();
  let all: readonly Chat[] = [];
  const troubles = new Map<string, ChatTrouble | undefined>();
  const adapters = new Map<
    string,
    { readonly adapter: Adapter; readonly started: Promise<void> }
  >();

  /** Resolves with the problem once the adapter has failed, at its start or later. */
  async function runOnce(chat: Chat, onStarted: () => void): Promise<Error> {
    const lost = Promise.withResolvers<Error>();
    const adapter = chat.createAdapter(lost.resolve);
    const started = adapter.start();
    adapters.set(chat.name, { adapter, started });
    try {
      await started;
      onStarted();
      return await lost.promise;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Resolves when the chat has started or failed to, for the first time. */
  function keepRunning(chat: Chat, onAllFailed: (problem: Error) => void): Promise<void> {
    const { name } = chat;
    const first = Promise.withResolvers<void>();
    async function tryOn(): Promise<void> {
      for (let failures = 0; !stopping.signal.aborted; ) {
        let startedAt = Number.POSITIVE_INFINITY;
        const problem = await runOnce(chat, () => {
          startedAt = performance.now();
          troubles.set(name, undefined);
          if (failures > 0) log.info({}, `Answering on ${name} again`);
          first.resolve();
        });
        if (stopping.signal.aborted) return;
        failures = performance.now() - startedAt > steadyAfterMs ? 1 : failures + 1;
        const waitMs = Math.min(pauseMs * 2 ** (failures - 1), longestPauseMs);
        const nextTryAt = new Date(clock().getTime() + waitMs).toISOString();
        troubles.set(name, { problem: problem.message, nextTryAt });
        first.resolve();
        const toFix = allProblems();
        if (toFix !== undefined) return onAllFailed(new Error(toFix, { cause: problem }));
        log.error({ err: problem, nextTryAt }, `Not on ${name} for now: ${problem.message}`);
        await adapters.get(name)?.adapter.stop(graceMs);
        await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    tryOn().catch(onAllFailed);
    return first.promise;
  }

  /** One a line; undefined while a chat is there, or on its way for the first time. */
  function allProblems(): string | undefined {
    const problems = [...troubles.values()].map((trouble) => trouble?.problem);
    return problems.includes(undefined) ? undefined : problems.join('\n');
  }

  return {
    list: () => all.map(({ platform, name }) => ({ platform, name, trouble: troubles.get(name) })),
    run(chats) {
      const allFailed = Promise.withResolvers<Error>();
      all = chats;
      for (const { name } of chats) troubles.set(name, undefined);
      void Promise.all(chats.map((chat) => keepRunning(chat, allFailed.resolve))).then(() => {
        const there = chats.map(({ name }) => name).filter((name) => !troubles.get(name));
        if (there.length > 0) log.info({}, `Answering on ${there.join(' and ')}`);
      });
      return allFailed.promise;
    },
    async stop(answersMs) {
      stopping.abort();
      const open = [...adapters.values()];
      await within(answersMs, Promise.allSettled(open.map((one) => one.started))).catch(() => {});
      await Promise.allSettled(open.map(({ adapter }) => adapter.stop(answersMs)));
    },
  };
}
