import { world } from './discord/events.ts';
import type { StandInDiscord } from './discord/stand-in-discord.ts';
import { type SlackServer, tokens } from './slack/slack-server.ts';

/** With these in its environment a program connects to the stand-in Discord. */
export const settingsForDiscord = ({ apiUrl }: StandInDiscord) => ({
  DISCORD_TOKEN: world.token,
  DISCORD_GUILD_ID: world.guild,
  DISCORD_API_URL: apiUrl,
});

/** The same for the stand-in Slack, over Socket Mode. */
export const settingsForSlack = ({ apiUrl }: SlackServer) => ({
  SLACK_BOT_TOKEN: tokens.bot,
  SLACK_APP_TOKEN: tokens.app,
  SLACK_API_URL: apiUrl,
});
