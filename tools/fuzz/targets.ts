import { adapterTargets } from './adapter-targets.ts';
import { botTargets } from './bot-targets.ts';
import { fileTargets } from './file-targets.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { stateTarget } from './state-target.ts';

/** Every place where text or data from outside comes in. */
export async function openTargets(): Promise<readonly FuzzTarget[]> {
  return [...(await botTargets()), ...adapterTargets, ...fileTargets, await stateTarget()];
}
