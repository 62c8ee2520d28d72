import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isRealDay } from '../../core/claims/calendar.ts';
import { packSchema } from '../../core/claims/pack.ts';
import { isFileToBlame } from '../imports/import-error.ts';
import { readRecords } from '../imports/read-records.ts';
import { sniffKind } from '../imports/sniff-kind.ts';
import { createSignOfLife } from '../packs/sign-of-life.ts';
import type { FeedFinding } from './check-feed.ts';

/** Runs as a thread of `checkFeed`, and tells it the one finding that it was started for. */
const { path, pack, today } = z
  .object({
    path: z.string(),
    pack: packSchema.extend({ claims: z.string() }),
    today: z.string().refine(isRealDay),
  })
  .parse(workerData);

const port = parentPort;
if (!port) throw new Error('This runs as a thread only.');
const onRecord = createSignOfLife(port);

async function find(): Promise<FeedFinding> {
  const { language, publisher = pack.maintainer, columns = {} } = pack;
  try {
    const kind = await sniffKind(pack.claims, path, language);
    let claims = 0;
    for await (const found of readRecords(path, kind, { language, publisher, columns, today })) {
      onRecord();
      if (found.ok) claims += 1;
    }
    if (claims === 0) return { ok: false, why: 'what it gives holds no claim that can be read' };
    return { ok: true, kind, claims };
  } catch (error) {
    if (!isFileToBlame(error)) throw error;
    return { ok: false, why: `what it gives can’t be used: ${error.message}` };
  }
}

port.postMessage(await find());
