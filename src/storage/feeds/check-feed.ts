import type { Day } from '../../core/claims/calendar.ts';
import type { SourceKind } from '../imports/source-kinds.ts';
import { readApart } from '../packs/read-apart.ts';
import type { FeedPack } from './read-feed-packs.ts';

/** What a thread finds in something fetched. */
export type FeedFinding =
  | { readonly ok: true; readonly kind: SourceKind; readonly claims: number }
  | { readonly ok: false; readonly why: string };

/** Reads something fetched as a reload would, in a thread of its own, and says how many checks it holds, or why it can't be used. */
export async function checkFeed(path: string, pack: FeedPack, today: Day): Promise<FeedFinding> {
  const module = new URL('./feed-worker.ts', import.meta.url);
  const data = { path, pack, today };
  // The thread runs our own module.
  const take = (message: unknown): FeedFinding => message as FeedFinding;
  const found = await readApart({ module, dir: pack.claims, data, take }, {});
  if (!('mistakes' in found)) return found;
  return { ok: false, why: found.mistakes.map(({ message }) => message).join('; ') };
}
