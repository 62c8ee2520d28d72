import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isRealDay } from '../../core/claims/calendar.ts';
import { feedCopiesSchema } from './feed-copy.ts';
import { readPacks } from './pack-reader.ts';
import { createSignOfLife } from './sign-of-life.ts';

/** Runs as a thread of `readPacksApart`, and tells it the one reading that it was started for. */
const { dir, today, copies } = z
  .object({
    dir: z.string(),
    today: z.string().refine(isRealDay),
    copies: feedCopiesSchema,
  })
  .parse(workerData);

if (!parentPort) throw new Error('This runs as a thread only.');
const onFile = createSignOfLife(parentPort);
parentPort.postMessage(await readPacks(dir, today, { copies, onFile }));
