import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { settingsForDiscord, settingsForSlack } from './chat-settings.ts';
import { type StandInDiscord, startStandInDiscord } from './discord/stand-in-discord.ts';
import { atRealTime, type Program, startProgram } from './program.ts';
import { realNow } from './real-clock.ts';
import { createSlackPeople, type SlackPeople } from './slack/slack-people.ts';
import { type SlackServer, startSlackServer } from './slack/slack-server.ts';
import { startSocketMode } from './slack/socket-mode.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Both platforms, which outlive the bot, and the bot as it is run. */
export interface CrashWorld {
  readonly discord: StandInDiscord;
  readonly server: SlackServer;
  readonly slack: SlackPeople;
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Of the one claim that is asked about; the next start reads it. */
  setVerdict(verdict: string): Promise<void>;
}

export async function startCrashWorld(stateUrl: string): Promise<CrashWorld> {
  const discord = await startStandInDiscord();
  discord.setClock(() => new Date(realNow()));
  const server = await startSlackServer();
  const socket = startSocketMode(server);
  const slack = createSlackPeople(server, socket.deliver);
  const dataDir = await temporaryFolder();
  await cp('data/krasner', join(dataDir, 'krasner'), { recursive: true });
  let program: Program | undefined;
  onTestFinished(async () => {
    program?.child.kill('SIGKILL');
    await program?.ended();
    socket.stop();
    await server.stop();
    await discord.stop();
  });
  return {
    discord,
    server,
    slack,
    async start() {
      program = startProgram('src/main.ts', [], {
        ...atRealTime,
        STATE_URL: stateUrl,
        DATA_DIR: dataDir,
        ...settingsForDiscord(discord),
        ...settingsForSlack(server),
        // All ask in the same channels, where by default the oldest of so many answers are left as they are.
        CORRECTIONS_PER_CHANNEL: '1000',
      });
      await program.shows('Discord: connected');
      await program.shows('Slack: connected');
    },
    async kill() {
      program?.child.kill('SIGKILL');
      await program?.ended();
    },
    async setVerdict(verdict) {
      const file = join(dataDir, 'krasner', 'claims', 'philly-2021-562-homicides.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(/^verdict: .*$/m, `verdict: "${verdict}"`));
    },
  };
}
