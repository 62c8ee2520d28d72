import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { commands } from '../../commands/index.ts';
import { commandsToManifest, type SlackWay } from '../adapters/slack/commands-to-manifest.ts';
import { print } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';

const preface = `# Slack app manifest: paste it at https://api.slack.com/apps under "Create New App", "From a manifest".
# Made by "npm run manifest" from commands/; change it there.
# im:history delivers direct messages to the bot and nothing else. There is no other history scope on purpose: a
# mention and a message to check come with their text, and nobody should have to let a bot read their channels.
# users:read tells the asker's language and whether they manage the workspace; assistant:write suggests what to ask.
`;

/**
 * The content of manifest.yaml, or of the one for a bot that Slack reaches at an address. Exported for tests: the file in
 * the repository must be what it makes.
 */
export function manifestYaml(way?: SlackWay): string {
  return preface + stringify(commandsToManifest(commands, way), { lineWidth: 0 });
}

const description = {
  command: 'npm run manifest',
  does: 'Writes manifest.yaml, the Slack app for Socket Mode; with --url it prints the one for HTTP instead.',
  options: {
    url: { type: 'string', value: 'ADDRESS', says: 'Where Slack reaches the bot: https://host.' },
    many: { type: 'boolean', default: false, says: 'For many workspaces, by OAuth; with --url.' },
  },
  examples: ['npm run manifest', 'npm run -s manifest -- --url https://bot.example.org --many'],
  exitCodes: { 0: 'It is written or printed.', 1: 'It can’t be written.' },
} as const;

async function main(url: string | undefined, many: boolean): Promise<void> {
  if (url !== undefined && URL.parse(url)?.protocol !== 'https:') {
    throw new ArgumentError(`--url ${url} is not an address of the form https://host.`);
  }
  if (url === undefined && many) throw new ArgumentError('--many needs --url https://host.');
  if (url === undefined) {
    await writeFile('manifest.yaml', manifestYaml());
    print('manifest.yaml written');
  } else {
    print(manifestYaml({ url, many }));
  }
}

if (import.meta.main) await runProgram(description, ({ values: { url, many } }) => main(url, many));
