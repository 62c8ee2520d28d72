import { z } from 'zod';
import type { ImportField } from '../../core/claims/import-fields.ts';
import { readRating } from '../../core/ratings/read-rating.ts';
import { codePageOf } from './decode-text.ts';
import frequentData from './frequent-words.json' with { type: 'json' };
import { fieldOf } from './headings.ts';
import { openSource } from './open-source.ts';
import { tableRows } from './table-rows.ts';

/** The most frequent words by language; of one that parts no words, or hardly, the most frequent characters. */
const { words, characters } = z
  .object({
    words: z.record(z.string(), z.array(z.string())).transform(toSets),
    characters: z.record(z.string(), z.string()).transform(toSets),
  })
  .parse(frequentData);

/** Of a longer table, so many rows tell. */
const mostRows = 200;
/** The least that tells; a rating that is known in a language counts as two of its frequent words. */
const fewestHits = 3;
/** One word or character in so many is a frequent one, in whatever text. */
const oneIn = 20;
/** How much more must speak for a language than for the next. */
const lead = 1.5;

/** What a table says, as far as it was looked at. */
interface TableTexts {
  readonly text: string;
  readonly ratings: readonly string[];
}

/**
 * The language that a table is in, by the frequent words in it and by its ratings: a BCP 47 tag. Undefined where these don't tell, or
 * tell of two languages alike. One that is neither in UTF-8 nor in UTF-16 is read in the code page of each language.
 */
export async function tableLanguage(
  path: string,
  columns: Readonly<Record<string, ImportField>>,
): Promise<string | undefined> {
  const byCodePage = new Map<string, TableTexts>();
  const found: { language: string; hits: number }[] = [];
  for (const language of [...words.keys(), ...characters.keys()]) {
    const page = codePageOf(language);
    const texts = byCodePage.get(page) ?? (await readTexts(path, language, columns));
    byCodePage.set(page, texts);
    found.push({ language, hits: hitsOf(texts, language) });
  }
  const [most, next] = found.toSorted((one, other) => other.hits - one.hits);
  const isSure = most && most.hits >= fewestHits && most.hits >= lead * (next?.hits ?? 0);
  return isSure ? most.language : undefined;
}

async function readTexts(
  path: string,
  language: string,
  columns: Readonly<Record<string, ImportField>>,
): Promise<TableTexts> {
  const rows: (readonly string[])[] = [];
  for await (const row of tableRows(openSource(path, language))) {
    if (row.ok) rows.push(row.cells);
    if (rows.length === mostRows) break;
  }
  const fieldsOf = (cells: readonly string[]) => cells.map((cell) => fieldOf(cell, columns));
  const headings = rows.map(fieldsOf).find((fields) => fields.includes('claim')) ?? [];
  const ratings = rows.flatMap((cells) => cells.filter((_, at) => headings[at] === 'rating'));
  return {
    text: rows
      .flat()
      .join('\n')
      .replace(/https?:\S+/gi, ' '),
    // Spreadsheets write truth values in English for whoever set them to it.
    ratings: [...new Set(ratings)].filter((rating) => !/^(?:TRUE|FALSE)$/.test(rating.trim())),
  };
}

/** How much speaks for a language; 0 where most of the text is none of its. */
function hitsOf({ text, ratings }: TableTexts, language: string): number {
  const lower = text.toLocaleLowerCase(language);
  const frequent = words.get(language) ?? characters.get(language) ?? new Set();
  const units = lower.match(words.has(language) ? /[\p{L}\p{M}]+/gu : /\p{L}/gu) ?? [];
  const hits = units.filter((unit) => frequent.has(unit)).length;
  const known = ratings.filter((label) => isRatingIn(label, language)).length;
  return hits * oneIn < units.length && known === 0 ? 0 : hits + 2 * known;
}

/** Publishers everywhere rate in English, too; that tells nothing. */
function isRatingIn(label: string, language: string): boolean {
  const isKnown = (tongue: string): boolean =>
    readRating({ label, numbers: {}, site: '', language: tongue }) !== undefined;
  return isKnown(language) && (language === 'en' || !isKnown('en'));
}

function toSets(
  data: Readonly<Record<string, Iterable<string>>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(data).map(([language, parts]) => [language, new Set(parts)]));
}
