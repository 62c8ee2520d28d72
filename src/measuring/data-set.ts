import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { fieldPathToText } from '../core/claims/field-mistake.ts';
import type { Mistake } from '../core/claims/mistake.ts';
import { MistakesError } from '../core/claims/mistakes-error.ts';
import type { Statement } from '../matching/matcher.ts';

/** A file that is no data file at all is wrong in every line. */
const mostMistakesListed = 10;

const saying = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined || input === null ? 'is missing' : `is not ${what}`,
});

const text = z.string(saying('a text'));
const optionalText = text.nullish();
const texts = z.array(text, saying('a list of texts')).nullish();
const id = z.union([z.string(), z.number()], saying('a text or a number')).transform(String);

/** A line of `claims.jsonl`. `body` is the beginning of the check's article; it is read as the subtitle if there is none. */
const claimLine = z.object({
  id,
  text,
  title: optionalText,
  subtitle: optionalText,
  body: optionalText,
  wordings: texts,
  topics: texts,
  claimant: optionalText,
  urls: texts,
});

const queryLine = z.object({ id, text });

export interface Query {
  readonly id: string;
  readonly text: string;
  /** Claims that a person marked as the ones that the query makes. */
  readonly gold: ReadonlySet<string>;
}

/** A set of claims and queries in the layout that `docs/matching.md` describes. */
export interface DataSet {
  readonly name: string;
  readonly claims: readonly Statement[];
  readonly queries: readonly Query[];
  /** The claims that say nearly the same as one: finding them instead is no mistake. */
  readonly twins: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @throws {MistakesError} naming file, line and field. */
export function readClaims(file: string): Statement[] {
  return readJsonLines(file, claimLine).map((claim) => {
    const { id, text, title, subtitle, body, wordings, topics, claimant, urls } = claim;
    const second = subtitle || body;
    return {
      id,
      text,
      ...(title && { title }),
      ...(second && { subtitle: second }),
      ...(wordings && { wordings }),
      ...(topics && { topics }),
      ...(claimant && { claimant }),
      ...(urls && { urls }),
    };
  });
}

/**
 * A set without claims of its own (a folder of edits) uses those of the folder that its name begins with.
 * @throws {MistakesError} naming file, line and field.
 */
export function readDataSet(folder: string, name: string, split: string): DataSet {
  const at = join(folder, name);
  const home = existsSync(join(at, 'claims.jsonl')) ? at : join(folder, name.split('-')[0] ?? name);
  const gold = new Map<string, Set<string>>();
  for (const { line } of readLines(join(at, `qrels.${split}.tsv`))) {
    const [query = '', , claim = '', relevance] = line.split('\t');
    if (Number(relevance) > 0) gold.set(query, (gold.get(query) ?? new Set()).add(claim));
  }
  const queries = readJsonLines(join(at, `queries.${split}.jsonl`), queryLine).map(
    ({ id, text }) => ({ id, text, gold: gold.get(id) ?? new Set<string>() }),
  );
  const twins = new Map<string, Set<string>>();
  if (existsSync(join(home, 'neardup.tsv'))) {
    for (const { line } of readLines(join(home, 'neardup.tsv'))) {
      const [one = '', other = ''] = line.split('\t');
      twins.set(one, (twins.get(one) ?? new Set()).add(other));
      twins.set(other, (twins.get(other) ?? new Set()).add(one));
    }
  }
  return {
    name,
    claims: readClaims(join(home, 'claims.jsonl')),
    queries: queries.filter((query) => query.gold.size > 0),
    twins,
  };
}

function readJsonLines<Content>(file: string, schema: z.ZodType<Content>): readonly Content[] {
  const contents: Content[] = [];
  const mistakes: Mistake[] = [];
  for (const { line, number } of readLines(file)) {
    const checked = schema.safeParse(parseJson(line));
    if (checked.success) contents.push(checked.data);
    else mistakes.push(...checked.error.issues.map((issue) => issueToMistake(issue, file, number)));
  }
  if (mistakes.length === 0) return contents;
  const { length } = mistakes;
  throw new MistakesError(
    `${file} holds mistakes: ${length}.${length > mostMistakesListed ? ` The first ${mostMistakesListed}:` : ''}`,
    mistakes.slice(0, mostMistakesListed),
  );
}

function issueToMistake({ path, message }: z.core.$ZodIssue, file: string, line: number): Mistake {
  const field = fieldPathToText(
    path.map((step) => (typeof step === 'number' ? step : String(step))),
  );
  return field
    ? { file, line, column: 1, field, message }
    : { file, line, column: 1, field: 'line', message: 'is no JSON object' };
}

/** Undefined where it is no JSON, which no schema of ours takes. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

interface Line {
  readonly line: string;
  /** From 1. */
  readonly number: number;
}

function readLines(file: string): readonly Line[] {
  return readText(file)
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '');
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return file.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  } catch (error) {
    throw new MistakesError(`${file} can't be read: ${whyUnread(error)}.`, []);
  }
}

function whyUnread(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error.message;
}
