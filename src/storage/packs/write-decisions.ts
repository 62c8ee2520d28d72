import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from '../../core/claims/claim.ts';
import { idsOf } from '../../core/claims/claim-list.ts';
import type { EditorialDecision } from '../../core/claims/decisions.ts';
import { layDecisions } from '../../core/claims/lay-decisions.ts';
import type { Pack } from '../../core/claims/pack.ts';
import { claimToYaml, writeDecided } from './write-claim-file.ts';

/**
 * Writes what was decided in chats into the files of the packs in `dir`, but for texts that the files have otherwise by now
 * (`clashingTexts`), and for packs whose claims come from elsewhere (`decidedElsewhere`). Gives the files that were written or, of withdrawn drafts, removed.
 */
export async function writeDecisions(
  dir: string,
  packs: readonly Pack[],
  decisions: readonly EditorialDecision[],
): Promise<readonly string[]> {
  const laid = layDecisions(packs, decisions);
  const before = new Map(
    packs.flatMap(({ claims }) => Array.from(claims, (claim) => [claim.ref, claim] as const)),
  );
  const written: string[] = [];
  for (const pack of laid.filter(({ file }) => file === undefined)) {
    const fileOf = ({ id }: Claim): string => join(dir, pack.name, 'claims', `${id}.yaml`);
    const ids = idsOf(pack.claims);
    const withdrawn = [...before.values()].filter(
      ({ ref, id }) => ref.startsWith(`${pack.name}/`) && ids.find(id) < 0,
    );
    for (const claim of withdrawn) {
      await rm(fileOf(claim));
      written.push(fileOf(claim));
    }
    for (const claim of pack.claims) {
      const old = before.get(claim.ref);
      if (old === claim) continue;
      const path = fileOf(claim);
      await writeFile(path, await textOf(path, old, claim), { flag: old ? 'w' : 'wx' });
      written.push(path);
    }
  }
  return written;
}

/** What was decided about claims of a pack that are not ours to write: it goes on holding over what their file or address gives. */
export interface DecidedElsewhere {
  readonly pack: string;
  readonly file: string;
  /** How many claims it is about. */
  readonly claims: number;
}

export function decidedElsewhere(
  packs: readonly Pack[],
  decisions: readonly EditorialDecision[],
): readonly DecidedElsewhere[] {
  const refs = [...new Set(decisions.map(({ ref }) => ref))];
  return packs.flatMap(({ name, file }) => {
    const claims = refs.filter((ref) => ref.startsWith(`${name}/`)).length;
    return file === undefined || claims === 0 ? [] : [{ pack: name, file, claims }];
  });
}

async function textOf(path: string, old: Claim | undefined, claim: Claim): Promise<string> {
  return old ? writeDecided(await readFile(path, 'utf8'), old, claim) : claimToYaml(claim);
}
