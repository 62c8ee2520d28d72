import type { UserKey } from '../keys.ts';
import type { BlockList, Limits } from '../ports/limits.ts';
import { UserError } from '../texts/user-error.ts';
import type { Invocation } from './invocation.ts';
import type { Rights } from './rights.ts';

/** Why somebody is not answered, and for how long it goes without saying once they were told. */
export interface Refusal {
  readonly why: 'blocked' | 'over-limit';
  readonly error: UserError;
  readonly goesWithoutSayingForMs: number;
}

/**
 * Whom the bot answers: nobody who is blocked, and nobody more often than it can bear. Operators always, so that they
 * can't lock themselves out. Never rejects.
 */
export interface Admission {
  /** Takes one use; undefined if the asker is to be answered. */
  refuse(asker: Pick<Invocation, 'user' | 'community' | 'event'>): Promise<Refusal | undefined>;
  /** Whether completions are offered, which are asked for with every letter and counted apart. */
  mayBeOffered(user: UserKey): Promise<boolean>;
}

export interface AdmissionParts {
  readonly blocked: Pick<BlockList, 'has'>;
  readonly limits: Limits;
  readonly rights: Pick<Rights, 'isOperator'>;
}

/** Exported for tests: docs/privacy.md says so. */
export const blockGoesWithoutSayingForMs = 10 * 60_000;

export function createAdmission({ blocked, limits, rights }: AdmissionParts): Admission {
  /** Whoever sits at the terminal asks nobody else's bot. */
  const isFree = (user: UserKey): boolean => rights.isOperator(user) || user.startsWith('console:');

  return {
    async refuse({ user, community, event }) {
      if (isFree(user)) return undefined;
      if (blocked.has(user)) {
        const error = new UserError('blocked.text');
        return { why: 'blocked', error, goesWithoutSayingForMs: blockGoesWithoutSayingForMs };
      }
      const { waitMs } = await limits.take(user, community, event);
      if (waitMs === 0) return undefined;
      const error = new UserError('limit.wait', { seconds: Math.ceil(waitMs / 1000) });
      return { why: 'over-limit', error, goesWithoutSayingForMs: waitMs };
    },
    async mayBeOffered(user) {
      if (isFree(user)) return true;
      return !blocked.has(user) && (await limits.takeCompletion(user)).waitMs === 0;
    },
  };
}
