import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { sourceKinds } from '../imports/source-kinds.ts';

const copySchema = z.object({
  digest: z.string(),
  kind: z.enum(sourceKinds),
  /** How many could be read from it. */
  claims: z.number().int().nonnegative(),
  /** ISO 8601 instant at which the source last gave or confirmed it. */
  confirmedAt: z.iso.datetime(),
  /** What the source called this version, to be asked whether there is a later one. */
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});

const recordSchema = z.object({
  address: z.string(),
  /** ISO 8601 instant. */
  triedAt: z.iso.datetime(),
  copy: copySchema.optional(),
  trouble: z.object({ since: z.iso.datetime(), why: z.string() }).optional(),
});
/** What is known of an address, beside the copy of what it gave. */
export type FeedRecord = Readonly<z.infer<typeof recordSchema>>;

/** After so long nobody asks for an address again. */
const forgottenAfterMs = 30 * 24 * 60 * 60_000;
const draftsGoAfterMs = 24 * 60 * 60_000;

/**
 * The copies of feeds, in a folder: of each address a small record, and what it gave in a file that is named after its content and
 * never changed, so that whoever reads it meanwhile, in this process or another, reads one version.
 */
export interface KeptCopies {
  /** Without its copy where that is damaged: the source would confirm it for ever. */
  get(address: string): Promise<FeedRecord | undefined>;
  put(record: FeedRecord): Promise<void>;
  /** Where something may be written that `take` then takes over. */
  draftPath(address: string): Promise<string>;
  /** Takes a file over as the copy of an address; that of before stays for whoever still reads it, and those before it go. */
  take(address: string, draft: string, digest: string): Promise<void>;
  copyPath(address: string, digest: string): string;
  recordPath(address: string): string;
  /** Removes what belongs to addresses that nobody has tried for thirty days, and drafts of processes that died. */
  sweep(now: Date): Promise<void>;
}

export function createKeptCopies(folder: string): KeptCopies {
  /** Paths of copies that were found whole since the start. */
  const whole = new Set<string>();
  const recordPath = (address: string): string => join(folder, `${keyOf(address)}.json`);
  const copyPath = (address: string, digest: string): string =>
    join(folder, `${keyOf(address)}-${digest}`);
  const remove = (name: string): Promise<void> => rm(join(folder, name), { force: true });

  async function isWhole(path: string, digest: string): Promise<boolean> {
    if (!whole.has(path) && (await digestOf(path).catch(() => undefined)) === digest) {
      whole.add(path);
    }
    return whole.has(path);
  }

  async function get(address: string): Promise<FeedRecord | undefined> {
    const record = await readRecord(recordPath(address));
    if (record?.address !== address) return undefined;
    const { copy, ...bare } = record;
    if (!copy) return bare;
    return (await isWhole(copyPath(address, copy.digest), copy.digest)) ? record : bare;
  }

  return {
    get,
    async put(record) {
      const path = recordPath(record.address);
      const draft = `${path}.${process.pid}.tmp`;
      await mkdir(folder, { recursive: true });
      await writeFile(draft, JSON.stringify(record));
      await rename(draft, path);
    },
    async draftPath(address) {
      await mkdir(folder, { recursive: true });
      return join(folder, `${keyOf(address)}.${process.pid}.tmp`);
    },
    async take(address, draft, digest) {
      const before = (await get(address))?.copy?.digest;
      const path = copyPath(address, digest);
      await rename(draft, path);
      whole.add(path);
      const stays = [digest, before].map((each) => `${keyOf(address)}-${each}`);
      const copies = (await readdir(folder)).filter((name) =>
        name.startsWith(`${keyOf(address)}-`),
      );
      for (const name of copies) if (!stays.includes(name)) await remove(name);
    },
    copyPath,
    recordPath,
    async sweep(now) {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((each) => each.endsWith('.json'))) {
        const record = await readRecord(join(folder, name));
        if (record && now.getTime() - Date.parse(record.triedAt) < forgottenAfterMs) continue;
        const key = name.slice(0, -'.json'.length);
        for (const other of names.filter((each) => each.startsWith(key))) await remove(other);
      }
      for (const name of names.filter((each) => each.endsWith('.tmp'))) {
        const stats = await stat(join(folder, name)).catch(() => undefined);
        if (stats && now.getTime() - stats.mtimeMs > draftsGoAfterMs) await remove(name);
      }
    },
  };
}

/** Of a file's content, in hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Undefined where it is missing, torn or of another version. */
async function readRecord(path: string): Promise<FeedRecord | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function keyOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 16);
}
