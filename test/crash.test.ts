import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { lasting, openState, startStateKinds } from './storage/state/state-kinds.ts';
import { world } from './support/discord/events.ts';
import { startStandInDiscord } from './support/discord/stand-in-discord.ts';
import { atRealTime, type Program, startProgram } from './support/program.ts';
import { realNow } from './support/real-clock.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';
import { createSlackPeople } from './support/slack/slack-people.ts';
import { startSlackServer, tokens } from './support/slack/slack-server.ts';
import { startSocketMode } from './support/slack/socket-mode.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** How often the bot is killed over each store: `npm run test:crash` kills it far more often. */
const kills = Number(process.env.CRASHES ?? 2);

/** A start takes seconds; what was left is taken over half a minute after the last kill. */
const patienceMs = 120_000 + kills * 20_000;

const ref = 'krasner/philly-2021-562-homicides';
const question = 'Philadelphia recorded 562 homicides in 2021.';
const kinds = lasting(await startStateKinds());

/** Both platforms, which outlive the bot, and the bot as it is run. */
async function startWorld(url: string) {
  const discord = await startStandInDiscord();
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
    async start(): Promise<void> {
      program = startProgram('src/main.ts', [], {
        ...atRealTime,
        STATE_URL: url,
        DATA_DIR: dataDir,
        DISCORD_TOKEN: world.token,
        DISCORD_GUILD_ID: world.guild,
        DISCORD_API_URL: discord.apiUrl,
        SLACK_BOT_TOKEN: tokens.bot,
        SLACK_APP_TOKEN: tokens.app,
        SLACK_API_URL: server.apiUrl,
      });
      await program.shows('Discord: connected');
      await program.shows('Slack: connected');
    },
    async kill(): Promise<void> {
      program?.child.kill('SIGKILL');
      await program?.ended();
    },
    async setVerdict(verdict: string): Promise<void> {
      const file = join(dataDir, 'krasner', 'claims', 'philly-2021-562-homicides.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(/^verdict: .*$/m, `verdict: "${verdict}"`));
    },
  };
}

test.each(kinds)(
  `killed ${kills} times while it answers and corrects, over $name, it loses and doubles nothing`,
  async ({ freshUrl }) => {
    const url = await freshUrl();
    const { discord, server, slack, start, kill, setVerdict } = await startWorld(url);
    const onSlack: string[] = [];
    const onDiscord: string[] = [];
    const mention = (ts: string): void => {
      const event = { type: 'app_mention', user: `U${ts.replace('.', '')}`, channel: 'C1', ts };
      void slack.event({ ...event, text: `<@UFACTBOT> ${question}` });
    };
    for (let killed = 0; killed < kills; killed++) {
      // What the start before it told is put right by this one, while it answers.
      await setVerdict(killed % 2 === 0 ? 'true' : 'misleading');
      await start();
      for (let each = 0; each < 3; each++) {
        const ts = `${killed + 1}.${each}`;
        onSlack.push(ts);
        mention(ts);
        const user = String(500_000_000_000_000_000n + BigInt(onDiscord.length));
        const message = discord.write(`<@${world.bot.id}> ${question}`, {}, { user });
        onDiscord.push(message.id);
        discord.deliver(message);
      }
      // From before the first answer until long after the last one.
      await pause(Math.random() ** 2 * 1500);
      await kill();
    }
    await setVerdict('misleading');
    await start();
    const state = await openState(url, { clock: () => new Date(realNow()) });
    const waiting = async (): Promise<number> =>
      (await state.outbox.list('', undefined, 100_000)).filter((one) => one.state === 'waiting')
        .length;
    // Slack delivers again what it heard nothing of.
    for (const ts of onSlack) mention(ts);
    await pause(3_000);
    for (let seconds = 0; seconds < 90 && (await waiting()) > 0; seconds += 1) await pause(1_000);

    const items = await state.outbox.list('', undefined, 100_000);
    const unsure = new Set(items.filter((one) => one.state === 'unsure').map(({ key }) => key));
    const kept = new Set(items.map(({ key }) => key));
    // Without the marks: on another day the check may have expired.
    const isAnswer = (text: string): boolean => /true|misleading|please ask again/i.test(text);
    const isNotice = (text: string): boolean => text.startsWith('Correction');
    const repliesOnSlack = onSlack.map((ts) =>
      server.messages
        .filter(({ threadTs }) => threadTs === ts)
        .map(({ blocks }) => blocksToShownText(blocks)),
    );
    const answersOnSlack = repliesOnSlack.map(
      (texts) => texts.filter((text) => isAnswer(text) && !isNotice(text)).length,
    );
    const answersOnDiscord = onDiscord.map(
      (id) =>
        discord.posted.filter(({ repliesTo, text }) => repliesTo === id && !isNotice(text)).length,
    );
    const told = {
      doubled: [...answersOnSlack, ...answersOnDiscord].filter((count) => count > 1).length,
      lostOnSlack: onSlack.filter(
        (ts, at) => answersOnSlack[at] === 0 && !unsure.has(`answer slack:C1:${ts}`),
      ).length,
      // Discord delivers nothing again: what was not yet kept when the process died never was.
      lostOnDiscord: onDiscord.filter(
        (id, at) => answersOnDiscord[at] === 0 && kept.has(`answer discord:${id}`),
      ).length,
      outdated: (await state.receipts.about(ref, 10_000)).filter(({ address }) => {
        const message = server.messages.find(({ ts }) => ts === address.message);
        const text = message
          ? blocksToShownText(message.blocks)
          : discord.posted.find(({ id }) => id === address.message)?.text;
        return !text?.includes('Misleading');
      }).length,
      waiting: await waiting(),
    };
    const answered = [...answersOnSlack, ...answersOnDiscord].filter((count) => count > 0).length;
    console.log(
      `${kills} kills: ${answered} of ${onSlack.length + onDiscord.length} answered, ${unsure.size} left as unsure, ` +
        `${onDiscord.filter((id) => !kept.has(`answer discord:${id}`)).length} never taken`,
    );
    expect(told).toEqual({ doubled: 0, lostOnSlack: 0, lostOnDiscord: 0, outdated: 0, waiting: 0 });
  },
  patienceMs,
);
