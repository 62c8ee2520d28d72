import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { MistakesError } from '../core/claims/mistakes-error.ts';
import { print } from '../print.ts';
import { runProgram } from '../program.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import { unknownLabels } from '../storage/imports/unknown-labels.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run ratings',
  does: 'Lists the ratings in imported packs that nobody has placed on our scale, the most frequent first, with the site. They are placed in src/core/ratings/labels.json, or in sites.json beside it.',
  operand: { name: '[PACK…]', says: 'The packs. Without it: all.' },
  options: {},
  examples: ['npm run ratings', 'npm run ratings -- archive'],
  exitCodes: { 0: 'They are listed.', 1: 'The packs hold mistakes, or can’t be read.' },
} as const;

async function main(names: readonly string[]): Promise<void> {
  const reading = await readPacksOnce(loadConfig().dataDir, dayOf(systemClock()));
  if (!reading.ok) throw new MistakesError('The packs hold mistakes.', reading.mistakes);
  const packs = reading.packs.filter(({ name }) => names.length === 0 || names.includes(name));
  const labels = unknownLabels(packs.flatMap(({ claims }) => [...claims]));
  for (const { count, site, label } of labels) print(`${count} ${site}: ${label}`);
  print(labels.length === 0 ? 'Every rating is known.' : `${labels.length} ratings are not known.`);
}

await runProgram(description, ({ positionals }) => main(positionals));
