import type { CreateMatcher } from '../../matching/matcher.ts';
import { createClaimSet, type WholeClaimSet } from './claim-set.ts';
import { type PreparedShelves, preparedFor } from './claim-tables.ts';
import { layDecisions } from './lay-decisions.ts';
import type { Decided } from './open-decided.ts';
import type { Pack } from './pack.ts';
import { type PreparePacks, prepareShelves } from './prepare-packs.ts';

/** What a set is made of. */
interface SetParts {
  readonly packs: readonly Pack[];
  readonly fingerprint: string;
  readonly prepared?: PreparedShelves | undefined;
}

/** Makes sets of claims in which the last decisions hold. */
export interface SetMaker {
  /** @throws {MistakesError} where the claims can't be prepared, as for want of memory. */
  create(parts: SetParts): Promise<WholeClaimSet>;
  /**
   * A set that was made before the last decisions, as they make it; itself where they change nothing.
   * @throws {MistakesError} as `create` does.
   */
  relaid(set: WholeClaimSet): Promise<WholeClaimSet>;
}

export function createSetMaker(
  prepare: PreparePacks,
  createMatcher: CreateMatcher,
  decided: Pick<Decided, 'all'>,
): SetMaker {
  async function create({ packs, fingerprint, prepared }: SetParts): Promise<WholeClaimSet> {
    // First, because to lay decisions over claims that are all objects takes long.
    const asRead = prepared ? { packs, prepared } : await prepareShelves(packs, [], prepare);
    const laidOver = decided.all;
    const laid = layDecisions(asRead.packs, laidOver);
    const known = preparedFor(laid, asRead.packs, asRead.prepared);
    const whole = await prepareShelves(laid, known, prepare);
    const set = createClaimSet({ ...whole, fingerprint }, createMatcher);
    // Something may have been decided meanwhile.
    return decided.all === laidOver ? set : relaid(set);
  }

  async function relaid(set: WholeClaimSet): Promise<WholeClaimSet> {
    return layDecisions(set.packs, decided.all) === set.packs ? set : create(set);
  }

  return { create, relaid };
}
