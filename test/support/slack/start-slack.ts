import { createSlackAdapter } from '../../../src/adapters/slack/create-slack-adapter.ts';
import type { Bot } from '../../../src/core/bot/bot.ts';
import {
  type ConnectedSenders,
  createConnectedSenders,
} from '../../../src/core/outbox/connected-senders.ts';
import type { Adapter } from '../../../src/core/ports/adapter.ts';
import type { Deliveries } from '../../../src/core/ports/deliveries.ts';
import type { Log } from '../../../src/core/ports/log.ts';
import { createDeliveriesInMemory } from '../deliveries-in-memory.ts';
import { deliverOverHttp, signingSecret } from './signed-http.ts';
import { createSlackPeople, type SlackPeople } from './slack-people.ts';
import { type SlackServer, startSlackServer, tokens } from './slack-server.ts';
import { type SocketMode, startSocketMode } from './socket-mode.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface RunningSlack extends SlackPeople {
  readonly server: SlackServer;
  readonly socket: SocketMode;
  readonly adapter: Adapter;
  /** Where the app listens; undefined over Socket Mode. */
  readonly eventsUrl: string | undefined;
  readonly logged: readonly LogLine[];
  /** Resolves with the first fatal problem that the adapter reports. */
  readonly fatal: Promise<Error>;
  /** Answers under way may take as long as this, in milliseconds. */
  stop(withinMs?: number): Promise<void>;
}

export interface StartOptions {
  readonly bot: Bot;
  readonly transport: 'socket' | 'http';
  readonly botToken?: string;
  readonly appToken?: string;
  readonly port?: number;
  /** Of its own unless given: adapters that share them are one bot. */
  readonly deliveries?: Deliveries;
  readonly senders?: ConnectedSenders;
}

/** A stand-in Slack with the adapter connected to it through the real Bolt. */
export async function startSlack(options: StartOptions): Promise<RunningSlack> {
  const { bot, transport, botToken = tokens.bot, appToken = tokens.app, port = 0 } = options;
  const server = await startSlackServer();
  const socket = startSocketMode(server);
  const logged: LogLine[] = [];
  const fatal = Promise.withResolvers<Error>();
  const adapter = createSlackAdapter({
    bot,
    transport:
      transport === 'socket'
        ? { kind: 'socket', botToken, appToken }
        : { kind: 'http', botToken, signingSecret, port, host: '127.0.0.1' },
    apiUrl: server.apiUrl,
    communities: { async joined() {}, async left() {} },
    deliveries: options.deliveries ?? createDeliveriesInMemory(),
    senders: options.senders ?? createConnectedSenders(),
    log: createRecordingLog(logged),
    onFatal: fatal.resolve,
  });
  const stop = async (withinMs = 5000): Promise<void> => {
    await adapter.stop(withinMs);
    socket.stop();
    await server.stop();
  };
  try {
    await adapter.start();
  } catch (error) {
    await stop();
    throw error;
  }
  const listening = logged.find(({ fields }) => fields.transport === 'http');
  const eventsUrl = listening && `http://127.0.0.1:${listening.fields.port}/slack/events`;
  const deliver = eventsUrl ? deliverOverHttp(eventsUrl) : socket.deliver;
  return {
    ...createSlackPeople(server, deliver),
    server,
    socket,
    adapter,
    eventsUrl,
    logged,
    fatal: fatal.promise,
    stop,
  };
}

function createRecordingLog(lines: LogLine[]): Log {
  const record = (level: LogLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields: { ...fields }, message });
  };
  return { info: record('info'), warn: record('warn'), error: record('error') };
}
