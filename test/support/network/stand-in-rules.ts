import type { NetworkRules } from '../../../src/network/network-rules.ts';

/** Lets tests reach stand-in servers on loopback, and nothing else. */
export const onLoopback: NetworkRules = {
  mayReach: (address) => address === '127.0.0.1' || address === '::1',
  protocols: ['http:', 'https:'],
  caFile: 'test/fixtures/tls/localhost.crt',
};
