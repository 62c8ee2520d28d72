import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkNumericHost, guardedLookup } from './guarded-lookup.ts';
import type { NetworkRules } from './network-rules.ts';

/** Lets another program reach, over HTTPS, what the rules allow, and no more than so many bytes of it. */
export interface GuardedProxy {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Why connections were refused or cut off, in sentences without their full stop. */
  readonly refusals: readonly string[];
  close(): void;
}

export async function openGuardedProxy(
  rules: NetworkRules,
  maxBytes: number,
): Promise<GuardedProxy> {
  const sockets = new Set<Duplex>();
  const refusals: string[] = [];
  let bytes = 0;

  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };

  function hold(socket: Duplex): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  }

  function refuse(client: Duplex, error: Error): void {
    refusals.push(error.message);
    client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  }

  function join(client: Duplex, target: Socket, head: Buffer): void {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    target.write(head);
    target.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) return;
      refusals.push(`more than ${maxBytes} bytes came`);
      close();
    });
    target.pipe(client).pipe(target);
    // Each end that goes takes the other along.
    target.once('close', () => client.destroy());
    client.once('close', () => target.destroy());
  }

  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, client, head) => {
    hold(client);
    const { hostname, port } = new URL(`https://${request.url}`);
    try {
      checkNumericHost(hostname, rules);
    } catch (error) {
      refuse(client, error instanceof Error ? error : new Error(String(error)));
      return;
    }
    const host = hostname.replace(/^\[|\]$/g, '');
    const target = connect({ host, port: Number(port || 443), lookup: guardedLookup(rules) });
    hold(target);
    const refuseUnconnected = (error: Error): void => refuse(client, error);
    target.once('error', refuseUnconnected);
    target.once('connect', () => {
      target.off('error', refuseUnconnected);
      join(client, target, head);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, refusals, close };
}
