import { createHash } from 'node:crypto';
import { commands } from '../../commands/index.ts';
import type { Bot } from '../../src/core/bot/bot.ts';
import { createBot } from '../../src/core/bot/create-bot.ts';
import type { Invocation } from '../../src/core/bot/invocation.ts';
import { createPopularity } from '../../src/core/bot/popularity.ts';
import { createSharedLibrary, type SharedLibrary } from '../../src/core/bot/shared-library.ts';
import { type Day, dayOf } from '../../src/core/claims/calendar.ts';
import type { Claim } from '../../src/core/claims/claim.ts';
import type { Library } from '../../src/core/claims/library.ts';
import { type LibraryParts, openLibrary } from '../../src/core/claims/open-library.ts';
import type { Pack } from '../../src/core/claims/pack.ts';
import type { HeldReading, PackReading } from '../../src/core/claims/pack-reading.ts';
import type { CorrectionSettings } from '../../src/core/corrections/create-corrections.ts';
import type { DigestSettings } from '../../src/core/digest/places.ts';
import type { UserKey } from '../../src/core/keys.ts';
import type { Connections } from '../../src/core/ports/connections.ts';
import type { Log } from '../../src/core/ports/log.ts';
import { createReportDesk } from '../../src/core/requests/report-desk.ts';
import { createRequestDesk, type RequestDesk } from '../../src/core/requests/request-desk.ts';
import { createMatcher as createOurMatcher } from '../../src/matching/create-matcher.ts';
import type { CreateMatcher } from '../../src/matching/matcher.ts';
import { type OpenOutgoing, openOutgoing } from '../../src/open-outgoing.ts';
import type { Feeds } from '../../src/storage/feeds/create-feeds.ts';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { createState, type State } from '../../src/storage/state/state.ts';
import { prepareInPlace } from './prepare-in-place.ts';
import { testNow } from './test-day.ts';

export const silentLog: Log = { info() {}, warn() {}, error() {} };

export interface TestBotOptions {
  /** Folder of packs; the shipped packs unless given. */
  readonly dataDir?: string;
  /** Packs made by the test, instead of a folder; what a function gives is read anew by each reload. */
  readonly packs?: readonly Pack[] | (() => readonly Pack[]);
  readonly createMatcher?: CreateMatcher;
  /** Where packs are read and made ready; in the thread that answers unless given. */
  readonly loading?: Pick<LibraryParts, 'read' | 'prepare'>;
  /** How the bot sees its library; as it is unless given. */
  readonly seenLibrary?: (library: Library) => Library;
  /** A store that outlives the bot; one in memory unless given. */
  readonly state?: State;
  readonly operators?: readonly UserKey[];
  readonly now?: Date;
  /** A clock that goes; standing at `now` unless given. */
  readonly clock?: () => Date;
  /** Milliseconds since some moment; as the clock goes unless given. */
  readonly stopwatch?: () => number;
  readonly log?: Log;
  readonly corrections?: CorrectionSettings;
  /** Where the weekly digest goes; nowhere unless given. */
  readonly digest?: DigestSettings;
  /** How the chats of the process fare; there are none unless given. */
  readonly connections?: Connections;
  /** The feeds of packs in a folder; there are none unless given. */
  readonly feeds?: Feeds;
}

export interface TestBot extends OpenOutgoing {
  readonly desk: RequestDesk;
  readonly bot: Bot;
  readonly library: SharedLibrary;
  readonly state: State;
}

/** The real bot over real packs and a real store in memory, with a fixed clock. */
export async function createTestBot({
  dataDir = 'data',
  packs,
  loading,
  createMatcher = createOurMatcher,
  seenLibrary = (library) => library,
  state,
  operators = [],
  now = testNow,
  clock = () => now,
  stopwatch = () => clock().getTime(),
  log = silentLog,
  connections = { list: () => [] },
  feeds,
  digest = { channels: [], people: [] },
  corrections = { mode: 'edit+notice', perChannel: 20, days: 30 },
}: TestBotOptions = {}): Promise<TestBot> {
  const kept = state ?? (await createState('memory:', log, { clock }));
  const { communities, blocked, reports, requests, answers, receipts, told, limits } = kept;
  const library = await openLibrary({
    read: () =>
      packs
        ? readMade(typeof packs === 'function' ? packs() : packs)
        : readFolder(dataDir, feeds, dayOf(clock())),
    prepare: prepareInPlace,
    ...loading,
    createMatcher,
    history: kept.reloads,
    lastGood: kept.lastGood,
    decisions: kept.decisions,
    changes: kept.changes,
    sets: kept.sets,
    clock,
  });
  const shared = createSharedLibrary(seenLibrary(library), kept.processes);
  const about = {
    version: '0.1.0',
    runtime: ['Node.js 26'],
    runBy: 'The Test Desk',
    startedAt: new Date(now.getTime() - 90 * 60_000),
  };
  const desk = createRequestDesk({
    requests,
    decisions: kept.decisions,
    outbox: kept.outbox,
    communities,
    createMatcher,
    clock,
  });
  const services = {
    library: shared,
    communities,
    changes: kept.changes,
    blocked,
    processes: kept.processes,
    connections,
    feeds: feeds ?? { list: () => [] },
    reports: createReportDesk({ reports, clock }),
    outbox: kept.outbox,
    receipts,
    requests: desk,
    personal: kept.personal,
    about,
    popularity: createPopularity(),
  };
  const bot = createBot({
    commands,
    services,
    answers,
    receipts,
    told,
    limits,
    operators: new Set(operators),
    clock,
    stopwatch,
    log,
  });
  const outgoing = openOutgoing({
    state: kept,
    bot,
    library: shared,
    desk,
    settings: corrections,
    digest,
    connections,
    clock,
    log,
  });
  return { bot, library: shared, state: kept, desk, ...outgoing };
}

async function readFolder(
  dir: string,
  feeds: Feeds | undefined,
  today: Day,
): Promise<PackReading | HeldReading> {
  return readPacks(dir, today, { copies: (await feeds?.bring(dir, 'all')) ?? {} });
}

async function readMade(packs: readonly Pack[]): Promise<PackReading> {
  // As short as a real one: it is part of the names of all that is kept.
  const fingerprint = createHash('sha256').update(JSON.stringify(packs)).digest('hex');
  return { ok: true, packs, fingerprint };
}

/** A pack of claims made by a test. */
export function rivertonPack(claims: readonly Claim[]): Pack {
  return {
    name: 'riverton',
    title: 'Riverton facts',
    language: 'en',
    maintainer: 'The Riverton desk',
    method: 'We read the minutes.',
    licence: 'CC-BY-4.0',
    corrections: 'Write to desk@riverton.example.',
    verdicts: {},
    claims,
  };
}

/** What somebody types in a direct message or after a mention. */
export function says(text: string, user: UserKey = 'console:test'): Invocation {
  return { platform: 'console', user, input: { kind: 'text', text, by: 'direct-message' } };
}
