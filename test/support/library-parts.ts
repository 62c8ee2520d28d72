import type { ChangeLog } from '../../src/core/claims/change-log.ts';
import type { DecisionLog, EditorialDecision } from '../../src/core/claims/decisions.ts';
import type { KeptSets } from '../../src/core/claims/kept-sets.ts';
import type { LibraryParts } from '../../src/core/claims/open-library.ts';
import type {
  LastGood,
  LastSet,
  ReloadHistory,
  ReloadRecord,
} from '../../src/core/claims/reload-history.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { createState } from '../../src/storage/state/state.ts';
import { prepareInPlace } from './prepare-in-place.ts';
import { silentLog } from './test-bot.ts';
import { testClock } from './test-day.ts';

/** What a library is opened with beside its files: logs in memory that are its own, and a clock that stands. */
export async function createLibraryParts(): Promise<Omit<LibraryParts, 'read'>> {
  return {
    prepare: prepareInPlace,
    createMatcher,
    history: createForgetfulHistory(),
    lastGood: createLastGood(),
    sets: await createKeptSets(),
    decisions: createDecisionLog(),
    changes: createForgetfulChanges(),
    clock: testClock,
  };
}

/** Sets that are kept as the bot keeps them, for as long as the test. */
async function createKeptSets(): Promise<KeptSets> {
  return (await createState('memory:', silentLog, { clock: testClock })).sets;
}

function createForgetfulHistory(): ReloadHistory {
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

export function createLastGood(): LastGood {
  let last: LastSet | undefined;
  return {
    get: async () => last,
    async set(next) {
      last = next;
    },
  };
}

export function createDecisionLog(): DecisionLog {
  const log: EditorialDecision[] = [];
  return {
    async add(decision) {
      log.push(decision);
    },
    all: async () => log,
  };
}

function createForgetfulChanges(): ChangeLog {
  return { async add() {}, about: async () => [] };
}
