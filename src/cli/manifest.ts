import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { commands } from '../../commands/index.ts';
import { commandsToManifest, type SlackWay } from '../adapters/slack/commands-to-manifest.ts';
import { tellWhyNotStarted } from '../tell-why-not-started.ts';

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

/** Writes manifest.yaml, for Socket Mode; with `--url https://host [--many]` it prints the one for HTTP instead. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, many: { type: 'boolean', default: false } },
  });
  const { url, many } = values;
  if (url === undefined ? many : URL.parse(url)?.protocol !== 'https:') {
    console.error('Usage: npm run manifest [-- --url https://host [--many]]');
    process.exitCode = 2;
  } else if (url === undefined) {
    await writeFile('manifest.yaml', manifestYaml());
    console.log('manifest.yaml written');
  } else {
    console.log(manifestYaml({ url, many }));
  }
}

if (import.meta.main) await main().catch(tellWhyNotStarted);
