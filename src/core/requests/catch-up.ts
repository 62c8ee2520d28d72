import type { ClaimSet } from '../claims/claim-set.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import type { RequestDesk } from './request-desk.ts';

export interface CatchUpParts {
  readonly desk: Pick<RequestDesk, 'catchUp'>;
  readonly library: { readonly current: ClaimSet };
}

/**
 * Goes through the requests whenever the set in use is another one than the last time. It is looked at, so that it does
 * not matter how it came to be in use: by a start, a reload, an undo, a decision, here or in another process. While the
 * store is lost, it is left for the next time.
 */
export function createCatchUp({ desk, library }: CatchUpParts): () => Promise<void> {
  let done: ClaimSet | undefined;
  return async () => {
    const { current } = library;
    if (current === done) return;
    try {
      await desk.catchUp(current);
      done = current;
    } catch (error) {
      if (!(error instanceof StoreLostError)) throw error;
    }
  };
}
