import { z } from 'zod';
import type { UserKey } from '../../core/keys.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { PersonalRecords } from '../../core/ports/personal-records.ts';
import type { OwnedAnswers } from './kept-answers.ts';
import type { OwnedRequests } from './kept-requests.ts';
import { readAll } from './read-all.ts';
import { userKeySchema } from './stored-keys.ts';

/** Where the records begin that tell who changed something, in a field `by`. */
const changes = {
  settings: 'settings-changes ',
  reloads: 'reloads ',
  sets: 'claim-sets ',
  decisions: 'decisions ',
  claims: 'changes-of ',
} as const;

const changeSchema = z.object({ by: userKeySchema });

export function createPersonalRecords(
  ledger: Ledger,
  answers: OwnedAnswers,
  requests: OwnedRequests,
): PersonalRecords {
  async function countChanges(prefix: string, user: UserKey): Promise<number> {
    const records = await readAll(ledger, prefix);
    return records.filter(({ value }) => changeSchema.safeParse(value).data?.by === user).length;
  }

  return {
    count: async (user) => ({
      answers: await answers.countOf(user),
      requests: await requests.countOf(user),
      settings: await countChanges(changes.settings, user),
      reloads: await countChanges(changes.reloads, user),
      sets: await countChanges(changes.sets, user),
      decisions: await countChanges(changes.decisions, user),
      claims: await countChanges(changes.claims, user),
    }),
    forget: async (user) => ({
      answers: await answers.forget(user),
      requests: await requests.forget(user),
    }),
  };
}
