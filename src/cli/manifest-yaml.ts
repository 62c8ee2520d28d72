import { stringify } from 'yaml';
import { commands } from '../../commands/index.ts';
import { commandsToManifest, type SlackWay } from '../adapters/slack/commands-to-manifest.ts';

const preface = `# Slack app manifest: paste it at https://api.slack.com/apps under "Create New App", "From a manifest".
# Made by "npm run manifest" from commands/; change it there.
# im:history delivers direct messages to the bot and nothing else. There is no other history scope on purpose: a
# mention and a message to check come with their text, and nobody should have to let a bot read their channels.
# users:read tells the asker's language and whether they manage the workspace; assistant:write suggests what to ask.
`;

/** The content of manifest.yaml, or of the one for a bot that Slack reaches at an address. */
export function manifestYaml(way?: SlackWay): string {
  return preface + stringify(commandsToManifest(commands, way), { lineWidth: 0 });
}
