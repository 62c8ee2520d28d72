import { writeFile } from 'node:fs/promises';
import { print } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';
import { manifestYaml } from './manifest-yaml.ts';

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

await runProgram(description, ({ values: { url, many } }) => main(url, many));
