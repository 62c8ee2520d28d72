import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isRealDay } from '../core/claims/calendar.ts';
import { feedCopiesSchema } from '../storage/packs/feed-copy.ts';
import { createSignOfLife } from '../storage/packs/sign-of-life.ts';
import { codeKey } from './code-key.ts';
import { isRaised } from './flag.ts';
import { loadPacks } from './load-packs.ts';

/** Runs as a thread of `loadPacksApart`, and does the one loading that it was started for, or is told later. */
const port = parentPort;
if (!port) throw new Error('This runs as a thread only.');
// Of the code that runs here, which may have been made long before it is needed.
const code = codeKey();
const [told] = workerData ? [workerData] : await once(port, 'message');

const { outdated, ...order } = z
  .object({
    dir: z.string(),
    today: z.string().refine(isRealDay),
    held: z.array(z.string()),
    had: z.string().optional(),
    snapshot: z.string().optional(),
    keepAfterMs: z.number(),
    copies: feedCopiesSchema,
    outdated: z.instanceof(Int32Array),
  })
  .parse(told);

await loadPacks(
  { ...order, code: await code },
  (message, moved = []) => port.postMessage(message, [...moved]),
  createSignOfLife(port),
  () => isRaised(outdated),
);
