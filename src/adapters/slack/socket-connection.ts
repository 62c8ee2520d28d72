import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../core/ports/log.ts';
import { within } from '../../core/ports/within.ts';
import type { Connection } from './connection.ts';
import { connectionProblem, isRefusal } from './connection-problem.ts';
import { isSlackEnvelope } from './slack-envelope.ts';
import { errorCode, webClientOptions, withRetries } from './web-api.ts';

/** From asking for an address to Slack's "hello". */
const helloTimeoutMs = 30_000;
const longestPauseMs = 30_000;

export interface SocketConnectionParts {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly log: Log;
  readonly onFatal: (problem: Error) => void;
}

/**
 * Socket Mode. Reconnecting is ours, not Bolt's: Bolt waits 5 s even when Slack only asks for a fresh socket, retries
 * without end at the start, and lets a refused reconnect end the process as an unhandled rejection.
 */
export function createSocketConnection(parts: SocketConnectionParts): Connection {
  const { appToken, apiUrl, logger, log, onFatal } = parts;
  if (!appToken)
    throw new Error('SLACK_APP_TOKEN is empty. Socket Mode needs an app-level token (xapp-…).');
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: webClientOptions(apiUrl, logger) },
  });
  const { client } = receiver;
  letThroughWhatSlackSends(client);
  let isOpen = false;
  let isClosing = false;

  async function connect(): Promise<void> {
    // A socket that closes before its "hello" rejects with nothing at all.
    const opened = withRetries(() => client.start()).catch((error: unknown) => {
      throw error ?? new Error('the socket closed before it was ready');
    });
    await within(helloTimeoutMs, opened, 'no hello in time');
    if (isClosing) await client.disconnect();
    else isOpen = true;
  }

  async function reconnect(): Promise<void> {
    for (let failures = 1; !isClosing; failures += 1) {
      try {
        await connect();
        log.info({}, 'Slack: connected again');
        return;
      } catch (error) {
        if (isRefusal(error)) {
          onFatal(connectionProblem(error, 'SLACK_APP_TOKEN'));
          return;
        }
        log.warn({ code: errorCode(error), failures }, 'Slack: no connection');
        await delay(Math.min(500 * 2 ** failures, longestPauseMs));
      }
    }
  }

  client.on('disconnected', () => {
    if (!isOpen || isClosing) return;
    isOpen = false;
    log.info({}, 'Slack: disconnected');
    void reconnect();
  });

  return {
    receiver,
    async open() {
      try {
        await connect();
      } catch (error) {
        isClosing = true;
        void client.disconnect();
        throw connectionProblem(error, 'SLACK_APP_TOKEN');
      }
      log.info({ transport: 'socket' }, 'Slack: connected');
    },
    async close() {
      isClosing = true;
      await client.disconnect();
    },
  };
}

/**
 * Slack's client takes what comes on faith: over an event that is null it would end the process. What is none of Slack's is
 * left out, as it is refused over HTTP.
 */
function letThroughWhatSlackSends(client: SocketModeReceiver['client']): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: string | ArrayBuffer, isBinary: boolean) => {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
    if (isBinary || !isSlackEnvelope(text)) return;
    for (const listener of listeners) listener(data, isBinary);
  });
}
