import type { Logger } from 'pino';
import { type ConsoleOptions, createConsoleAdapter } from './adapters/console/console-adapter.ts';
import type { SlackTransport } from './adapters/slack/slack-transport.ts';
import { type Chat, createChats } from './chats.ts';
import { answerFlags, flagsToForm } from './cli/answer-flags.ts';
import { type Config, loadConfig } from './config.ts';
import type { Bot } from './core/bot/bot.ts';
import { keepFresh } from './core/bot/keep-fresh.ts';
import { noteReload } from './core/bot/note-files.ts';
import { noteOthers } from './core/bot/note-others.ts';
import type { SharedLibrary } from './core/bot/shared-library.ts';
import { warmUp } from './core/bot/warm-up.ts';
import { dayOf } from './core/claims/calendar.ts';
import { lookupToData } from './core/claims/lookup-to-data.ts';
import type { ConnectedSenders } from './core/outbox/connected-senders.ts';
import type { Adapter } from './core/ports/adapter.ts';
import type { Reply } from './core/reply/reply.ts';
import { createLogger } from './logger.ts';
import { ArgumentError, runProgram } from './program.ts';
import type { SlackConfig } from './slack-config.ts';
import { createState, type State } from './storage/state/state.ts';
import { systemClock } from './system-clock.ts';
import { type Watch, watchPacks } from './watch-packs.ts';

/** How often data of communities that the bot left long ago is looked for, in milliseconds. */
const sweepEveryMs = 6 * 60 * 60_000;

/** How often the outbox is looked at for what other processes left, and the claims for another set, in milliseconds. */
const workEveryMs = 2_000;

/** How often packs' addresses are asked whether one is due, in milliseconds. */
const freshEveryMs = 60_000;

/** How long answers under way may take to finish once the program is told to stop. */
const graceMs = 8_000;

const description = {
  command: 'npm start',
  does: 'Answers on Discord and Slack where .env holds their tokens. Where it holds none it chats in the terminal; the options are for that.',
  options: answerFlags,
  examples: ['npm start', 'npm start -- --short', 'npm run -s start -- --json < claims.txt'],
  exitCodes: {
    0: 'It was told to stop (SIGTERM, SIGINT), or the terminal’s input ended.',
    1: 'It could not start or go on: standard error says what to fix.',
  },
} as const;

async function main(flags: Parameters<typeof flagsToForm>[0]): Promise<void> {
  const form = flagsToForm(flags);
  const config = loadConfig();
  if (Object.values(flags).includes(true) && (config.discord || config.slack)) {
    throw new ArgumentError(
      `--${form} is for the terminal, and the settings connect the bot to a chat.`,
    );
  }
  // What only an answer needs is loaded here, and what only a chat needs where one is configured: `--help` needs neither.
  const { openBot } = await import('./open-bot.ts');
  const log = createLogger(config);
  const state = await createState(config.stateUrl, log, { clock: systemClock });
  const chats = createChats({ log, clock: systemClock });
  const { bot, library, feeds, senders, outgoing } = await openBot(config, state, log, chats);
  await library.join();
  await noteOthers(state.processes, { isOneFile: config.stateUrl.startsWith('sqlite:') }, log);
  const stopping = Promise.withResolvers<Error | undefined>();
  const claimToData = (claim: string) =>
    lookupToData(library.current.lookup(claim), dayOf(systemClock()));
  const configured = await describeChats({ config, bot, state, senders, log });

  process.once('SIGTERM', () => stopping.resolve(undefined));
  process.once('SIGINT', () => stopping.resolve(undefined));
  process.on('uncaughtException', stopping.resolve);
  process.on('unhandledRejection', (reason) =>
    stopping.resolve(reason instanceof Error ? reason : new Error(String(reason))),
  );

  for (const notice of config.notices) log.warn({}, notice);
  const sweep = (): void => void sweepCommunities(state, log);
  sweep();
  setInterval(sweep, sweepEveryMs).unref();
  const watch = config.watch ? watchDataDir(config.dataDir, library, log) : undefined;
  setInterval(() => void outgoing.work(), workEveryMs).unref();
  const refresh = (): void => void keepFresh({ feeds, library, clock: systemClock, log });
  refresh();
  setInterval(refresh, freshEveryMs).unref();
  const terminal = createTerminal({
    bot,
    claims: library.current,
    ...(form === 'json' ? { claimToData } : { detail: form }),
    onEnd: () => stopping.resolve(undefined),
  });
  const isInTerminal = configured.length === 0;
  if (isInTerminal) terminal.start().catch(stopping.resolve);
  else {
    const renderers = configured.map(({ render }) => render);
    await warmUp({ bot, claims: library.current, renderers }).catch((err: unknown) => {
      log.error({ err }, 'A claim could not be asked for before the start');
    });
    void chats.run(configured).then(stopping.resolve);
  }
  const failure = await stopping.promise;
  if (failure) log.error({ err: failure }, failure.message);
  // Whoever sits at the terminal sees for themselves.
  else if (!isInTerminal) log.info({}, 'Stopping');
  watch?.close();
  await outgoing.stop();
  await (isInTerminal ? terminal : chats).stop(graceMs);
  await state.close();
  process.exit(failure ? 1 : 0);
}

