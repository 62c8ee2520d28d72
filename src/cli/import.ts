import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { type ImportField, importFields } from '../core/claims/import-fields.ts';
import { packSchema } from '../core/claims/pack.ts';
import { print } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';
import type { ImportCounts } from '../storage/imports/import-counts.ts';
import { ImportError, isFileToBlame } from '../storage/imports/import-error.ts';
import { importFile, rejectsFile } from '../storage/imports/import-file.ts';
import { kindOf } from '../storage/imports/read-records.ts';
import { systemClock } from '../system-clock.ts';
import { mostFrequent } from './most-frequent.ts';

const description = {
  command: 'npm run import',
  does: 'Makes a pack out of a file of checks: a table (.csv, .tsv) or ClaimReviews (.json, .jsonl, .html; also .gz). Says what it found; what can’t be read is listed in the pack’s rejects.jsonl.',
  operand: { name: 'FILE', says: 'The table or feed.' },
  options: {
    pack: { type: 'string', value: 'NAME', says: 'The name of the new pack, such as town.' },
    map: {
      type: 'string',
      value: 'HEADING=FIELD,…',
      says: `What columns hold whose headings are not known. Fields: ${importFields.join(', ')}.`,
    },
    language: {
      type: 'string',
      default: 'en',
      value: 'TAG',
      says: 'What the claims are written in.',
    },
    publisher: {
      type: 'string',
      value: 'NAME',
      says: 'Who published the checks, where the file does not say.',
    },
    licence: {
      type: 'string',
      value: 'NAME',
      says: 'The licence of the texts, where you know it.',
    },
  },
  examples: [
    'npm run import -- our-checks.csv --pack town --publisher "The Town Desk"',
    'npm run import -- checks.csv --pack town --map Aussage=claim,Befund=rating --language de',
    'npm run import -- feed.jsonl.gz --pack archive',
  ],
  exitCodes: {
    0: 'The pack was made.',
    1: 'Nothing in the file can be read, or the pack is there already.',
  },
} as const;

interface Flags {
  readonly pack?: string | undefined;
  readonly map?: string | undefined;
  readonly language: string;
  readonly publisher?: string | undefined;
  readonly licence?: string | undefined;
}

async function main(file: string | undefined, flags: Flags): Promise<void> {
  if (!file) throw new ArgumentError('Say which file: npm run import -- FILE --pack NAME');
  const kind = kindOf(file);
  if (!kind)
    throw new ArgumentError(
      `${file} is of no kind that is read: .csv, .tsv, .json, .jsonl or .html.`,
    );
  const name = checkedName(flags.pack);
  const columns = parseMap(flags.map);
  const today = dayOf(systemClock());
  const publisher = flags.publisher ?? `The publisher of ${basename(file)}`;
  const folder = join(loadConfig().dataDir, name);
  if (await exists(folder))
    throw new ImportError(`${folder} is there already: remove it, or choose another --pack.`);
  const about = {
    name,
    title: name,
    language: flags.language,
    maintainer: publisher,
    method: `Checks that others published, imported from ${basename(file)} on ${today}. Nothing of them was checked again here.`,
    licence: flags.licence ?? 'unknown: the texts are their publishers’',
    corrections: 'Tell the publisher of the check: each answer links to it.',
    publisher,
    ...(flags.map !== undefined && { columns }),
    verdicts: {},
  };
  packSchema.parse(about);
  try {
    const counts = await importFile(file, kind, folder, about, {
      language: flags.language,
      publisher,
      columns,
      today,
    });
    report(folder, counts);
  } catch (error) {
    if (!isFileToBlame(error)) throw error;
    throw new ImportError(`${file} was not imported: ${error.message}`);
  }
}

function checkedName(name: string | undefined): string {
  const checked = packSchema.shape.name.safeParse(name);
  if (checked.success) return checked.data;
  throw new ArgumentError('Name the pack: --pack NAME, in lower-case letters, digits and hyphens.');
}

/** `Aussage=claim,Befund=rating` */
function parseMap(map = ''): Readonly<Record<string, ImportField>> {
  const pairs = map.split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      const named = pair.slice(at + 1).trim();
      const field = importFields.find((known) => known === named);
      if (at < 1 || !field) {
        throw new ArgumentError(
          `--map: “${pair.trim()}” is not HEADING=FIELD, with one of ${importFields.join(', ')}.`,
        );
      }
      return [pair.slice(0, at).trim(), field] as const;
    }),
  );
}

function report(folder: string, counts: ImportCounts): void {
  const { read, rejected, rated, publishers, unknownLabels, example } = counts;
  print(
    `${folder}: ${read} checks by ${publishers.size} publishers: ${mostFrequent(publishers, 5)}`,
  );
  print(
    `${rated} have a rating that we can place on our scale, ${read - rated} are shown with their own words alone.`,
  );
  if (unknownLabels.size > 0)
    print(`Ratings that nobody has placed yet: ${mostFrequent(unknownLabels, 5)}`);
  if (rejected > 0)
    print(`${rejected} left out, with line and reason in ${join(folder, rejectsFile)}`);
  if (example) print(`Try it: npm run fact -- ${JSON.stringify(example.slice(0, 200))}`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

await runProgram(description, ({ positionals, values }) => main(positionals[0], values));
