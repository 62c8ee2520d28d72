import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { keepFresh } from '../../../src/core/bot/keep-fresh.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createFeeds, type FeedParts } from '../../../src/storage/feeds/create-feeds.ts';
import type { State } from '../../../src/storage/state/state.ts';
import { answerTo } from '../../support/answer-to.ts';
import { onLoopback } from '../../support/network/stand-in-rules.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createTestBot, says } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';
import { createRecordingLog } from '../state/recording-log.ts';

export const timeout = 60_000;
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** `fish` claims of which each is another one. */
export function table(fish: number): string {
  const rows = Array.from(
    { length: fish },
    (_, index) => `${names[index % 12]} number ${index} sing.,False`,
  );
  return `claim,rating\nGulls read books.,False\n${rows.join('\n')}\n`;
}
const names = [
  'Cods',
  'Herrings',
  'Eels',
  'Plaices',
  'Soles',
  'Brills',
  'Tunas',
  'Rays',
  'Perches',
  'Pikes',
  'Carps',
  'Smelts',
];

export async function packAt(address: string, more = ''): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(`${dir}/town`);
  const about =
    'name: town\ntitle: The town\nlanguage: en\nmaintainer: The Desk\nmethod: m\nlicence: l';
  await writeFile(
    `${dir}/town/pack.yaml`,
    `${about}\ncorrections: c\nverdicts: {}\nclaims: ${address}\n${more}`,
  );
  return dir;
}

interface BotParts extends Partial<FeedParts> {
  /** Further lines of `pack.yaml`. */
  readonly more?: string;
  readonly state?: State;
  /** Packs that are there already, instead of the one at the address. */
  readonly dir?: string;
}

/** A bot over a pack at an address, with a clock that the test sets. */
export async function botAt(
  address: string,
  { more = '', folder = '', dir: packs, state, ...parts }: BotParts = {},
) {
  let now = testNow;
  const log = createRecordingLog();
  const copies = folder || (await temporaryFolder());
  const clock = () => now;
  const feeds = createFeeds({
    folder: copies,
    rules: onLoopback,
    clock,
    log,
    random: () => 0,
    ...parts,
  });
  const dir = packs ?? (await packAt(address, more));
  const { bot, library } = await createTestBot({
    dataDir: dir,
    feeds,
    ...(state && { state }),
    clock,
    log,
    operators: ['console:test'],
  });
  const ask = async (text: string): Promise<string> => replyToText(await answerTo(bot, says(text)));
  return {
    feeds,
    library,
    log,
    copies,
    dir,
    ask,
    knows: async (text: string) =>
      [...library.current.claims].some(({ claim }) => claim.toLowerCase() === `${text}.`),
    status: async (): Promise<string> =>
      replyToText(
        await answerTo(bot, {
          platform: 'console',
          user: 'console:test',
          input: { kind: 'command', command: 'fact-admin', subcommand: 'status', options: {} },
        }),
      ),
    /** What happens once a minute, after so much time. */
    async elapse(ms: number): Promise<void> {
      now = new Date(now.getTime() + ms);
      await keepFresh({ feeds, library, clock, log });
    },
  };
}

/** Tells the one copy in a folder from another that is written later. */
export async function copyIn(folder: string): Promise<number> {
  const [copy = ''] = (await readdir(folder)).filter((name) => !name.endsWith('.json'));
  return (await stat(`${folder}/${copy}`)).ino;
}
