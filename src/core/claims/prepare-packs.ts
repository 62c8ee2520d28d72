import type { PreparedShelves } from './claim-tables.ts';
import { MistakesError } from './mistakes-error.ts';
import type { Pack } from './pack.ts';
import { shelve } from './shelves.ts';

/** Packs, and what their claims are looked up in. */
export interface PreparedPacks {
  readonly packs: readonly Pack[];
  /** Of each shelf; undefined of one that whoever opens it makes, since it has few claims. */
  readonly prepared: PreparedShelves;
}

/**
 * Makes what the claims of packs are looked up in, beside the thread that answers. The packs come back with equal claims.
 * Rejects where that thread breaks, as it may for want of memory.
 */
export type PreparePacks = (packs: readonly Pack[]) => Promise<PreparedPacks>;

/**
 * @param known what is prepared already; of the shelves that it lacks, each is made by itself
 * @throws {MistakesError} where one can't be
 */
export async function prepareShelves(
  packs: readonly Pack[],
  known: PreparedShelves,
  prepare: PreparePacks,
): Promise<PreparedPacks> {
  const made = new Map<string, Pack>();
  const prepared: PreparedShelves[number][] = [];
  for (const [place, shelf] of shelve(packs).entries()) {
    if (known[place]) {
      prepared.push(known[place]);
      continue;
    }
    const one = await prepare(shelf).catch((error) => {
      throw notPrepared(shelf, error);
    });
    for (const pack of one.packs) made.set(pack.name, pack);
    prepared.push(one.prepared[0]);
  }
  return { packs: packs.map((pack) => made.get(pack.name) ?? pack), prepared };
}

function notPrepared(packs: readonly Pack[], error: unknown): MistakesError {
  const names = packs.map(({ name }) => name).join(', ');
  const why = error instanceof Error ? error.message : String(error);
  const message = `could not be made ready to be looked up in (${why}): give the bot more memory, or take a large pack out`;
  const mistake = { file: names, line: 1, column: 1, field: 'folder', message };
  return new MistakesError('The claims could not be made ready.', [mistake]);
}
