import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Claim } from '../core/claims/claim.ts';
import { joinClaims } from '../core/claims/claim-list.ts';
import { openPacks, type PackedPacks } from '../core/claims/open-packs.ts';
import { othersTurn } from '../core/claims/others-turn.ts';
import type { Pack } from '../core/claims/pack.ts';
import type { PreparedPacks, PreparePacks } from '../core/claims/prepare-packs.ts';
import type { ToPrepare } from './preparing-message.ts';

/** So few are prepared in some 20 ms, by whoever opens them; a thread would take longer to start. */
const mostInPlace = 200;

/** So many are made and copied in some milliseconds. */
const claimsAtOnce = 50;

/** Prepares packs in a thread of its own; the thread that answers has its turn between some claims that it hands over. */
export const prepareApart: PreparePacks = async (packs) => {
  const claims = joinClaims(packs.map((pack) => pack.claims));
  if (claims.length <= mostInPlace) return { packs, prepared: [] };
  const worker = new Worker(new URL('./preparing-worker.ts', import.meta.url));
  try {
    const made = Promise.race([
      once(worker, 'message'),
      // A thread that ends without a word would be waited for without end.
      once(worker, 'exit').then(() => Promise.reject(new Error('The preparing thread ended.'))),
    ]);
    const handed = sendClaims(packs, (message) => worker.postMessage(message));
    const [[prepared]] = await Promise.all([made, handed]);
    // The thread runs our own module.
    return openPrepared(prepared as PackedPacks);
  } finally {
    await worker.terminate();
  }
};

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
