import type { Log } from '../ports/log.ts';
import type { Processes } from '../ports/processes.ts';

/** Tells the log, at the start, which other processes there are. One that was killed counts for some seconds more. */
export async function noteOthers(
  processes: Pick<Processes, 'list'>,
  { isOneFile }: { readonly isOneFile: boolean },
  log: Log,
): Promise<void> {
  const all = await processes.list();
  const others = all.filter(({ isThis }) => !isThis);
  if (others.length === 0) return;
  const fields = { processes: others.map(({ name }) => name) };
  if (isOneFile) {
    log.warn(
      fields,
      'Another process uses the same SQLite file. That is safe, but each counts its limits by itself: for several processes set STATE_URL to a Redis',
    );
  } else {
    log.info(fields, 'There are other processes of this bot');
  }
  if (new Set(all.map(({ fingerprint }) => fingerprint)).size > 1)
    log.warn(fields, 'The processes answer from different claims: reload them with fact-admin');
}