async function sweepCommunities({ communities }: State, log: Logger): Promise<void> {
  const removed = await communities.removeLeft();
  if (removed.length > 0) log.info({ removed }, 'Removed what was held of communities long left');
}

/** Takes over what authors write as soon as they save it. */
function watchDataDir(dataDir: string, library: SharedLibrary, log: Logger): Watch | undefined {
  const onError = (error: unknown): void => log.error({ err: error }, 'The packs can’t be watched');
  const onChange = async (): Promise<void> => {
    try {
      noteReload((await library.reload('watch')).result, log);
    } catch (error) {
      onError(error);
    }
  };
  try {
    return watchPacks(dataDir, onChange, onError);
  } catch (error) {
    onError(error);
    return undefined;
  }
}

interface ChatParts {
  readonly config: Config;
  readonly bot: Bot;
  readonly state: State;
  readonly senders: ConnectedSenders;
  readonly log: Logger;
}

interface ConfiguredChat extends Chat {
  readonly render: (reply: Reply) => unknown;
}

/** The chats that are configured. Loading the library of one takes as long as all of a start in the terminal. */
async function describeChats({
  config,
  bot,
  state,
  senders,
  log,
}: ChatParts): Promise<readonly ConfiguredChat[]> {
  const { deliveries, communities } = state;
  const { discord, slack } = config;
  const shared = { bot, deliveries, communities, senders, log };
  const chats: ConfiguredChat[] = [];
  if (discord) {
    const { createDiscordAdapter } = await import('./adapters/discord/create-discord-adapter.ts');
    const { renderDiscord } = await import('./adapters/discord/render-discord.ts');
    const createAdapter: Chat['createAdapter'] = (onFatal) =>
      createDiscordAdapter({ ...discord, ...shared, onFatal });
    chats.push({ platform: 'discord', name: 'Discord', createAdapter, render: renderDiscord });
  }
  if (slack) {
    const { createSlackAdapter } = await import('./adapters/slack/create-slack-adapter.ts');
    const { renderSlack } = await import('./adapters/slack/render-slack.ts');
    const { apiUrl } = slack;
    const transport = withInstallations(slack.transport, state);
    const createAdapter: Chat['createAdapter'] = (onFatal) =>
      createSlackAdapter({ ...shared, transport, apiUrl, onFatal });
    chats.push({ platform: 'slack', name: 'Slack', createAdapter, render: renderSlack });
  }
  return chats;
}

/** For where no chat is configured. */
function createTerminal(
  options: Omit<ConsoleOptions, 'input' | 'output' | 'interactive'>,
): Adapter {
  const { stdin: input, stdout: output } = process;
  const interactive = Boolean(input.isTTY && output.isTTY) && !options.claimToData;
  return createConsoleAdapter({ ...options, input, output, interactive });
}

function withInstallations(transport: SlackConfig['transport'], state: State): SlackTransport {
  if (transport.kind !== 'oauth') return transport;
  const { installationKeys, ...oauth } = transport;
  return { ...oauth, installations: state.installations(installationKeys) };
}

await runProgram(description, ({ values }) => main(values));
