import dns from 'node:dns';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchOnce } from '../../src/network/fetch-guarded.ts';
import { openGuardedProxy } from '../../src/network/guarded-proxy.ts';
import { type NetworkRules, publicNetwork } from '../../src/network/network-rules.ts';
import { listenOnLoopback } from '../support/network/listen.ts';

/** Outside 127.0.0.2, which stands for a machine of our own network, tests may go. */
const rules: NetworkRules = {
  mayReach: (address) => address === '127.0.0.1',
  protocols: ['http:'],
};

/** Servers on one port of both machines; each says where it is. */
async function startMachines(): Promise<{ port: number; reached: string[] }> {
  const reached: string[] = [];
  let port = 0;
  for (const host of ['127.0.0.1', '127.0.0.2']) {
    const server = createServer((_, response) => {
      reached.push(host);
      response.end(host);
    });
    port = await listenOnLoopback(server, port, host);
  }
  return { port, reached };
}

/** A name server that answers each question otherwise, as one does that is out to get into a network. */
function answerInTurn(...answers: readonly string[]): { asked: () => number } {
  const { lookup } = dns;
  let asked = 0;
  const answer = (_host: string, _options: object, callback: (...found: unknown[]) => void) => {
    const address = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    callback(null, [{ address, family: 4 }]);
  };
  Object.assign(dns, { lookup: answer });
  syncBuiltinESMExports();
  onTestFinished(() => {
    Object.assign(dns, { lookup });
    syncBuiltinESMExports();
  });
  return { asked: () => asked };
}

const options = { rules, maxBytes: 1000, withinMs: 5_000, userAgent: 'test' };

test('a name that answers otherwise a moment later leads where it was checked', async () => {
  const { port, reached } = await startMachines();
  const names = answerInTurn('127.0.0.1', '127.0.0.2');
  const page = await fetchOnce(new URL(`http://rebinding.example:${port}/`), options);
  expect(page.body.toString()).toBe('127.0.0.1');
  expect(names.asked()).toBe(1);
  await expect(fetchOnce(new URL(`http://rebinding.example:${port}/`), options)).rejects.toThrow(
    'private network',
  );
  expect(reached).toEqual(['127.0.0.1']);
});

test('so it does for a program behind the proxy', async () => {
  const { port, reached } = await startMachines();
  const proxy = await openGuardedProxy(rules, 1000);
  onTestFinished(proxy.close);
  answerInTurn('127.0.0.1', '127.0.0.2');
  const through = async (): Promise<string> => {
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1');
    socket.write(`CONNECT rebinding.example:${port} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const [answer] = await once(socket, 'data');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await once(socket, 'close');
    return String(answer).split('\r\n')[0] ?? '';
  };
  expect(await through()).toContain('200');
  expect(await through()).toContain('403');
  expect(proxy.refusals).toEqual([expect.stringContaining('private network')]);
  expect(reached).toEqual(['127.0.0.1']);
});

test.each([
  '10.1.2.3',
  '172.16.0.1',
  '192.168.0.1',
  '127.0.0.1',
  '127.1.2.3',
  '0.0.0.0',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:10.0.0.1',
  '::10.0.0.1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  '2001:db8::1',
  'none',
])('%s is no address in the internet', (address) => {
  expect(publicNetwork.mayReach(address)).toBe(false);
});

test.each(['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is one', (address) => {
  expect(publicNetwork.mayReach(address)).toBe(true);
});
