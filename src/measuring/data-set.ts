import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Statement } from '../matching/matcher.ts';

const optionalText = z.string().nullish();

/** A line of `claims.jsonl`. `body` is the beginning of the check's article; it is read as the subtitle if there is none. */
const claimLine = z.object({
  id: z.coerce.string(),
  text: z.string(),
  title: optionalText,
  subtitle: optionalText,
  body: optionalText,
  wordings: z.array(z.string()).nullish(),
  topics: z.array(z.string()).nullish(),
  claimant: optionalText,
  urls: z.array(z.string()).nullish(),
});

const queryLine = z.object({ id: z.coerce.string(), text: z.string() });

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

export function readClaims(file: string): Statement[] {
  return readLines(file).map((line) => {
    const { id, text, title, subtitle, body, wordings, topics, claimant, urls } = claimLine.parse(
      JSON.parse(line),
    );
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

/** A set without claims of its own (a folder of edits) uses those of the folder that its name begins with. */
export function readDataSet(folder: string, name: string, split: string): DataSet {
  const at = join(folder, name);
  const home = existsSync(join(at, 'claims.jsonl')) ? at : join(folder, name.split('-')[0] ?? name);
  const gold = new Map<string, Set<string>>();
  for (const line of readLines(join(at, `qrels.${split}.tsv`))) {
    const [query = '', , claim = '', relevance] = line.split('\t');
    if (Number(relevance) > 0) gold.set(query, (gold.get(query) ?? new Set()).add(claim));
  }
  const queries = readLines(join(at, `queries.${split}.jsonl`)).map((line) => {
    const { id, text } = queryLine.parse(JSON.parse(line));
    return { id, text, gold: gold.get(id) ?? new Set<string>() };
  });
  const twins = new Map<string, Set<string>>();
  if (existsSync(join(home, 'neardup.tsv'))) {
    for (const line of readLines(join(home, 'neardup.tsv'))) {
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

function readLines(file: string): string[] {
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  return text.split('\n').filter((line) => line.trim() !== '');
}
