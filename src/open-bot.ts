import { commands } from '../commands/index.ts';
import { aboutThisProgram } from './about-this-program.ts';
import { consoleUser } from './adapters/console/console-adapter.ts';
import type { Config } from './config.ts';
import type { Bot } from './core/bot.ts';
import { dayOf } from './core/calendar.ts';
import { createBot } from './core/create-bot.ts';
import { type Library, openLibrary } from './core/library.ts';
import type { Log } from './core/log.ts';
import type { ReloadHistory } from './core/reload-history.ts';
import { createMatcher } from './matching/create-matcher.ts';
import { readPacks } from './storage/pack-reader.ts';

/** The bot over the packs on disk, without any chat: what every program of ours starts from. */
export async function openBot(
  config: Config,
  history: ReloadHistory,
  log: Log,
): Promise<{ readonly bot: Bot; readonly library: Library }> {
  const clock = (): Date => new Date();
  const read = () => readPacks(config.dataDir, dayOf(clock()));
  const library = await openLibrary({ read, createMatcher, history, clock });
  const about = aboutThisProgram(config.runBy, clock());
  // Whoever sits at the terminal could edit the packs anyway.
  const operators = new Set([...config.operators, consoleUser]);
  return { library, bot: createBot({ commands, library, operators, about, clock, log }) };
}
