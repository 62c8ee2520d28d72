import { parseArgs } from 'node:util';
import { consoleUser } from '../adapters/console/console-adapter.ts';
import { renderConsole } from '../adapters/console/render-console.ts';
import { loadConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { openBot } from '../open-bot.ts';
import { createState } from '../storage/state/state.ts';
import { tellWhyNotStarted } from '../tell-why-not-started.ts';

const usage = 'Usage: npm run fact -- "a claim in free words, or an id" [--json]';

/** Answers one claim and exits; `--json` prints the reply and the lookup behind it. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const claim = positionals.join(' ').trim();
  if (values.help || !claim) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const config = loadConfig();
  const log = createLogger(config);
  // One question leaves no trace in the state that a running bot uses.
  const state = await createState('memory:', log);
  const { bot, library } = await openBot(config, state, log);
  const reply = await bot.answer({
    platform: 'console',
    user: consoleUser,
    input: { kind: 'command', command: 'fact', options: { claim } },
  });
  if (values.json) {
    console.log(JSON.stringify({ reply, lookup: library.current.lookup(claim) }, null, 2));
  } else {
    const width = Math.min(process.stdout.columns ?? 100, 100);
    console.log(renderConsole(reply, { width, color: Boolean(process.stdout.isTTY) }));
  }
  await state.close();
}

await main().catch(tellWhyNotStarted);
