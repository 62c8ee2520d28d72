import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { type Claim, claimSchema } from '../../core/claims/claim.ts';
import { type KeptSet, type KeptSets, setsToGoBackTo } from '../../core/claims/kept-sets.ts';
import { type Pack, packSchema } from '../../core/claims/pack.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { readAll } from './read-all.ts';
import { unlessLost } from './store-guard.ts';
import { changerSchema, claimRefSchema } from './stored-keys.ts';

/** Where the records begin that name a set, and those that hold its packs: a list is not to read them. */
const setPrefix = 'claim-sets ';
const packsPrefix = 'claim-set-packs ';

/** Far more than packs hold, so that a damaged record does not fill the memory. */
const maxPacksBytes = 512 * 1024 * 1024;

const setSchema = z.object({
  fingerprint: z.string(),
  loadedAt: z.iso.datetime(),
  by: changerSchema,
  claims: z.number().int().nonnegative(),
  /** Higher than that of every set before it: a clock can be set back. */
  place: z.number().int(),
});
type PlacedSet = KeptSet & Readonly<z.infer<typeof setSchema>>;

const keptClaim: z.ZodType<Claim> = claimSchema.extend({
  ref: claimRefSchema,
  language: z.string(),
  verification: claimSchema.shape.verification.extend({ recheckDueOn: z.string().nullable() }),
});
const keptPacks: z.ZodType<readonly Pack[]> = z.array(
  packSchema.extend({ claims: z.array(keptClaim) }),
);

/** Each set is two records: what it is, and its packs, compressed. */
export function createKeptSets(ledger: Ledger): KeptSets {
  async function list(): Promise<readonly PlacedSet[]> {
    const records = await readAll(ledger, setPrefix);
    return records
      .flatMap(({ value }) => setSchema.safeParse(value).data ?? [])
      .sort((one, other) => other.place - one.place);
  }

  async function keep(set: KeptSet, packs: readonly Pack[]): Promise<void> {
    // The packs first: what is listed can be gone back to.
    await ledger.put(`${packsPrefix}${set.fingerprint}`, await packsToText(packs));
    const place = ((await list())[0]?.place ?? 0) + 1;
    await ledger.put(`${setPrefix}${set.fingerprint}`, { ...set, place });
    const old = (await list()).slice(setsToGoBackTo + 1);
    await ledger.remove(
      old.flatMap(({ fingerprint }) => [
        `${setPrefix}${fingerprint}`,
        `${packsPrefix}${fingerprint}`,
      ]),
    );
  }

  return {
    keep: (set, packs) => unlessLost(keep(set, packs), undefined),
    list,
    async packs(fingerprint) {
      const record = await ledger.get(`${packsPrefix}${fingerprint}`);
      return record && textToPacks(record.value);
    },
  };
}

async function packsToText(packs: readonly Pack[]): Promise<string> {
  return (await promisify(gzip)(JSON.stringify(packs))).toString('base64');
}

async function textToPacks(text: unknown): Promise<readonly Pack[] | undefined> {
  try {
    const bytes = Buffer.from(z.string().parse(text), 'base64');
    const json = await promisify(gunzip)(bytes, { maxOutputLength: maxPacksBytes });
    return keptPacks.parse(JSON.parse(json.toString()));
  } catch {
    // Damaged, or of another version: as good as not kept.
    return undefined;
  }
}
