import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isRealDay } from '../core/claims/calendar.ts';
import { packClaimTables } from '../core/claims/claim-tables.ts';
import { claimToStatement } from '../core/claims/claim-to-statement.ts';
import type { Pack } from '../core/claims/pack.ts';
import { buildStore } from '../matching/build-store.ts';
import { readPacks } from '../storage/packs/pack-reader.ts';
import { createSignOfLife } from '../storage/packs/read-apart.ts';
import type { LoadingMessage } from './loading-message.ts';
import { arraysOf } from './typed-arrays.ts';

/** Runs as a thread of `loadPacksApart`, and tells it the one reading that it was started for. */
const { dir, today, held } = z
  .object({ dir: z.string(), today: z.string().refine(isRealDay), held: z.array(z.string()) })
  .parse(workerData);

/** So many are taken in by the thread that answers in a millisecond or two. */
const claimsAtOnce = 100;

const port = parentPort;
if (!port) throw new Error('This runs as a thread only.');

function tell(message: LoadingMessage, moved: ArrayBuffer[] = []): void {
  port?.postMessage(message, moved);
}

const reading = await readPacks(dir, today, { held, onFile: createSignOfLife(port) });
if (!reading.ok) tell({ kind: 'mistakes', mistakes: reading.mistakes });
else if ('held' in reading) tell({ kind: 'held', reading });
else {
  const { packs, fingerprint, warnings = [] } = reading;
  const claims = packs.flatMap((pack) => pack.claims);
  const prepared = {
    tables: packClaimTables(packs),
    store: buildStore(claims.map(claimToStatement)),
  };
  for (let start = 0; start < claims.length; start += claimsAtOnce) {
    tell({ kind: 'claims', claims: claims.slice(start, start + claimsAtOnce) });
    await once(port, 'message');
  }
  tell(
    { kind: 'end', fingerprint, packs: packs.map(withoutClaims), prepared, warnings },
    arraysOf(prepared).map(({ buffer }) => buffer),
  );
}

function withoutClaims({ claims, ...about }: Pack) {
  return { about, claims: claims.length };
}
