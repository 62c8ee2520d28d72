import { Worker } from 'node:worker_threads';
import type { Claim } from '../core/claims/claim.ts';
import { joinClaims } from '../core/claims/claim-list.ts';
import { openPacks, type PackedPacks } from '../core/claims/open-packs.ts';
import { othersTurn } from '../core/claims/others-turn.ts';
import type { Pack } from '../core/claims/pack.ts';
import type { PreparedPacks } from '../core/claims/prepare-packs.ts';
import { isSignOfLife } from '../storage/packs/sign-of-life.ts';
import { watchSilence } from '../storage/packs/watch-silence.ts';
import type { ToPrepare } from './preparing-message.ts';

/** So few are prepared in some 20 ms, by whoever opens them; a thread would take longer to start. */
const mostInPlace = 200;

/** So many are made and copied in some milliseconds. */
const claimsAtOnce = 50;

/** What preparing may take, as the reading of packs does. */
interface PreparingBounds {
  /** What the thread may take of the processor from one word to the next. */
  readonly withinMs?: number;
  /** Tests run another one. */
  readonly module?: URL;
}

/** Prepares packs in a thread of its own; the thread that answers has its turn between some claims that it hands over. */
export async function prepareApart(
  packs: readonly Pack[],
  { withinMs = 60_000, module = preparingWorker }: PreparingBounds = {},
): Promise<PreparedPacks> {
  const claims = joinClaims(packs.map((pack) => pack.claims));
  if (claims.length <= mostInPlace) return { packs, prepared: [] };
  const worker = new Worker(module);
  try {
    const made = heardFrom(worker, withinMs);
    const handed = sendClaims(packs, (message) => worker.postMessage(message));
    const [packed] = await Promise.all([made, handed]);
    return openPrepared(packed);
  } finally {
    await worker.terminate();
  }
}

const preparingWorker = new URL('./preparing-worker.ts', import.meta.url);

/** What the thread has made. Rejects where it breaks, ends without a word, or works on in silence. */
function heardFrom(worker: Worker, withinMs: number): Promise<PackedPacks> {
  return new Promise<PackedPacks>((resolve, reject) => {
    const silence = watchSilence(worker, withinMs, () =>
      reject(new Error(`it took longer than ${withinMs / 1000} s from one step to the next`)),
    );
    worker.on('message', (message) => {
      silence.heard();
      // The thread runs our own module.
      if (!isSignOfLife(message)) resolve(message as PackedPacks);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      silence.stop();
      reject(new Error('it ended without a result'));
    });
  });
}

async function sendClaims(
  packs: readonly Pack[],
  tell: (message: ToPrepare) => void,
): Promise<void> {
  for (const { claims, ...about } of packs) {
    tell({ kind: 'pack', about });
    for (let start = 0; start < claims.length; start += claimsAtOnce) {
      const some: Claim[] = [];
      for (let place = start; place < start + claimsAtOnce; place += 1) {
        const claim = claims.at(place);
        if (claim) some.push(claim);
      }
      tell({ kind: 'claims', claims: some });
      await othersTurn();
    }
  }
  tell({ kind: 'end' });
}

function openPrepared(packed: PackedPacks): PreparedPacks {
  return { packs: openPacks(packed), prepared: packed.prepared };
}
