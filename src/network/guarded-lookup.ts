import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { NetworkError, type NetworkRules } from './network-rules.ts';

/** Finds the addresses of a host like Node's own `lookup`, without those that the rules forbid. */
export function guardedLookup(rules: NetworkRules): LookupFunction {
  return (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const allowed = found.filter(({ address }) => rules.mayReach(address));
      const [first] = allowed;
      if (!first) return callback(forbidden(host), '', 0);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/**
 * Node looks nothing up for a host that is a number.
 * @throws {NetworkError} where it is one that the rules forbid.
 */
export function checkNumericHost(hostname: string, rules: NetworkRules): void {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) && !rules.mayReach(address)) throw forbidden(hostname);
}

function forbidden(host: string): NetworkError {
  return new NetworkError(`${host} lies in a private network, where nothing is fetched from`);
}
