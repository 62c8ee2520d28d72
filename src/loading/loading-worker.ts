import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isRealDay } from '../core/claims/calendar.ts';
import { feedCopiesSchema } from '../storage/packs/feed-copy.ts';
import { readTracedPacks } from '../storage/packs/pack-reader.ts';
import { createSignOfLife } from '../storage/packs/read-apart.ts';
import { codeKey } from './code-key.ts';
import { type HandedLoad, keepLoad, openKeptLoad, prepareLoad } from './load.ts';
import type { LoadingMessage } from './loading-message.ts';
import { arraysOf } from './typed-arrays.ts';

/** Runs as a thread of `loadPacksApart`, and tells it the one reading that it was started for. */
const { dir, today, held, snapshot, copies } = z
  .object({
    dir: z.string(),
    today: z.string().refine(isRealDay),
    held: z.array(z.string()),
    snapshot: z.string().optional(),
    copies: feedCopiesSchema,
  })
  .parse(workerData);

const port = parentPort;
if (!port) throw new Error('This runs as a thread only.');
const onStep = createSignOfLife(port);

function tell(message: LoadingMessage, moved: ArrayBuffer[] = []): void {
  port?.postMessage(message, moved);
}

/** The arrays change hands, and are of no more use here. */
function handOver({ fingerprint, warnings, packs, claims, prepared }: HandedLoad): void {
  const moved = [claims, ...prepared].flatMap(arraysOf).map(({ buffer }) => buffer);
  tell({ kind: 'packs', fingerprint, warnings, packs, claims, prepared }, moved);
}

/** Of code that is another one, a snapshot is as good as none. */
const code = await codeKey();

async function load(): Promise<void> {
  const place = snapshot === undefined ? undefined : { path: snapshot, dir };
  const kept = place && (await openKeptLoad(place, code));
  const options = { held: [...held, ...(kept ? [kept.fingerprint] : [])], copies, onFile: onStep };
  let { reading, traces } = await readTracedPacks(dir, today, { ...options, known: kept?.known });
  if ('held' in reading && !held.includes(reading.held)) {
    const load = await kept?.load();
    if (load) return handOver(load);
    ({ reading, traces } = await readTracedPacks(dir, today, { copies, onFile: onStep }));
  }
  if (!reading.ok) return tell({ kind: 'mistakes', mistakes: reading.mistakes });
  if ('held' in reading) return tell({ kind: 'held', reading });
  const load = prepareLoad(reading, await kept?.earlier(), onStep);
  if (place) await keepLoad(place, code, load, traces);
  handOver(load);
}

await load();
