import type { UserKey } from '../keys.ts';
import type { Limits } from '../ports/limits.ts';

/** Whom the bot told why it does not answer them, so that it does not say so again and again, in whatever process. */
export interface ToldOnce {
  /** True if they were not told within the time that was given then. Never rejects. */
  isNews(user: UserKey, goesWithoutSayingForMs: number): Promise<boolean>;
}

/** `stopwatch` in milliseconds. The store is asked once in that time, however much somebody asks. */
export function createToldOnce(
  limits: Pick<Limits, 'tellOnce'>,
  stopwatch: () => number,
): ToldOnce {
  const until = new Map<UserKey, number>();
  return {
    async isNews(user, goesWithoutSayingForMs) {
      const now = stopwatch();
      if ((until.get(user) ?? 0) > now) return false;
      for (const [each, end] of until) if (end <= now) until.delete(each);
      until.set(user, now + goesWithoutSayingForMs);
      return limits.tellOnce(user, goesWithoutSayingForMs);
    },
  };
}
