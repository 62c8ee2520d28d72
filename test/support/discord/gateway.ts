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
  /** Sends an event to every session, or keeps it for the moment when the session resumes. */
  dispatch(event: string, data: object): void;
  /** Ends the connection with a close code, or as a broken cable does if none is given. */
  disconnect(code?: number): void;
  /** Answers the next IDENTIFY with this close code. */
  refuseIdentify(code: number): void;
  /** Resolves with the next session or resumption. */
  nextConnection(): Promise<void>;
  stop(): void;
}

/** One for each bot that identified, and each time it did. */
interface Session {
  readonly id: string;
  /** Undefined while it is cut off. */
  socket: WebSocket | undefined;
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
  const sessions: Session[] = [];
  let refusal: number | undefined;
  let resumes = 0;

  const send = (to: WebSocket, payload: object): void => to.send(JSON.stringify(payload));

  function dispatchTo(session: Session, t: string, d: object): void {
    const event = { op: 0, t, s: session.events.length + 1, d } as const;
    session.events.push(event);
    if (session.socket) send(session.socket, event);
  }

  function dispatch(t: string, d: object): void {
    if (sessions.length === 0) throw new Error('nobody has identified');
    for (const session of sessions) dispatchTo(session, t, d);
  }

  function connect(session: Session, to: WebSocket): void {
    session.socket = to;
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
    const session: Session = { id: randomUUID(), socket: undefined, events: [] };
    sessions.push(session);
    connect(session, from);
    dispatchTo(session, 'READY', {
      ...world.ready(),
      session_id: session.id,
      resume_gateway_url: world.url(),
    });
    for (const guild of world.guilds()) dispatchTo(session, 'GUILD_CREATE', guild);
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
          const session = sessions.find(({ id }) => id === message.d.session_id);
          if (!session) return send(connection, { op: 9, d: false });
          resumes += 1;
          for (const event of session.events.slice(message.d.seq)) send(connection, event);
          connect(session, connection);
          return dispatchTo(session, 'RESUMED', {});
        }
      }
    });
    connection.on('close', () => {
      for (const session of sessions) {
        if (session.socket === connection) session.socket = undefined;
      }
    });
  });

  return {
    identifies,
    get resumes() {
      return resumes;
    },
    get connected() {
      return sessions.some(({ socket }) => socket !== undefined);
    },
    dispatch,
    disconnect(code) {
      for (const session of sessions) {
        const open = session.socket;
        session.socket = undefined;
        if (code === undefined) open?.terminate();
        else open?.close(code);
      }
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
