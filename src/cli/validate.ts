import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { mistakeToText } from '../core/claims/mistake.ts';
import { print } from '../print.ts';
import { runProgram } from '../program.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run validate',
  does: 'Looks at the packs’ addresses, and prints every mistake in the packs, one a line with file, line and column, or how many claims there are. Where there is none it warns of words that judge.',
  operand: {
    name: '[DIR]',
    says: 'The folder that holds the packs. Without it: DATA_DIR, or data.',
  },
  options: {},
  examples: ['npm run validate', 'npm run validate -- ../other-packs'],
  exitCodes: { 0: 'The packs hold no mistakes.', 1: 'They hold mistakes, or can’t be read.' },
} as const;

async function main([dir = loadConfig().dataDir]: readonly string[]): Promise<void> {
  const reading = await readPacksOnce(dir, dayOf(systemClock()), 'all');
  if (reading.ok) {
    const claims = reading.packs.reduce((sum, pack) => sum + pack.claims.length, 0);
    const { packs, warnings = [] } = reading;
    for (const warning of warnings) print(`${mistakeToText(warning)} (warning)`);
    const warned = warnings.length > 0 ? `, ${count(warnings.length, 'warning')}` : '';
    print(`${count(claims, 'claim')} in ${count(packs.length, 'pack')}: no mistakes${warned}`);
    return;
  }
  const files = new Set(reading.mistakes.map(({ file }) => file));
  for (const mistake of reading.mistakes) print(mistakeToText(mistake));
  print(`${count(reading.mistakes.length, 'mistake')} in ${count(files.size, 'file')}`);
  process.exitCode = 1;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

await runProgram(description, ({ positionals }) => main(positionals));
