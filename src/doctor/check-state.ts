import type { Config } from '../config.ts';
import type { Installations } from '../core/ports/installations.ts';
import { createState, type State } from '../storage/state/state.ts';
import { carryOut, count, type Finding, fix, good, note } from './finding.ts';

const silent = { info() {}, warn() {}, error() {} };

/** Opening proves that it can be read and written. */
export async function checkState(
  { stateUrl, slack }: Config,
  now: Date,
): Promise<readonly Finding[]> {
  const state = await createState(stateUrl, silent, { clock: () => now });
  try {
    const keys = slack?.transport.kind === 'oauth' && slack.transport.installationKeys;
    return [
      stateUrl === 'memory:'
        ? note('STATE_URL is memory: what is kept is forgotten with every restart.')
        : good('STATE_URL leads to a state that can be read and written.'),
      ...(keys ? await carryOut(() => checkInstallations(state.installations(keys))) : []),
    ];
  } finally {
    await closeQuietly(state);
  }
}

/** That INSTALLATION_KEYS decrypt what is kept: a lost key shows when a workspace asks, and only then. */
async function checkInstallations(installations: Installations): Promise<readonly Finding[]> {
  const problems: Finding[] = [];
  const keys = await installations.list();
  for (const key of keys) {
    await installations.load(key).catch((error: unknown) => {
      problems.push(fix(error instanceof Error ? error.message : String(error)));
    });
  }
  if (problems.length > 0) return problems;
  return [
    keys.length === 0
      ? note(
          'No workspace has installed the bot yet: they do at https://<your host>/slack/install.',
        )
      : good(
          `The bot is installed in ${count(keys.length, 'workspace')}, and every token can be read.`,
        ),
  ];
}

async function closeQuietly(state: State): Promise<void> {
  await state.close().catch(() => {});
}
