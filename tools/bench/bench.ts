import { ArgumentError, runProgram } from '../../src/program.ts';
import { benchAcknowledgements } from './acknowledgements.ts';
import { benchCompletions } from './completions.ts';
import { benchImports } from './imports.ts';
import { benchLoading } from './loading.ts';
import { benchLookups } from './lookups.ts';
import { benchReplies } from './replies.ts';

const parts = ['acknowledgements', 'imports', 'loading', 'completions', 'lookups', 'replies'];

const description = {
  command: 'npm run bench',
  does: 'Measures how long people wait for an acknowledgement under load (two minutes), how long feeds take to be imported and packs to load, suggestions while somebody types, lookups beside MiniSearch (some minutes), and replies made to be slow.',
  options: {
    only: { type: 'string', value: 'PART', says: `One part of it: ${parts.join(', ')}.` },
    data: {
      type: 'string',
      value: 'DIR',
      says: 'Claims and texts to look up; docs/matching.md says what it holds. Without it: invented ones.',
    },
  },
  examples: ['npm run bench', 'npm run bench -- --only lookups --data ../claims-data'],
  exitCodes: { 0: 'It is measured.', 1: 'The data can’t be read, or holds mistakes.' },
} as const;

await runProgram(description, async ({ values: { only, data } }) => {
  if (only !== undefined && !parts.includes(only)) {
    throw new ArgumentError(`--only ${only} is no part: use one of ${parts.join(', ')}.`);
  }
  const isWanted = (part: string): boolean => only === undefined || only === part;
  if (isWanted('acknowledgements')) await benchAcknowledgements();
  if (isWanted('imports')) await benchImports();
  if (isWanted('loading')) await benchLoading();
  if (isWanted('completions')) await benchCompletions();
  if (isWanted('lookups')) benchLookups(data);
  if (isWanted('replies')) benchReplies();
  // The clients of the platforms keep timers that would hold the program up.
  process.exit(0);
});
