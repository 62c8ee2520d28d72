import type { ChangeLog } from '../../core/claims/change-log.ts';
import type { DecisionLog } from '../../core/claims/decisions.ts';
import type { KeptSets } from '../../core/claims/kept-sets.ts';
import type { LastGood, ReloadHistory } from '../../core/claims/reload-history.ts';
import type { Communities } from '../../core/ports/communities.ts';
import type { CorrectionLog } from '../../core/ports/correction-log.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { EncryptionKeys } from '../../core/ports/encryption-keys.ts';
import type { Installations } from '../../core/ports/installations.ts';
import type { KeptAnswers } from '../../core/ports/kept-answers.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { BlockList, Limits } from '../../core/ports/limits.ts';
import type { Log } from '../../core/ports/log.ts';
import type { OutboxQueue } from '../../core/ports/outbox.ts';
import type { PersonalRecords } from '../../core/ports/personal-records.ts';
import type { Processes } from '../../core/ports/processes.ts';
import type { Receipts } from '../../core/ports/receipts.ts';
import type { Reports } from '../../core/ports/reports.ts';
import type { Requests } from '../../core/ports/requests.ts';
import type { ToldClaims } from '../../core/ports/told-claims.ts';
import { createGuardedLedger } from './guarded-ledger.ts';
import { createInstallations } from './installations.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { createKeptBlockList } from './kept-block-list.ts';
import { createKeptChanges } from './kept-changes.ts';
import { createKeptCommunities } from './kept-communities.ts';
import { createKeptCorrections } from './kept-corrections.ts';
import { createKeptDecisions } from './kept-decisions.ts';
import { createKeptDeliveries } from './kept-deliveries.ts';
import { createKeptOutbox } from './kept-outbox.ts';
import { createKeptProcesses } from './kept-processes.ts';
import { createKeptReceipts } from './kept-receipts.ts';
import { createKeptReloads } from './kept-reloads.ts';
import { createKeptReports } from './kept-reports.ts';
import { createKeptRequests } from './kept-requests.ts';
import { createKeptSets } from './kept-sets.ts';
import { createKeptToldClaims } from './kept-told-claims.ts';
import { createLastGood } from './last-good.ts';
import { createLimits, proveCounting } from './limits.ts';
import { moveIntoLedger } from './move-into-ledger.ts';
import { openPersonKeys, type PersonKeys } from './person-keys.ts';
import { createPersonalRecords } from './personal-records.ts';
import { mayHoldState, openStore } from './store/open-store.ts';
import { StateError } from './store/state-error.ts';
import type { Store } from './store/store.ts';
import { createStoreGuard, type StoreGuard } from './store-guard.ts';

export { mayHoldState, StateError };

/** Everything that outlives a process, as far as the store behind it does. */
export interface State {
  readonly ledger: Ledger;
  readonly deliveries: Deliveries;
  readonly reloads: ReloadHistory;
  readonly lastGood: LastGood;
  readonly decisions: DecisionLog;
  readonly changes: ChangeLog;
  readonly sets: KeptSets;
  readonly communities: Communities;
  readonly answers: KeptAnswers;
  readonly receipts: Receipts;
  readonly told: ToldClaims;
  readonly corrections: CorrectionLog;
  readonly outbox: OutboxQueue;
  readonly reports: Reports;
  readonly requests: Requests;
  readonly personal: PersonalRecords;
  readonly limits: Limits;
  readonly blocked: BlockList;
  readonly processes: Processes;
  /** Asked for with its keys, which only bots that others install have. */
  installations(keys: EncryptionKeys): Installations;
  close(): Promise<void>;
}

export interface StateOptions {
  /** Dates what is kept, and tells when a time of grace is over. */
  readonly clock: () => Date;
  /** How often what is held in memory is read anew, for what other processes wrote. */
  readonly refreshEveryMs?: number;
  /** How long what has expired may go on lying in the store. */
  readonly tidyEveryMs?: number;
  /** How often a process says of an answer under way that it is still at it. */
  readonly beatEveryMs?: number;
}

