import type { ClaimRef } from '../claims/claim.ts';

/** How long a claim that was answered in a channel is not answered there publicly again, unless asked to, in milliseconds. */
const quietForMs = 5 * 60_000;

/** Where claims were answered publicly a moment ago: in memory, because it is over before it could matter to a restart. */
export interface CoolDown {
  note(channel: string, ref: ClaimRef): void;
  has(channel: string, ref: ClaimRef): boolean;
}

/** `stopwatch` in milliseconds. */
export function createCoolDown(stopwatch: () => number): CoolDown {
  const answeredAt = new Map<string, number>();
  const keyOf = (channel: string, ref: ClaimRef): string => `${channel} ${ref}`;
  return {
    note(channel, ref) {
      const now = stopwatch();
      // Insertion order is age, so the old ones stand at the front.
      for (const [key, at] of answeredAt) {
        if (now - at < quietForMs) break;
        answeredAt.delete(key);
      }
      answeredAt.delete(keyOf(channel, ref));
      answeredAt.set(keyOf(channel, ref), now);
    },
    has(channel, ref) {
      const at = answeredAt.get(keyOf(channel, ref));
      return at !== undefined && stopwatch() - at < quietForMs;
    },
  };
}
