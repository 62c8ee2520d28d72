import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

const received = z.discriminatedUnion('op', [
  z.object({ op: z.literal(1), d: z.number().nullable() }),
  z.object({ op: z.literal(2), d: z.object({ token: z.string(), intents: z.number() }) }),
  z.object({
    op: z.literal(6),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.number() }),
  }),
]);
export type Identify = Extract<z.infer<typeof received>, { op: 2 }>['d'];

export interface Gateway {
  readonly identifies: readonly Identify[];
  /** How often a session was taken up again. */
  readonly resumes: number;
  readonly connected: boolean;
  /** Sends an event, or keeps it for the moment when the session resumes. */
  dispatch(event: string, data: object): void;
  /** Ends the connection with a close code, or as a broken cable does if none is given. */
  disconnect(code?: number): void;
  /** Answers the next IDENTIFY with this close code. */
  refuseIdentify(code: number): void;
  /** Resolves with the next session or resumption. */
  nextConnection(): Promise<void>;
  stop(): void;
}

interface Session {
  readonly id: string;
  readonly events: { op: 0; t: string; s: number; d: object }[];
}

/** The gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME with replay, close codes. */
export function createGateway(
  server: Server,
  world: { token: string; url: () => string; ready: () => object; guilds: () => readonly object[] },
): Gateway {
  const sockets = new WebSocketServer({ server });
  const identifies: Identify[] = [];
  const waiting: (() => void)[] = [];
  let session: Session | undefined;
  let socket: WebSocket | undefined;
  let refusal: number | undefined;
  let resumes = 0;

  const send = (to: WebSocket, payload: object): void => to.send(JSON.stringify(payload));

  function dispatch(t: string, d: object): void {
    if (!session) throw new Error('nobody has identified');
    const event = { op: 0, t, s: session.events.length + 1, d } as const;
    session.events.push(event);
    if (socket) send(socket, event);
  }

  function connect(to: WebSocket): void {
    socket = to;
    for (const resolve of waiting.splice(0)) resolve();
  }

  function identify(from: WebSocket, request: Identify): void {
    identifies.push(request);
    const code = request.token === world.token ? refusal : 4004;
    refusal = undefined;
    if (code !== undefined) {
      from.close(code);
      return;
    }
    session = { id: randomUUID(), events: [] };
    connect(from);
    dispatch('READY', {
      ...world.ready(),
      session_id: session.id,
      resume_gateway_url: world.url(),
    });
    for (const guild of world.guilds()) dispatch('GUILD_CREATE', guild);
  }

  sockets.on('connection', (connection) => {
    send(connection, { op: 10, d: { heartbeat_interval: 45_000 } });
    connection.on('message', (data) => {
      const message = received.parse(JSON.parse(String(data)));
      switch (message.op) {
        case 1:
          return send(connection, { op: 11 });
        case 2:
          return identify(connection, message.d);
        case 6: {
          if (message.d.session_id !== session?.id) return send(connection, { op: 9, d: false });
          resumes += 1;
          for (const event of session.events.slice(message.d.seq)) send(connection, event);
          connect(connection);
          return dispatch('RESUMED', {});
        }
      }
    });
    connection.on('close', () => {
      if (socket === connection) socket = undefined;
    });
  });

  return {
    identifies,
    get resumes() {
      return resumes;
    },
    get connected() {
      return socket !== undefined;
    },
    dispatch,
    disconnect(code) {
      const open = socket;
      socket = undefined;
      if (code === undefined) open?.terminate();
      else open?.close(code);
    },
    refuseIdentify(code) {
      refusal = code;
    },
    nextConnection() {
      return new Promise((resolve) => waiting.push(resolve));
    },
    stop() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}
