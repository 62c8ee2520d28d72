import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

/** Stands for a machine of our own network. */
const inside = '127.0.0.2';

/**
 * Names that end in `.example` lead to this machine, `inside.example` to another one; gives what takes that back.
 */
export function leadExampleNames(): () => void {
  const { lookup } = dns;
  const answer = (
    host: string,
    options: dns.LookupAllOptions,
    callback: (...found: unknown[]) => void,
  ): void => {
    if (!host.endsWith('.example')) return void lookup(host, options, callback);
    const address = host === 'inside.example' ? inside : '127.0.0.1';
    callback(null, [{ address, family: 4 }]);
  };
  const put = (functions: object): void => {
    Object.assign(dns, functions);
    syncBuiltinESMExports();
  };
  put({ lookup: answer });
  return () => put({ lookup });
}
