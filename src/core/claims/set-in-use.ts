import type { WholeClaimSet } from './claim-set.ts';
import type { FirstSet } from './first-set.ts';
import type { Mistake } from './mistake.ts';
import { MistakesError } from './mistakes-error.ts';
import type { SetMaker } from './set-maker.ts';

/** The one reference that is swapped, and what is known of the files beside it. */
export interface SetInUse extends Pick<FirstSet, 'files' | 'filesFingerprint'> {
  readonly current: WholeClaimSet;
  /** Those in memory: the one in use, and the one before it. */
  readonly held: readonly WholeClaimSet[];
  /** Takes a set that the files hold. */
  swapForFiles(next: WholeClaimSet): Promise<void>;
  /** Takes a set that was kept, whatever the files hold. */
  swapForKept(next: WholeClaimSet): Promise<void>;
  noteBrokenFiles(mistakes: readonly Mistake[]): void;
  /**
   * Has the last decisions hold in the set in use.
   * @throws {MistakesError} where they can't yet.
   */
  relay(): Promise<void>;
}

export async function createSetInUse(
  maker: SetMaker,
  { files, filesFingerprint, ...parts }: FirstSet,
): Promise<SetInUse> {
  let current = await maker.create(parts);
  let previous: WholeClaimSet | undefined;

  function swap(next: WholeClaimSet): void {
    if (next.fingerprint !== current.fingerprint) previous = current;
    current = next;
  }

  async function relay(): Promise<void> {
    const before = current;
    const next = await maker.relaid(before);
    // Another set that came into use meanwhile may lack them.
    if (before === current) swap(next);
    else await relay();
  }

  /** The same after a swap: who decided something just then is told where it can't hold yet. */
  async function relaySwapped(): Promise<void> {
    await relay().catch((error) => {
      if (!(error instanceof MistakesError)) throw error;
    });
  }

  return {
    get current() {
      return current;
    },
    get files() {
      return files;
    },
    get filesFingerprint() {
      return filesFingerprint;
    },
    get held() {
      return previous ? [current, previous] : [current];
    },
    async swapForFiles(next) {
      swap(next);
      files = { state: 'used' };
      filesFingerprint = next.fingerprint;
      await relaySwapped();
    },
    async swapForKept(next) {
      swap(next);
      files = { state: filesFingerprint === next.fingerprint ? 'used' : 'passed-over' };
      await relaySwapped();
    },
    noteBrokenFiles(mistakes) {
      files = { state: 'broken', mistakes };
    },
    relay,
  };
}
