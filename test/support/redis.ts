import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The server of `TEST_REDIS_URL`, or one of our own. Fails, rather than skipping tests, where there is neither. */
export async function startRedis(): Promise<RedisServer> {
  const url = process.env.TEST_REDIS_URL;
  return url ? { url, stop: async () => {} } : startOwnRedis();
}

export interface OwnRedisServer extends RedisServer {
  readonly port: number;
  /** From here on it keeps connections open and answers nothing. */
  freeze(): void;
}

/** A server of our own that holds nothing and that the test may stop; on `port` to stand in for one that went away. */
export async function startOwnRedis(
  port?: number,
  options: readonly string[] = [],
): Promise<OwnRedisServer> {
  const chosen = port ?? (await freePort());
  const server = spawn(
    'redis-server',
    ['--port', `${chosen}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...options],
    // A server's clock is its own: `faketime` moves the suite's, and its library keeps Redis from starting.
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, LD_PRELOAD: '' } },
  );
  const failed = once(server, 'error').then(([error]) => {
    throw new Error(
      'These tests start a Redis server of their own: install redis-server (apt-get install -y redis-server).',
      { cause: error },
    );
  });
  await Promise.race([untilListening(chosen), failed]);
  return {
    port: chosen,
    url: `redis://127.0.0.1:${chosen}`,
    freeze: () => server.kill('SIGSTOP'),
    stop: () => stopProcess(server),
  };
}

/** A port of 127.0.0.1 that nobody listened on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No free port');
  return address.port;
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`redis-server does not listen on port ${port}`);
}

async function stopProcess(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}
