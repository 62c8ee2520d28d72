import { App, webApi } from '@slack/bolt';
import type { Adapter } from '../../core/adapter.ts';
import type { Bot } from '../../core/bot.ts';
import type { Deliveries } from '../../core/deliveries.ts';
import type { Log } from '../../core/log.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { Connection } from './connection.ts';
import { connectionProblem, isRevocation } from './connection-problem.ts';
import { createHttpConnection } from './http-connection.ts';
import { listen } from './listen.ts';
import { createSocketConnection } from './socket-connection.ts';
import { within } from './time-limit.ts';
import { errorFields, fetchWithTimeout, webClientOptions, withRetries } from './web-api.ts';
import { createWorkUnderWay } from './work-under-way.ts';

export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | {
      readonly kind: 'http';
      readonly signingSecret: string;
      readonly port: number;
      /** All interfaces unless given. */
      readonly host?: string;
    };

export interface SlackAdapterParts {
  readonly bot: Bot;
  readonly botToken: string;
  readonly transport: SlackTransport;
  /** Root of the Web API, for proxies and tests; slack.com unless given. */
  readonly apiUrl?: string | undefined;
  readonly deliveries: Deliveries;
  readonly log: Log;
  /** Called when the running adapter can't go on: its message says what to fix. */
  readonly onFatal: (problem: Error) => void;
}

/** Slack, through Bolt. */
export function createSlackAdapter(parts: SlackAdapterParts): Adapter {
  const { bot, botToken, apiUrl, deliveries, log, onFatal } = parts;
  const logger = createBoltLogger(log);
  const underWay = createWorkUnderWay();
  let connection: Connection | undefined;

  function onUndelivered(error: unknown): void {
    log.error(errorFields(error), 'Slack: an answer could not be delivered');
    if (isRevocation(error)) onFatal(connectionProblem(error, 'SLACK_BOT_TOKEN'));
  }

  return {
    async start() {
      const web = new webApi.WebClient(botToken, webClientOptions(apiUrl, logger));
      const identity = await identify(web);
      const opening = createConnection(parts);
      const app = new App({
        receiver: opening.receiver,
        // Known already; given only the token, Bolt asks again, and a refusal would be an unhandled rejection.
        authorize: async () => ({ botToken, ...identity }),
        clientOptions: { ...webClientOptions(apiUrl, logger), fetch: fetchWithTimeout },
        logger,
        convoStore: false,
      });
      listen({ app, bot, deliveries, underWay, log, onUndelivered });
      connection = opening;
      await opening.open();
    },
    async stop(graceMs) {
      if (!connection) return;
      // Answers go out over the Web API, so the way in can be closed while they are being made.
      const finished = connection.close().then(() => underWay.settled());
      connection = undefined;
      await within(graceMs, finished, () => new Error('grace is over')).catch(() => {
        log.warn({ graceMs }, 'Slack: stopped before every answer was given');
      });
    },
  };

  function createConnection({ transport }: SlackAdapterParts): Connection {
    return transport.kind === 'socket'
      ? createSocketConnection({ appToken: transport.appToken, apiUrl, logger, log, onFatal })
      : createHttpConnection({ host: undefined, ...transport, logger, log, onFatal });
  }
}

async function identify(web: webApi.WebClient): Promise<{ botUserId: string; botId: string }> {
  try {
    const { user_id: botUserId, bot_id: botId } = await withRetries(() => web.auth.test());
    if (botUserId && botId) return { botUserId, botId };
  } catch (error) {
    throw connectionProblem(error, 'SLACK_BOT_TOKEN');
  }
  throw new Error(
    'SLACK_BOT_TOKEN belongs to a person. Use the bot token, which begins with xoxb-.',
  );
}
