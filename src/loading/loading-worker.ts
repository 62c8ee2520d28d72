import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isRealDay } from '../core/claims/calendar.ts';
import { feedCopiesSchema } from '../storage/packs/feed-copy.ts';
import { createSignOfLife } from '../storage/packs/sign-of-life.ts';
import { loadPacks } from './load-packs.ts';

/** Runs as a thread of `loadPacksApart`, and does the one loading that it was started for. */
const order = z
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
await loadPacks(
  order,
  (message, moved = []) => port.postMessage(message, [...moved]),
  createSignOfLife(port),
);
