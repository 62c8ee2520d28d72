import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { UserKey } from '../../core/keys.ts';
import type { Ledger } from '../../core/ports/ledger.ts';

type PersonKeyUse = 'answers' | 'requests' | 'limits' | 'refusals';

/**
 * Names somebody in records that are to know them again and need not tell who they are. The same person has another key
 * in each use, so that their records of two kinds can't be laid side by side.
 */
export type PersonKeys = (user: UserKey, use: PersonKeyUse) => string;

const secretKey = 'person-secret';

/** Exported for tests: docs/privacy.md names what is in it. */
export const secretSchema = z.object({ secret: z.base64().length(44) });

/**
 * Under a secret that lies in the store, made by the first process over it: without it, keys could be told by trying out
 * the members of a server. Rejects as the store does.
 */
export async function openPersonKeys(ledger: Ledger): Promise<PersonKeys> {
  const secret = (await readSecret(ledger)) ?? (await makeSecret(ledger));
  return (user, use) =>
    createHmac('sha256', secret).update(`${use} ${user}`).digest('hex').slice(0, 32);
}

async function makeSecret(ledger: Ledger): Promise<string> {
  const made = { secret: randomBytes(32).toString('base64') };
  if (await ledger.add(secretKey, made)) return made.secret;
  const kept = await readSecret(ledger);
  if (kept !== undefined) return kept;
  // A damaged one is of no use to anybody.
  await ledger.put(secretKey, made);
  return made.secret;
}

async function readSecret(ledger: Ledger): Promise<string | undefined> {
  const record = await ledger.get(secretKey);
  return secretSchema.safeParse(record?.value).data?.secret;
}
