import { z } from 'zod';
import {
  type DigestOf,
  type KeptSet,
  type KeptSets,
  setsToGoBackTo,
} from '../../core/claims/kept-sets.ts';
import type { Pack } from '../../core/claims/pack.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { createKeptPacks } from './kept-packs.ts';
import { readAll } from './read-all.ts';
import { unlessLost } from './store-guard.ts';
import { changerSchema } from './stored-keys.ts';

/** Where the records begin that name a set. */
const setPrefix = 'claim-sets ';

/** Held by whoever keeps a set; one that was killed meanwhile holds it for as long as the longest takes. */
const keeping = 'claim-set-keeping';
const keepingForMs = 10 * 60_000;

/** Exported for tests: docs/privacy.md names what is in it. */
export const setSchema = z.object({
  fingerprint: z.string(),
  loadedAt: z.iso.datetime(),
  by: changerSchema,
  claims: z.number().int().nonnegative(),
  /** Higher than that of every set before it: a clock can be set back. */
  place: z.number().int(),
});
type PlacedSet = KeptSet & Readonly<z.infer<typeof setSchema>>;

/** Each set is a record of what it is, beside its packs. */
export function createKeptSets(ledger: Ledger): KeptSets {
  const keptPacks = createKeptPacks(ledger);

  async function list(): Promise<readonly PlacedSet[]> {
    const records = await readAll(ledger, setPrefix);
    return records
      .flatMap(({ value }) => setSchema.safeParse(value).data ?? [])
      .sort((one, other) => other.place - one.place);
  }

  async function keep(set: KeptSet, packs: readonly Pack[], digestOf: DigestOf): Promise<void> {
    const before = (await list()).map(({ fingerprint }) => fingerprint);
    // Who keeps a set beside this process may take away what this one would rely on: then it shares nothing, and takes nothing away.
    const isAlone = await ledger.claim(keeping, keepingForMs);
    try {
      // The packs first: what is listed can be gone back to.
      await keptPacks.put(set.fingerprint, packs, digestOf, isAlone ? before : []);
      const place = ((await list())[0]?.place ?? 0) + 1;
      await ledger.put(`${setPrefix}${set.fingerprint}`, { ...set, place });
      if (isAlone) await removeOld();
    } finally {
      if (isAlone) await ledger.release(keeping);
    }
  }

  async function removeOld(): Promise<void> {
    const kept = (await list()).map(({ fingerprint }) => fingerprint);
    const old = kept.slice(setsToGoBackTo + 1);
    await ledger.remove(old.map((fingerprint) => `${setPrefix}${fingerprint}`));
    await keptPacks.remove(old, kept.slice(0, setsToGoBackTo + 1));
  }

  return {
    keep: (set, packs, digestOf = () => undefined) =>
      unlessLost(keep(set, packs, digestOf), undefined),
    list,
    packs: keptPacks.get,
  };
}
