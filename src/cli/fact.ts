import { consoleUser } from '../adapters/console/console-adapter.ts';
import { styleFor } from '../adapters/console/console-style.ts';
import { renderConsole } from '../adapters/console/render-console.ts';
import { loadConfig } from '../config.ts';
import { keepFresh } from '../core/bot/keep-fresh.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { lookupToData } from '../core/claims/lookup-to-data.ts';
import type { Detail } from '../core/ports/settings.ts';
import { createLogger } from '../logger.ts';
import { printData, printStyled } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';
import { createState, mayHoldState } from '../storage/state/state.ts';
import { systemClock } from '../system-clock.ts';
import { answerFlags, flagsToForm } from './answer-flags.ts';

const description = {
  command: 'npm run -s fact',
  does: 'Answers one claim and ends. It knows what operators decided in chats, where the state in STATE_URL is there.',
  operand: { name: 'CLAIM', says: 'A claim in free words, or its id.' },
  options: {
    ...answerFlags,
    history: {
      type: 'boolean',
      default: false,
      says: 'What changed in the claim, when, by whom and why, with the text before: as the state in STATE_URL remembers it.',
    },
  },
  examples: [
    'npm run -s fact -- --short "can you see the great wall from space?"',
    'npm run -s fact -- --json "is krasner anti-police?"',
    'npm run -s fact -- --history krasner/philly-2021-562-homicides',
  ],
  exitCodes: {
    0: 'The question was answered, be it by “no record”.',
    1: 'The settings or the packs hold mistakes, or the state can’t be read.',
  },
} as const;

async function main(claim: string, form: Detail | 'json' | 'history'): Promise<void> {
  if (!claim) throw new ArgumentError('Say what to look up: npm run -s fact -- "a claim"');
  const config = loadConfig();
  // Which loads all that answers, for `--help` for nothing.
  const { openBot } = await import('../open-bot.ts');
  const log = createLogger(config);
  // One question leaves no trace in the state that a running bot uses, and makes none.
  const state = await createState('memory:', log, { clock: systemClock });
  const running = (await mayHoldState(config.stateUrl))
    ? await createState(config.stateUrl, log, { clock: systemClock })
    : undefined;
  const { decisions, changes } = running ?? state;
  const { bot, library, feeds } = await openBot(config, { ...state, decisions, changes }, log);
  await keepFresh({ feeds, library, clock: systemClock, log });
  if (form === 'json') {
    const found = lookupToData(library.current.lookup(claim), dayOf(systemClock()));
    printData(found, 2);
  } else {
    const command = form === 'history' ? 'fact-history' : 'fact';
    const plan = await bot.plan({
      platform: 'console',
      user: consoleUser,
      ...(form !== 'history' && { detail: form }),
      input: { kind: 'command', command, options: { claim } },
    });
    if (!('answer' in plan)) throw new Error('The terminal has no forms, and is always answered.');
    const reply = await plan.answer();
    printStyled(renderConsole(reply, styleFor(process.stdout)));
  }
  await running?.close();
  await state.close();
}

await runProgram(description, ({ positionals, values: { history, ...flags } }) =>
  main(positionals.join(' ').trim(), history ? 'history' : flagsToForm(flags)),
);
