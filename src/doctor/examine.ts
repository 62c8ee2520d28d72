import type { Config } from '../config.ts';
import type { Command } from '../core/bot/command.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { openFeeds } from '../open-feeds.ts';
import { readConfiguredPacks } from '../read-configured-packs.ts';
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
    carryOut(async () => {
      const feeds = openFeeds({ info() {}, warn() {}, error() {} });
      return checkClaims(await readConfiguredPacks(config, dayOf(now), { feeds }));
    }),
    carryOut(() => checkState(config, now)),
    responsibilityFindings(config),
    discord ? carryOut(() => checkDiscord(discord, commands)) : [],
    slack ? carryOut(() => checkSlack(slack, commands)) : [],
    discord || slack ? [] : [notConnected],
  ]);
  return [...config.notices.map(note), ...parts.flat()];
}

/** What other people need to know or do once the bot speaks to them. */
function responsibilityFindings({ operators, runBy, discord, slack }: Config): readonly Finding[] {
  if (!(discord || slack)) return [];
  return [
    ...(operators.size === 0
      ? [note('ADMINS is empty: nobody may use /fact-admin to reload the claims.')]
      : []),
    ...(runBy === undefined
      ? [
          note(
            'RUN_BY is empty: /fact-help can’t tell people whom to ask about their privacy or tell about a mistake. Name who runs the bot, with an address.',
          ),
        ]
      : []),
  ];
}

const notConnected = note(
  'Neither Discord nor Slack is configured, so the bot chats in the terminal: npm start. To connect it, copy .env.example to .env and fill in DISCORD_TOKEN, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
);
