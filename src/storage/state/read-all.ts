import type { Ledger, LedgerRecord } from '../../core/ports/ledger.ts';

/** How long reading all of a kind may take: no acknowledgement waits for it. */
export const readAllTimeoutMs = 10_000;

/** Most records that are read in one step. */
const pageSize = 500;

/** All records whose keys begin with `prefix`, each key once. */
export async function readAll(ledger: Ledger, prefix: string): Promise<readonly LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  let page: readonly LedgerRecord[];
  do {
    const after = records.at(-1)?.key;
    page = await ledger.list({ prefix, order: 'ascending', after, limit: pageSize });
    records.push(...page);
  } while (page.length === pageSize);
  return records;
}
