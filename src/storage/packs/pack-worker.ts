import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isRealDay } from '../../core/claims/calendar.ts';
import { readPacks } from './pack-reader.ts';

/** Runs as a thread of `readPacksApart`, and tells it the one reading that it was started for. */
const { dir, today, held } = z
  .object({ dir: z.string(), today: z.string().refine(isRealDay), held: z.array(z.string()) })
  .parse(workerData);

parentPort?.postMessage(await readPacks(dir, today, held));
