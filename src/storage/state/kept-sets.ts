import { z } from 'zod';
import { type KeptSet, type KeptSets, setsToGoBackTo } from '../../core/claims/kept-sets.ts';
import type { Pack } from '../../core/claims/pack.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { createKeptPacks } from './kept-packs.ts';
import { readAll } from './read-all.ts';
import { unlessLost } from './store-guard.ts';
import { changerSchema } from './stored-keys.ts';

/** Where the records begin that name a set. */
const setPrefix = 'claim-sets ';

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

  async function keep(set: KeptSet, packs: readonly Pack[]): Promise<void> {
    // The packs first: what is listed can be gone back to.
    await keptPacks.put(set.fingerprint, packs);
    const place = ((await list())[0]?.place ?? 0) + 1;
    await ledger.put(`${setPrefix}${set.fingerprint}`, { ...set, place });
    const old = (await list()).slice(setsToGoBackTo + 1).map(({ fingerprint }) => fingerprint);
    await ledger.remove(old.map((fingerprint) => `${setPrefix}${fingerprint}`));
    await keptPacks.remove(old);
  }

  return {
    keep: (set, packs) => unlessLost(keep(set, packs), undefined),
    list,
    packs: keptPacks.get,
  };
}
