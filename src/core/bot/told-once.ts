import type { UserKey } from '../keys.ts';

/** Whom the bot told why it does not answer them, so that it does not say so again and again. */
export interface ToldOnce {
  /** True if they were not told within the time that was given then. */
  isNews(user: UserKey, goesWithoutSayingForMs: number): boolean;
}

/** `stopwatch` in milliseconds. */
export function createToldOnce(stopwatch: () => number): ToldOnce {
  const until = new Map<UserKey, number>();
  return {
    isNews(user, goesWithoutSayingForMs) {
      const now = stopwatch();
      if ((until.get(user) ?? 0) > now) return false;
      for (const [each, end] of until) if (end <= now) until.delete(each);
      until.set(user, now + goesWithoutSayingForMs);
      return true;
    },
  };
}
