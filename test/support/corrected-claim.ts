import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { CorrectionSettings } from '../../src/core/corrections/create-corrections.ts';
import type { Outgoing } from '../../src/core/outbox/outgoing.ts';
import type { State } from '../../src/storage/state/state.ts';
import { openState } from '../storage/state/state-kinds.ts';
import { adminSays } from './admin-says.ts';
import type { Seen } from './discord/ledger.ts';
import type { StandInDiscord } from './discord/stand-in-discord.ts';
import { blocksToShownText } from './slack/shown-text.ts';
import type { Answer } from './slack/slack-people.ts';
import type { RunningSlack } from './slack/start-slack.ts';
import { startBothChats } from './start-both-chats.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { createTestBot } from './test-bot.ts';

const operator = 'console:local';
const id = 'philly-2021-562-homicides';
export const ref = `krasner/${id}`;
export const claim = 'Philadelphia recorded 562 homicides in 2021.';

export interface ChatsWithEdits {
  /** Replaces in the claim's file, reloads, and lets what follows go out. */
  edit(...replacements: readonly (readonly [string, string])[]): Promise<void>;
  admin(line: string): Promise<string>;
  readonly outgoing: Outgoing;
  readonly discord: StandInDiscord;
  readonly slack: RunningSlack;
  readonly state: State;
  /** What stands in Slack's channel now: of the answer, and of all that came after it. */
  slackNow(answer: Answer): string;
  noticesOnSlack(answer: Answer): readonly string[];
  noticesOnDiscord(answer: Seen): readonly string[];
}

/** One bot over packs of its own, on both platforms. */
export async function startWithEdits(
  url: string,
  corrections: CorrectionSettings = { mode: 'edit+notice', perChannel: 20, days: 30 },
): Promise<ChatsWithEdits> {
  const dataDir = await temporaryFolder();
  await cp('data/krasner', join(dataDir, 'krasner'), { recursive: true });
  const state = await openState(url);
  const made = await createTestBot({ dataDir, state, operators: [operator], corrections });
  const { bot, outgoing } = made;
  const { discord, slack } = await startBothChats(made, state);
  onTestFinished(() => outgoing.stop());
  await outgoing.work();
  const file = join(dataDir, 'krasner', 'claims', `${id}.yaml`);

  const admin = (line: string): Promise<string> => adminSays(bot, line);

  return {
    admin,
    async edit(...replacements) {
      let text = await readFile(file, 'utf8');
      for (const [from, to] of replacements) {
        if (!text.includes(from)) throw new Error(`the file does not say ${from}`);
        text = text.replace(from, () => to);
      }
      await writeFile(file, text);
      expect(await admin('reload')).toContain('Claims reloaded');
      await outgoing.work();
    },
    outgoing,
    discord,
    slack,
    state,
    slackNow({ message: { ts } }) {
      const now = slack.server.messages.find((message) => message.ts === ts);
      return now ? blocksToShownText(now.blocks) : 'gone';
    },
    noticesOnSlack: ({ message: { ts }, threadTs }) =>
      slack.server.messages
        .filter((message) => message.ts !== ts && message.threadTs === (threadTs ?? ts))
        .map(({ blocks }) => blocksToShownText(blocks)),
    noticesOnDiscord: ({ id: answer }) =>
      discord.posted.filter(({ repliesTo }) => repliesTo === answer).map(({ text }) => text),
  };
}

/** Its history ends the file. */
const lastEntry = 'copies or retired pages by names.';
export const asMisleading = [
  ['verdict: "true"', 'verdict: misleading'],
  [
    lastEntry,
    `${lastEntry}
  - on: 2026-11-29
    by: the desk
    change: The department's own count is higher.
    correction: true`,
  ],
] as const;
export const asRetracted = [
  ['status: verified', 'status: retracted\n  reason: The count was of another city.'],
] as const;
