import { type Config, ConfigError, loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { checkClaims } from '../doctor/check-claims.ts';
import { type Finding, findingToLine, fix, good } from '../doctor/finding.ts';
import { print } from '../print.ts';
import { runProgram } from '../program.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run doctor',
  does: 'Says of each part of a set-up whether it is in order or what to fix, one line each. Reads .env; changes nothing.',
  options: {},
  examples: ['npm run doctor'],
  exitCodes: {
    0: 'Nothing is to be fixed.',
    1: 'Something is to be fixed, and the lines say what.',
  },
} as const;

async function main(): Promise<void> {
  const { findings, secrets } = await examineSettings();
  for (const finding of findings) print(findingToLine(finding, secrets));
  const toFix = findings.filter(({ kind }) => kind === 'fix').length;
  print(toFix === 0 ? 'Nothing to fix.' : `To fix: ${toFix}.`);
  if (toFix > 0) process.exitCode = 1;
}

async function examineSettings(): Promise<{
  readonly findings: readonly Finding[];
  readonly secrets: readonly string[];
}> {
  let config: Config;
  try {
    config = loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // The packs can be looked at all the same; whatever else settings lead to can't before they can be read.
    const claims = checkClaims(await readPacksOnce(error.dataDir, dayOf(systemClock()), 'all'));
    return { findings: [...error.mistakes.map(fix), ...claims], secrets: [] };
  }
  // Loaded with both chats' libraries, for `--help` and mistaken settings for nothing.
  const { commands } = await import('../../commands/index.ts');
  const { examine } = await import('../doctor/examine.ts');
  const findings = await examine(config, commands, systemClock());
  return {
    findings: [good('The settings hold no mistakes.'), ...findings],
    secrets: config.secrets,
  };
}

await runProgram(description, main);
