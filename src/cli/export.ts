import { join } from 'node:path';
import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { MistakesError } from '../core/claims/mistakes-error.ts';
import type { Pack } from '../core/claims/pack.ts';
import { textsFor } from '../core/texts/texts.ts';
import { printPatiently } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import { claimToRecord } from '../storage/imports/claim-to-record.ts';
import { rowToCsv } from '../storage/imports/csv-text.ts';
import type { ImportedRecord } from '../storage/imports/imported-record.ts';
import { kindOf, readRecords } from '../storage/imports/read-records.ts';
import { recordToRow, tableHeadings } from '../storage/imports/record-to-row.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run -s export',
  does: 'Prints the checks of a pack as a table that a spreadsheet opens and npm run import reads again. Of claims with a file each it holds what a table has room for.',
  operand: { name: 'PACK', says: 'The name of the pack.' },
  options: {
    csv: { type: 'boolean', default: false, says: 'A table with commas; there is no other form.' },
  },
  examples: ['npm run -s export -- --csv town > town.csv'],
  exitCodes: { 0: 'The pack was printed.', 1: 'The packs hold mistakes, or can’t be read.' },
} as const;

async function main(name: string | undefined, csv: boolean): Promise<void> {
  if (!csv || !name) throw new ArgumentError('Say what to export: npm run -s export -- --csv PACK');
  const { dataDir } = loadConfig();
  const today = dayOf(systemClock());
  const reading = await readPacksOnce(dataDir, today);
  if (!reading.ok) throw new MistakesError('The packs hold mistakes.', reading.mistakes);
  const pack = reading.packs.find((one) => one.name === name);
  if (!pack) throw new ArgumentError(`There is no pack “${name}”.`);
  await printPatiently(rowToCsv(tableHeadings));
  for await (const record of recordsOf(pack, join(dataDir, name), today)) {
    await printPatiently(rowToCsv(recordToRow(record)));
  }
}

async function* recordsOf(
  pack: Pack,
  folder: string,
  today: string,
): AsyncGenerator<ImportedRecord> {
  const { file, language, maintainer, publisher = maintainer, columns = {} } = pack;
  const kind = file && kindOf(file);
  if (file && kind) {
    const context = { language, publisher, columns, today };
    for await (const found of readRecords(join(folder, file), kind, context)) {
      if (found.ok) yield found.record;
    }
    return;
  }
  const t = textsFor('en');
  for (const claim of pack.claims)
    yield claimToRecord(claim, maintainer, t(`verdict.${claim.verdict}`));
}

await runProgram(description, ({ positionals, values }) => main(positionals[0], values.csv));
