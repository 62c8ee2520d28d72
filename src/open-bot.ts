import { commands } from '../commands/index.ts';
import packageFile from '../package.json' with { type: 'json' };
import { consoleUser } from './adapters/console/console-adapter.ts';
import type { Config } from './config.ts';
import type { Bot } from './core/bot/bot.ts';
import { createBot } from './core/bot/create-bot.ts';
import { noteFiles } from './core/bot/note-files.ts';
import { createPopularity } from './core/bot/popularity.ts';
import { createSharedLibrary, type SharedLibrary } from './core/bot/shared-library.ts';
import { dayOf } from './core/claims/calendar.ts';
import { openLibrary } from './core/claims/open-library.ts';
import type { Connections } from './core/ports/connections.ts';
import type { Log } from './core/ports/log.ts';
import { createReportDesk } from './core/requests/report-desk.ts';
import { createRequestDesk } from './core/requests/request-desk.ts';
import type { About } from './core/texts/about.ts';
import { createPackLoader } from './loading/create-pack-loader.ts';
import { prepareApart } from './loading/prepare-apart.ts';
import { createMatcher } from './matching/create-matcher.ts';
import { openFeeds } from './open-feeds.ts';
import { type OpenOutgoing, openOutgoing } from './open-outgoing.ts';
import { readConfiguredPacks } from './read-configured-packs.ts';
import type { Feeds, Wanted } from './storage/feeds/create-feeds.ts';
import type { State } from './storage/state/state.ts';
import { systemClock } from './system-clock.ts';

export interface OpenBot extends OpenOutgoing {
  readonly bot: Bot;
  readonly library: SharedLibrary;
  readonly feeds: Feeds;
}

/** Beside the state, for the next start; it holds claims, and nothing of people. */
const snapshot = 'var/claims.snapshot';

/** The bot over the packs on disk, without any chat: what every program of ours starts from. */
export async function openBot(
  config: Config,
  state: State,
  log: Log,
  connections: Connections = { list: () => [] },
): Promise<OpenBot> {
  const feeds = openFeeds(log);
  const load = createPackLoader(snapshot);
  let wanted: Wanted = 'missing';
  const read = (held: readonly string[]) => {
    const options = { feeds, wanted };
    // No start waits for a source while there is a copy of what it gave.
    wanted = 'all';
    return readConfiguredPacks(config, dayOf(systemClock()), options, held, load);
  };
  const { reloads: history, lastGood, sets, decisions, changes } = state;
  const clock = systemClock;
  const own = await openLibrary({
    read,
    prepare: async (packs) => {
      try {
        return await prepareApart(packs);
      } catch (error) {
        log.error({ err: error }, 'Claims could not be made ready beside the thread that answers');
        throw error;
      }
    },
    createMatcher,
    history,
    lastGood,
    sets,
    decisions,
    changes,
    clock,
  });
  noteFiles(own, log);
  const about = aboutThisProgram(config.runBy, systemClock());
  // Whoever sits at the terminal could edit the packs anyway.
  const operators = new Set([...config.operators, consoleUser]);
  const { communities, blocked, reports, requests, answers, receipts, told, limits, processes } =
    state;
  const library = createSharedLibrary(own, processes);
  const desk = createRequestDesk({
    requests,
    decisions,
    outbox: state.outbox,
    communities,
    createMatcher,
    clock,
  });
  const services = {
    library,
    communities,
    changes,
    blocked,
    processes,
    connections,
    feeds,
    reports: createReportDesk({ reports, clock }),
    outbox: state.outbox,
    receipts,
    requests: desk,
    personal: state.personal,
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
    operators,
    clock: systemClock,
    stopwatch: () => performance.now(),
    log,
  });
  const { corrections: settings, digest } = config;
  const { outgoing, senders } = openOutgoing({
    state,
    bot,
    library,
    desk,
    settings,
    digest,
    connections,
    clock,
    log,
  });
  return { library, feeds, bot, senders, outgoing };
}

/** Dependencies are pinned to exact versions, so package.json tells what runs. */
function aboutThisProgram(runBy: string | undefined, startedAt: Date): About {
  const { version, dependencies } = packageFile;
  return {
    version,
    runtime: [
      `Node.js ${process.versions.node}`,
      `discord.js ${dependencies['discord.js']}`,
      `@slack/bolt ${dependencies['@slack/bolt']}`,
    ],
    runBy,
    startedAt,
  };
}
