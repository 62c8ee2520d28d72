import { join } from 'node:path';
import { isFeed } from '../../core/claims/feed.ts';
import { type PackFile, packSchema } from '../../core/claims/pack.ts';
import { linksFollowed, listGuarded, readGuarded } from '../packs/guarded-files.ts';
import { isLeaving } from '../packs/leavings.ts';

/** A pack whose claims are at an address. */
export interface FeedPack extends PackFile {
  readonly claims: string;
}

const maxPackFileBytes = 128 * 1024;

/** The packs under a folder that name an address. Those that can't be read are passed over: reading the packs tells why. */
export async function readFeedPacks(dir: string): Promise<readonly FeedPack[]> {
  const root = await linksFollowed(dir);
  const names = await listGuarded(root, root);
  const packs: FeedPack[] = [];
  for (const name of names.ok ? names.content : []) {
    if (isLeaving(name)) continue;
    const folder = await linksFollowed(join(root, name));
    const file = await readGuarded(folder, join(folder, 'pack.yaml'), maxPackFileBytes);
    const about = file.ok ? await readAbout(file.content.toString()) : undefined;
    if (about && isFeed(about.claims)) packs.push({ ...about, claims: about.claims });
  }
  return packs;
}

/** Most packs name no address, so that what parses is loaded, and asked, only where a text has one, or could spell one otherwise. */
async function readAbout(text: string): Promise<PackFile | undefined> {
  if (!/https:|\\/i.test(text)) return undefined;
  const { parseYaml } = await import('../packs/yaml-positions.ts');
  const parsed = parseYaml(text);
  return packSchema.safeParse(parsed.ok ? parsed.yaml.data : undefined).data;
}
