import { commands } from '../../commands/index.ts';
import { type Config, ConfigError, loadConfig } from '../config.ts';
import { examine } from '../doctor/examine.ts';
import { type Finding, findingToLine, fix, good } from '../doctor/finding.ts';
import { print } from '../print.ts';
import { runProgram } from '../program.ts';
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
    // What the settings lead to can't be looked at before they can be read.
    if (error instanceof ConfigError) return { findings: error.mistakes.map(fix), secrets: [] };
    throw error;
  }
  const findings = await examine(config, commands, systemClock());
  return {
    findings: [good('The settings hold no mistakes.'), ...findings],
    secrets: config.secrets,
  };
}

await runProgram(description, main);
