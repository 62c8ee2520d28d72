import type { Logger } from 'pino';
import { type ConsoleOptions, createConsoleAdapter } from './adapters/console/console-adapter.ts';
import { createDiscordAdapter } from './adapters/discord/create-discord-adapter.ts';
import { createSlackAdapter } from './adapters/slack/create-slack-adapter.ts';
import type { SlackTransport } from './adapters/slack/slack-transport.ts';
import { answerFlags, flagsToForm } from './cli/answer-flags.ts';
import { type Config, loadConfig } from './config.ts';
import type { Bot } from './core/bot/bot.ts';
import { noteOthers } from './core/bot/note-others.ts';
import { dayOf } from './core/claims/calendar.ts';
import { lookupToData } from './core/claims/lookup-to-data.ts';
import type { Adapter } from './core/ports/adapter.ts';
import { within } from './core/ports/within.ts';
import { createLogger } from './logger.ts';
import { openBot } from './open-bot.ts';
import { ArgumentError, runProgram } from './program.ts';
import type { SlackConfig } from './slack-config.ts';
import { createState, type State } from './storage/state/state.ts';
import { systemClock } from './system-clock.ts';

/** How often data of communities that the bot left long ago is looked for, in milliseconds. */
const sweepEveryMs = 6 * 60 * 60_000;

/** How long answers under way may take to finish once the program is told to stop. */
const graceMs = 8_000;

interface NamedAdapter {
  readonly name: string;
  /** Whether somebody sits right at it, and sees for themselves that it has started and ended. */
  readonly isTerminal?: boolean;
  readonly adapter: Adapter;
}

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
  const log = createLogger(config);
  const state = await createState(config.stateUrl, log, { clock: systemClock });
  const { bot, library } = await openBot(config, state, log);
  await library.join();
  await noteOthers(state.processes, { isOneFile: config.stateUrl.startsWith('sqlite:') }, log);
  const stopping = Promise.withResolvers<Error | undefined>();
  const claimToData = (claim: string) =>
    lookupToData(library.current.lookup(claim), dayOf(systemClock()));
  const terminal = {
    claims: library.current,
    ...(form === 'json' ? { claimToData } : { detail: form }),
  };
  const adapters = createAdapters(config, bot, state, log, terminal, stopping.resolve);

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
  const started = startAll(adapters, log).catch(stopping.resolve);
  const failure = await stopping.promise;
  if (failure) log.error({ err: failure }, failure.message);
  else if (isAway(adapters)) log.info({}, 'Stopping');
  await within(graceMs, started).catch(() => {});
  await Promise.allSettled(adapters.map(({ adapter }) => adapter.stop(graceMs)));
  await state.close();
  process.exit(failure ? 1 : 0);
}

async function sweepCommunities({ communities }: State, log: Logger): Promise<void> {
  const removed = await communities.removeLeft();
  if (removed.length > 0) log.info({ removed }, 'Removed what was held of communities long left');
}

/** The chats that are configured, or the terminal where none is. */
function createAdapters(
  config: Config,
  bot: Bot,
  state: State,
  log: Logger,
  terminal: Pick<ConsoleOptions, 'claims' | 'claimToData' | 'detail'>,
  stop: (failure: Error | undefined) => void,
): readonly NamedAdapter[] {
  const onFatal = stop;
  const { deliveries, communities } = state;
  const adapters: NamedAdapter[] = [];
  if (config.discord) {
    const parts = { ...config.discord, bot, deliveries, communities, log, onFatal };
    adapters.push({ name: 'Discord', adapter: createDiscordAdapter(parts) });
  }
  if (config.slack) {
    const { apiUrl } = config.slack;
    const transport = withInstallations(config.slack.transport, state);
    const parts = { bot, transport, apiUrl, deliveries, communities, log, onFatal };
    adapters.push({ name: 'Slack', adapter: createSlackAdapter(parts) });
  }
  if (adapters.length > 0) return adapters;
  const { stdin: input, stdout: output } = process;
  const interactive = Boolean(input.isTTY && output.isTTY) && !terminal.claimToData;
  const onEnd = (): void => stop(undefined);
  return [
    {
      name: 'the terminal',
      isTerminal: true,
      adapter: createConsoleAdapter({ ...terminal, bot, input, output, interactive, onEnd }),
    },
  ];
}

function withInstallations(transport: SlackConfig['transport'], state: State): SlackTransport {
  if (transport.kind !== 'oauth') return transport;
  const { installationKeys, ...oauth } = transport;
  return { ...oauth, installations: state.installations(installationKeys) };
}

/** @throws {Error} naming every adapter that could not start and why. */
async function startAll(adapters: readonly NamedAdapter[], log: Logger): Promise<void> {
  const results = await Promise.allSettled(adapters.map(({ adapter }) => adapter.start()));
  const failures = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [`${adapters[index]?.name} could not start: ${messageOf(result.reason)}`]
      : [],
  );
  if (failures.length > 0) throw new Error(failures.join('\n'));
  if (isAway(adapters)) {
    log.info({}, `Answering on ${adapters.map(({ name }) => name).join(' and ')}`);
  }
}

/** Whether people are where only the log tells them how the program does. */
function isAway(adapters: readonly NamedAdapter[]): boolean {
  return !adapters.some(({ isTerminal }) => isTerminal);
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

await runProgram(description, ({ values }) => main(values));
