import type { Command } from '../src/core/bot/command.ts';
import { fact } from './fact.ts';
import { factAdmin } from './fact-admin.ts';
import { factHelp } from './fact-help.ts';
import { factHistory } from './fact-history.ts';
import { factSearch } from './fact-search.ts';
import { factSettings } from './fact-settings.ts';

/** All commands, in the order that help and the platforms show them. */
export const commands: readonly Command[] = [
  fact,
  factSearch,
  factHistory,
  factHelp,
  factSettings,
  factAdmin,
];
