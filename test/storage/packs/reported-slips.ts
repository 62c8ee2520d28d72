import { copyPacks, edit, mistakesIn } from './edited-packs.ts';

export const claimFile = 'saltmarsh/claims/bridge-opened-1911.yaml';
export const packFile = 'saltmarsh/pack.yaml';

/** A slip of the hand: what is replaced by what, and what the reader must say. $FILE is the edited file. */
export type Slip = readonly [what: string, from: string, to: string, mistakes: readonly string[]];

/** What is said of a slip in a file, and what should be. */
export async function reportOn(
  file: string,
  [, from, to, mistakes]: Slip,
): Promise<{ readonly said: readonly string[]; readonly expected: readonly string[] }> {
  const dir = await copyPacks();
  await edit(`${dir}/${file}`, from, to);
  return {
    said: await mistakesIn(dir),
    expected: mistakes.map((text) => text.replace('$FILE', file)),
  };
}
