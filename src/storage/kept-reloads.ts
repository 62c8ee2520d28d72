import type { Keyv } from 'keyv';
import { z } from 'zod';
import { platforms } from '../core/invocation.ts';
import type { ReloadHistory, ReloadRecord } from '../core/reload-history.ts';
import type { StoreGuard } from './store-guard.ts';

const keepMs = 365 * 24 * 60 * 60 * 1000;

const count = z.number().int().nonnegative();

/** Checked when read: an older or newer version of the bot may have written it. */
const reloadRecord = z.object({
  at: z.iso.datetime(),
  by: z.union([z.literal('start'), z.templateLiteral([z.enum(platforms), ':', z.string()])]),
  result: z.enum(['loaded', 'failed', 'undone']),
  changes: z.array(z.object({ pack: z.string(), added: count, removed: count, changed: count })),
  fingerprint: z.string(),
});

/** Keeps every reload under a key of its own, because Keyv can't append to a list without losing entries. */
export function createKeptReloads(keyv: Keyv<ReloadRecord>, guard: StoreGuard): ReloadHistory {
  let recorded = 0;

  async function readAll(): Promise<(readonly [key: string, value: unknown])[]> {
    const entries: (readonly [string, unknown])[] = [];
    for await (const [key, value] of keyv.iterator?.(undefined) ?? []) entries.push([key, value]);
    return entries;
  }

  return {
    async record(reload) {
      // Keys sort by time; the count keeps two reloads of one millisecond apart and in order.
      recorded += 1;
      const key = `${reload.at} ${String(recorded).padStart(9, '0')} ${process.pid}`;
      await guard.run(() => keyv.set(key, reload, keepMs), false);
    },
    async recent(limit) {
      const entries = await guard.run(readAll, []);
      return entries
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .flatMap(([, value]) => reloadRecord.safeParse(value).data ?? [])
        .slice(0, limit);
    },
  };
}
