import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isRealDay } from '../core/claims/calendar.ts';
import { feedCopiesSchema } from '../storage/packs/feed-copy.ts';
import { createSignOfLife } from '../storage/packs/sign-of-life.ts';
import { isRaised } from './flag.ts';
import { loadPacks } from './load-packs.ts';

/** Runs as a thread of `loadPacksApart`, and does the one loading that it was started for. */
const { outdated, ...order } = z
  .object({
    dir: z.string(),
    today: z.string().refine(isRealDay),
    held: z.array(z.string()),
    snapshot: z.string().optional(),
    keepAfterMs: z.number(),
    copies: feedCopiesSchema,
    outdated: z.instanceof(Int32Array),
  })
  .parse(workerData);

const port = parentPort;
if (!port) throw new Error('This runs as a thread only.');
await loadPacks(
  order,
  (message, moved = []) => port.postMessage(message, [...moved]),
  createSignOfLife(port),
  () => isRaised(outdated),
);
