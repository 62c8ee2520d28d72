import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { mistakeToText } from '../core/claims/mistake.ts';
import { readPacks } from '../storage/packs/pack-reader.ts';
import { tellWhyNotStarted } from '../tell-why-not-started.ts';

/** Prints every mistake in the packs, one a line, or how many claims there are; exits 1 on mistakes. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const dir = positionals[0] ?? loadConfig().dataDir;
  const reading = await readPacks(dir, dayOf(new Date()));
  if (reading.ok) {
    const claims = reading.packs.reduce((sum, pack) => sum + pack.claims.length, 0);
    console.log(`${count(claims, 'claim')} in ${count(reading.packs.length, 'pack')}: no mistakes`);
    return;
  }
  const files = new Set(reading.mistakes.map(({ file }) => file));
  for (const mistake of reading.mistakes) console.log(mistakeToText(mistake));
  console.log(`${count(reading.mistakes.length, 'mistake')} in ${count(files.size, 'file')}`);
  process.exitCode = 1;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

await main().catch(tellWhyNotStarted);
