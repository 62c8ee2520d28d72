import ipaddr from 'ipaddr.js';

/** Where our programs may connect to when others wrote the address. */
export interface NetworkRules {
  /** Asked with the address that is connected to, so that a name which leads elsewhere a moment later gets nobody through. */
  mayReach(ipAddress: string): boolean;
  readonly protocols: readonly string[];
  /** A file of certificates to trust, instead of the well-known ones. */
  readonly caFile?: string;
}

/** HTTPS into the internet: no machine of our own network, however it is called or numbered. */
export const publicNetwork: NetworkRules = {
  mayReach: (ipAddress) =>
    ipaddr.isValid(ipAddress) && ipaddr.process(ipAddress).range() === 'unicast',
  protocols: ['https:'],
};

/** An address that the rules forbid, or an answer that is too large, too slow or none: one sentence says which. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}
