import type { OutboxQueue } from '../ports/outbox.ts';

/**
 * How long a process may be silent about an item that it sends; then it is another one's to send. So short that Discord
 * still knows the nonce of what a process died over when the one after it has died over it, too.
 */
export const leaseMs = 30_000;
const beatEveryMs = 10_000;

/** Nothing takes as long as that: an errand that does hangs, and is to be begun again. */
const longestErrandMs = 5 * 60_000;

export interface HeldItem {
  /** False where this process was silent for so long, asleep or without its store, that another may have taken the item. */
  isOurs(): boolean;
  /** Rejects never. */
  release(): Promise<void>;
}

/** Of an item that was just taken: says again and again that this process is at it. */
export function holdItem(
  outbox: Pick<OutboxQueue, 'hold' | 'release'>,
  key: string,
  clock: () => Date,
): HeldItem {
  let heldAt = clock().getTime();
  const endsAt = heldAt + longestErrandMs;
  const isOurs = (): boolean => clock().getTime() - heldAt <= leaseMs;

  async function hold(): Promise<void> {
    const now = clock().getTime();
    if (!isOurs() || now > endsAt) return clearInterval(beating);
    await outbox.hold(key, leaseMs);
    heldAt = now;
  }

  const beating = setInterval(() => void hold().catch(() => {}), beatEveryMs).unref();
  return {
    isOurs,
    async release() {
      clearInterval(beating);
      if (isOurs()) await outbox.release(key).catch(() => {});
    },
  };
}
