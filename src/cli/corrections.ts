import { loadConfig } from '../config.ts';
import { formatPartialDate } from '../core/claims/calendar.ts';
import { toldInWords } from '../core/corrections/present-correction.ts';
import type { CorrectionEntry } from '../core/ports/correction-log.ts';
import { textsFor } from '../core/texts/texts.ts';
import { createLogger } from '../logger.ts';
import { print, printData } from '../print.ts';
import { runProgram } from '../program.ts';
import { createState } from '../storage/state/state.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run -s corrections',
  does: 'Prints the public log: which claims were put right that people had been told, when and why. It names no person and no channel.',
  options: {
    json: { type: 'boolean', says: 'As JSON, for programs; else as Markdown.' },
  },
  examples: [
    'npm run -s corrections > corrections.md',
    'npm run -s corrections -- --json > corrections.json',
  ],
  exitCodes: {
    0: 'The log was printed.',
    1: 'The settings hold mistakes, or the state is out of reach.',
  },
} as const;

const t = textsFor('en');

async function main(isJson: boolean): Promise<void> {
  const config = loadConfig();
  const state = await createState(config.stateUrl, createLogger(config), { clock: systemClock });
  const entries = await state.corrections.recent(Number.MAX_SAFE_INTEGER);
  await state.close();
  if (isJson) printData(entries, 2);
  else print(['# Corrections', '', ...entries.map(entryToMarkdown)].join('\n'));
}

function entryToMarkdown({ at, ref, change, before, after, why }: CorrectionEntry): string {
  const day = formatPartialDate(at.slice(0, 10), t.locale);
  const values = { day, before: toldInWords(before, t), now: toldInWords(after, t) };
  const said =
    change === 'content'
      ? t('correction.content', values)
      : change === 'restored'
        ? t('correction.restored', values)
        : why === undefined
          ? t('correction.verdict', values)
          : t('correction.verdictWhy', { ...values, why });
  return `- **${escapeMarkdown(after.claim)}** (\`${ref}\`)  \n  ${escapeMarkdown(said)}`;
}

/** Claims are plain text, whatever signs they hold. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

await runProgram(description, ({ values }) => main(values.json === true));
