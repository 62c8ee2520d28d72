import { type WebSocket, WebSocketServer } from 'ws';
import type { Deliver, DeliveryKind } from './delivery.ts';
import type { SlackServer } from './slack-server.ts';

export interface SocketMode {
  readonly deliver: Deliver;
  /** Sends just this. */
  send(text: string): void;
  /** Resolves when the app has connected once more than at the start. */
  reconnected(): Promise<void>;
  /** Asks the app to connect anew, as Slack does every few hours. */
  askToReconnect(): void;
  /** Cuts the connection without a word. */
  drop(): void;
  stop(): void;
}

const envelopeTypes: Readonly<Record<DeliveryKind, string>> = {
  slash: 'slash_commands',
  event: 'events_api',
  interactive: 'interactive',
};

/** Slack's side of Socket Mode, on the address that `apps.connections.open` gives out. */
export function startSocketMode(server: SlackServer): SocketMode {
  const sockets = new WebSocketServer({ server: server.http, path: '/link/' });
  const acknowledged = new Map<string, (payload: unknown) => void>();
  let current: WebSocket | undefined;
  let waiting = Promise.withResolvers<void>();
  const again = Promise.withResolvers<void>();
  let connections = 0;
  let envelopes = 0;

  sockets.on('connection', (socket) => {
    current = socket;
    connections += 1;
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    waiting.resolve();
    if (connections > 1) again.resolve();
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data));
      acknowledged.get(id)?.(payload);
    });
    socket.on('close', () => {
      if (current !== socket) return;
      current = undefined;
      waiting = Promise.withResolvers();
    });
  });

  return {
    send(text) {
      current?.send(text);
    },
    reconnected: () => again.promise,
    async deliver(kind, payload, retry) {
      await waiting.promise;
      const envelopeId = `envelope-${++envelopes}`;
      const { promise, resolve } = Promise.withResolvers<unknown>();
      acknowledged.set(envelopeId, resolve);
      current?.send(
        JSON.stringify({
          envelope_id: envelopeId,
          type: envelopeTypes[kind],
          accepts_response_payload: kind !== 'event',
          payload,
          ...(retry && { retry_attempt: retry.attempt, retry_reason: retry.reason }),
        }),
      );
      return promise;
    },
    askToReconnect() {
      current?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    drop() {
      current?.terminate();
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
