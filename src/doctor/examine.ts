import type { Config } from '../config.ts';
import { dayOf } from '../core/calendar.ts';
import type { Command } from '../core/command.ts';
import { checkClaims } from './check-claims.ts';
import { checkDiscord } from './check-discord.ts';
import { checkSlack } from './check-slack.ts';
import { checkState } from './check-state.ts';
import { carryOut, type Finding, note } from './finding.ts';

/** Looks at everything that a start would need. The platforms are asked, and nothing is changed there. */
export async function examine(
  config: Config,
  commands: readonly Command[],
  now: Date,
): Promise<readonly Finding[]> {
  const { discord, slack } = config;
  const parts = await Promise.all([
    carryOut(() => checkClaims(config.dataDir, dayOf(now))),
    carryOut(() => checkState(config)),
    operatorFindings(config),
    discord ? carryOut(() => checkDiscord(discord, commands)) : [],
    slack ? carryOut(() => checkSlack(slack, commands)) : [],
    discord || slack ? [] : [notConnected],
  ]);
  return [...config.notices.map(note), ...parts.flat()];
}

function operatorFindings({ operators, discord, slack }: Config): readonly Finding[] {
  if (operators.size > 0 || !(discord || slack)) return [];
  return [note('ADMINS is empty: nobody may use /fact-admin to reload the claims.')];
}

const notConnected = note(
  'Neither Discord nor Slack is configured, so the bot chats in the terminal: npm start. To connect it, copy .env.example to .env and fill in DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
);