/**
 * Opens the store behind `url`: `sqlite:<file>`, `memory:`, `redis://…` or `rediss://…`. Once open, what a promise
 * says never rejects goes on from memory without the store; the rest rejects with `StoreLostError`.
 * @throws {StateError} when it can't be read and written.
 */
export async function createState(
  url: string,
  log: Log,
  { clock, refreshEveryMs = 60_000, tidyEveryMs = 60 * 60_000, beatEveryMs = 10_000 }: StateOptions,
): Promise<State> {
  const store = await openStore(url);
  const unguarded = store.createLedger(clock);
  const personKey = await orClose(store, 'written', async () => {
    await proveWritable(store);
    await moveIntoLedger(store, unguarded, clock);
    await store.tidy(clock);
    return openPersonKeys(unguarded);
  });
  const guard = createStoreGuard(store.name, log);
  const ledger = createGuardedLedger(unguarded, guard);
  // Before anything is read, so that what is written from here on is heard of.
  const announcements = await orClose(store, 'read', () => store.openAnnouncements(clock));
  const processes = createKeptProcesses({
    ledger,
    announce: (value) => guard.required(() => announcements.announce(value)),
    hear: announcements.hear,
    log,
    clock,
  });
  const receipts = createKeptReceipts(ledger);
  const outbox = createKeptOutbox(ledger, clock);
  const [communities, blocked] = await orClose(store, 'read', () =>
    Promise.all([
      createKeptCommunities({ ledger: unguarded, guard, processes, receipts, log, clock }),
      createKeptBlockList(unguarded, guard, processes),
    ]),
  );
  const refreshing = setInterval(() => {
    // A lost store is logged by its guard.
    void Promise.allSettled([communities.refresh(), blocked.refresh()]);
  }, refreshEveryMs).unref();
  const tidying = setInterval(() => {
    // A store that is away, or busy for another process, is tidied the next time.
    store.tidy(clock).catch(() => {});
  }, tidyEveryMs).unref();
  return {
    ...createSimpleState(store, ledger, guard, personKey, clock),
    communities,
    receipts,
    outbox,
    deliveries: createKeptDeliveries(ledger, outbox, clock, beatEveryMs),
    blocked,
    processes,
    async close() {
      clearInterval(refreshing);
      clearInterval(tidying);
      announcements.close();
      await processes.leave();
      guard.close();
      await store.close();
    },
  };
}

/** What is never held in memory. */
function createSimpleState(
  store: Store,
  ledger: Ledger,
  guard: StoreGuard,
  personKey: PersonKeys,
  clock: () => Date,
): Omit<
  State,
  'communities' | 'receipts' | 'outbox' | 'deliveries' | 'blocked' | 'processes' | 'close'
> {
  const answers = createKeptAnswers(store.keyv('factbot-answers'), ledger, guard, personKey);
  const requests = createKeptRequests(ledger, personKey);
  return {
    ledger,
    reloads: createKeptReloads(ledger),
    lastGood: createLastGood(store.keyv('factbot-facts'), guard),
    decisions: createKeptDecisions(ledger),
    changes: createKeptChanges(ledger),
    sets: createKeptSets(ledger),
    answers,
    reports: createKeptReports(ledger),
    requests,
    personal: createPersonalRecords(ledger, answers, requests),
    told: createKeptToldClaims(ledger, clock),
    corrections: createKeptCorrections(ledger),
    limits: createLimits(store.redis, guard, ledger, personKey),
    installations: (keys) => createInstallations(store.keyv('factbot-installations'), guard, keys),
  };
}

/** A server may be reached and yet refuse to write: a replica, a full disk, a user without rights. */
async function proveWritable(store: Store): Promise<void> {
  await store.keyv<true>('factbot-probe').set('started', true, 60_000);
  if (store.redis) await proveCounting(store.redis);
}

async function orClose<T>(
  store: Store,
  done: 'read' | 'written',
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await store.close();
    const why = error instanceof Error ? error.message : String(error);
    const allow = done === 'read' ? 'reading' : 'writing';
    throw new StateError(
      `The state in ${store.name} can't be ${done} (${why}): allow ${allow}, or set STATE_URL to another place.`,
    );
  }
}
