import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadConfig } from '../config.ts';
import { dayOf } from '../core/claims/calendar.ts';
import { isFeed, refreshForm } from '../core/claims/feed.ts';
import { type ImportField, importFields } from '../core/claims/import-fields.ts';
import { type PackFile, packSchema } from '../core/claims/pack.ts';
import { addressProblem } from '../core/claims/source-address.ts';
import { openFeeds } from '../open-feeds.ts';
import { print, printProgress } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';
import type { ImportCounts } from '../storage/imports/import-counts.ts';
import { ImportError, isFileToBlame } from '../storage/imports/import-error.ts';
import {
  importFeed,
  importFile,
  leftOutColumns,
  rejectsFile,
} from '../storage/imports/import-file.ts';
import { likelyLanguage } from '../storage/imports/likely-language.ts';
import { kindOf } from '../storage/imports/read-records.ts';
import type { SourceKind } from '../storage/imports/source-kinds.ts';
import { tableLanguage } from '../storage/imports/table-language.ts';
import { systemClock } from '../system-clock.ts';
import { mostFrequent } from './most-frequent.ts';

const description = {
  command: 'npm run import',
  does: 'Makes a pack out of a file of checks: a table (.csv, .tsv) or ClaimReviews (.json, .jsonl, .html; also .gz). Says what it found; what can’t be read is listed in the pack’s rejects.jsonl. Of an address the pack keeps no copy: the bot looks there for news by itself.',
  operand: { name: 'FILE', says: 'The table or feed, or the https address of one.' },
  options: {
    pack: { type: 'string', value: 'NAME', says: 'The name of the new pack, such as town.' },
    map: {
      type: 'string',
      value: 'HEADING=FIELD,…',
      says: `What columns hold whose headings are not known. Fields: ${importFields.join(', ')}.`,
    },
    language: {
      type: 'string',
      value: 'TAG',
      says: 'What the claims are written in. Without it: what the words of a table tell, else en.',
    },
    publisher: {
      type: 'string',
      value: 'NAME',
      says: 'Who published the checks, where the file does not say.',
    },
    refresh: {
      type: 'string',
      value: 'TIME',
      says: `How often an address is looked at for news: ${refreshForm}. Without it: 6h.`,
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
    'npm run import -- https://desk.example/checks.csv --pack desk --refresh 1h',
  ],
  exitCodes: {
    0: 'The pack was made.',
    1: 'Nothing in the file can be read, the address can’t be reached, or the pack is there already.',
  },
} as const;

interface Flags {
  readonly pack?: string | undefined;
  readonly map?: string | undefined;
  readonly language?: string | undefined;
  readonly publisher?: string | undefined;
  readonly refresh?: string | undefined;
  readonly licence?: string | undefined;
}

async function main(file: string | undefined, flags: Flags): Promise<void> {
  if (!file) throw new ArgumentError('Say which file: npm run import -- FILE --pack NAME');
  const kind = checkedKind(file);
  const refresh = checkedRefresh(file, flags.refresh);
  const name = checkedName(flags.pack);
  const columns = parseMap(flags.map);
  const today = dayOf(systemClock());
  const publisher = flags.publisher ?? `The publisher of ${shownName(file)}`;
  const folder = join(loadConfig().dataDir, name);
  if (await exists(folder))
    throw new ImportError(`${folder} is there already: remove it, or choose another --pack.`);
  const about = {
    name,
    title: name,
    language: flags.language ?? 'en',
    maintainer: publisher,
    method: `Checks that others published, imported from ${isFeed(file) ? file : basename(file)} on ${today}. Nothing of them was checked again here.`,
    licence: flags.licence ?? 'unknown: the texts are their publishers’',
    corrections: 'Tell the publisher of the check: each answer links to it.',
    publisher,
    ...(flags.map !== undefined && { columns }),
    verdicts: {},
    ...(refresh !== undefined && { refresh }),
  };
  packSchema.parse(about);
  try {
    const source = kind ? { path: file, kind } : await fetched({ ...about, claims: file });
    const isAsked = flags.language === undefined && source.kind === 'table';
    const told = isAsked ? await tableLanguage(source.path, columns) : undefined;
    const language = told ?? about.language;
    const context = { language, publisher, columns, today };
    const counts = kind
      ? await importFile(
          file,
          kind,
          folder,
          { ...about, language },
          context,
          await progressOf(file),
        )
      : await importFeed(source, folder, { ...about, language, claims: file }, context);
    if (isAsked) reportLanguage(told);
    report(folder, counts);
  } catch (error) {
    if (!isFileToBlame(error)) throw error;
    throw new ImportError(`${file} was not imported: ${error.message}`);
  }
}

/** Shows, in a terminal, how far the file has been read, in percent. */
async function progressOf(file: string): Promise<(bytes: number) => void> {
  const { size } = await stat(file);
  let shown = 0;
  return (bytes) => {
    const percent = Math.floor((bytes / size) * 100);
    if (percent > shown) printProgress(percent, 100);
    shown = percent;
  };
}

/** Undefined for an address: what it gives tells its kind. */
function checkedKind(file: string): SourceKind | undefined {
  if (/^http:/i.test(file)) throw new ArgumentError(`${file} is not fetched: only https is.`);
  if (isFeed(file)) {
    const problem = addressProblem(file);
    if (problem) throw new ArgumentError(`${file} ${problem}.`);
    return undefined;
  }
  const kind = kindOf(file);
  if (kind) return kind;
  throw new ArgumentError(
    `${file} is of no kind that is read: .csv, .tsv, .json, .jsonl or .html.`,
  );
}

function checkedRefresh(file: string, refresh: string | undefined): string | undefined {
  if (!isFeed(file)) {
    if (refresh === undefined) return undefined;
    throw new ArgumentError('--refresh is for addresses: a file changes when somebody changes it.');
  }
  const checked = packSchema.shape.refresh.safeParse(refresh ?? '6h');
  if (checked.success) return checked.data;
  throw new ArgumentError(`--refresh: “${refresh}” is no length of time: ${refreshForm}.`);
}

function shownName(file: string): string {
  return isFeed(file) ? new URL(file).hostname : basename(file);
}

/** @throws {ImportError} where the address gives nothing that can be used. */
async function fetched(about: PackFile & { readonly claims: string }) {
  const copy = await openFeeds(silentLog).fetch(about);
  if ('missing' in copy) throw new ImportError(copy.missing);
  return copy;
}

/** What becomes of the address is told as the outcome. */
const silentLog = { info() {}, warn() {}, error() {} };

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

/** @param told what the words of a table told of its language */
function reportLanguage(told: string | undefined): void {
  if (told === undefined) {
    print(
      'Nothing told what language it is in, so it was read as English: --language TAG says another.',
    );
  } else if (told !== 'en') {
    print(`It was read as ${languageName(told)}, as its words are: --language TAG says another.`);
  }
}

function languageName(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}

function report(folder: string, counts: ImportCounts): void {
  const { read, rejected, rated, publishers, unknownLabels, unknownHeadings, example } = counts;
  print(
    `${folder}: ${read} checks by ${publishers.size} publishers: ${mostFrequent(publishers, 5)}`,
  );
  print(
    `${rated} have a rating that we can place on our scale, ${read - rated} are shown with their own words alone.`,
  );
  if (unknownLabels.size > 0)
    print(`Ratings that nobody has placed yet: ${mostFrequent(unknownLabels, 5)}`);
  const language = likelyLanguage(unknownLabels);
  if (language !== undefined) {
    print(
      `Most of them are known in ${languageName(language)}: if the file is in it, say so in ${join(folder, 'pack.yaml')}, “language: ${language}”.`,
    );
  }
  if (unknownHeadings.length > 0) print(`Of the table, ${leftOutColumns(unknownHeadings)}.`);
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
