import { commands } from '../../commands/index.ts';
import { createAsked } from '../../src/core/asked.ts';
import type { Bot } from '../../src/core/bot.ts';
import { dayOf } from '../../src/core/calendar.ts';
import { createBot } from '../../src/core/create-bot.ts';
import type { Invocation, UserKey } from '../../src/core/invocation.ts';
import { type Library, openLibrary } from '../../src/core/library.ts';
import type { Log } from '../../src/core/log.ts';
import type { LastGood, ReloadHistory, ReloadRecord } from '../../src/core/reload-history.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { readPacks } from '../../src/storage/pack-reader.ts';
import { createState, type State } from '../../src/storage/state.ts';

/** The day on which the tests' bot lives. */
export const testDay = '2026-11-22';

export const silentLog: Log = { info() {}, warn() {}, error() {} };

export interface TestBotOptions {
  /** Folder of packs; the shipped packs unless given. */
  readonly dataDir?: string;
  readonly operators?: readonly UserKey[];
  readonly now?: Date;
  readonly log?: Log;
}

/** The real bot over real packs and a real store in memory, with a fixed clock. */
export async function createTestBot({
  dataDir = 'data',
  operators = [],
  now = new Date(`${testDay}T12:00:00Z`),
  log = silentLog,
}: TestBotOptions = {}): Promise<{ bot: Bot; library: Library; state: State }> {
  const clock = (): Date => now;
  const state = await createState('memory:', log);
  const { communities, blocked, reports, answers, limits } = state;
  const library = await openLibrary({
    read: () => readPacks(dataDir, dayOf(now)),
    createMatcher,
    history: state.reloads,
    lastGood: state.lastGood,
    clock,
  });
  const about = {
    version: '0.1.0',
    runtime: ['Node.js 26'],
    runBy: 'The Test Desk',
    startedAt: new Date(now.getTime() - 90 * 60_000),
  };
  const services = { library, communities, blocked, reports, about, asked: createAsked() };
  const bot = createBot({
    commands,
    services,
    answers,
    limits,
    operators: new Set(operators),
    clock,
    log,
  });
  return { bot, library, state };
}

/** What somebody types in a direct message or after a mention. */
export function says(text: string, user: UserKey = 'console:test'): Invocation {
  return { platform: 'console', user, input: { kind: 'text', text, by: 'direct-message' } };
}

export function createForgetfulHistory(): ReloadHistory {
  const records: ReloadRecord[] = [];
  return {
    async record(reload) {
      records.unshift(reload);
    },
    async recent(limit) {
      return records.slice(0, limit);
    },
  };
}

export function createLastGood(fingerprint?: string): LastGood {
  let last = fingerprint;
  return {
    get: async () => last,
    async set(next) {
      last = next;
    },
  };
}
