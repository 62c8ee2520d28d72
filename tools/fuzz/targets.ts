import { adapterTargets } from './adapter-targets.ts';
import { botTargets } from './bot-targets.ts';
import { discordTarget } from './discord-target.ts';
import { fileTargets } from './file-targets.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { slackTarget } from './slack-target.ts';
import { stateTarget } from './state-target.ts';

/**
 * Every place where text or data from outside comes in. `npm run fuzz` imports it once it is to begin.
 * Exported for tests: they feed each place some.
 */
export const targets: readonly FuzzTarget[] = [
  ...botTargets,
  ...adapterTargets,
  slackTarget,
  discordTarget,
  ...fileTargets,
  stateTarget,
];
