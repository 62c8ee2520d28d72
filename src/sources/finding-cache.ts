import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { addDays, type Day } from '../core/claims/calendar.ts';
import { type SourceFinding, sourceFindingSchema } from './source-finding.ts';

/** What was found before, also by a run that was broken off. */
export interface FindingCache {
  get(url: string, quote: string | null): SourceFinding | undefined;
  add(findings: readonly SourceFinding[]): Promise<void>;
}

/** Findings that are older, or tell nothing, are looked for anew. A line that can't be read counts for nothing. */
export async function openFindingCache(
  file: string,
  today: Day,
  maxAgeDays: number,
): Promise<FindingCache> {
  await mkdir(dirname(file), { recursive: true });
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  const known = new Map<string, SourceFinding>();
  const keyOf = (url: string, quote: string | null): string => JSON.stringify([url, quote]);
  for (const line of text.split('\n')) {
    const finding = parseLine(line);
    if (!finding || finding.checkedOn < addDays(today, -maxAgeDays)) continue;
    if (finding.state !== 'unknown') known.set(keyOf(finding.url, finding.quote), finding);
  }
  return {
    get: (url, quote) => known.get(keyOf(url, quote)),
    async add(findings) {
      await appendFile(file, findings.map((finding) => `${JSON.stringify(finding)}\n`).join(''));
    },
  };
}

function parseLine(line: string): SourceFinding | undefined {
  try {
    return sourceFindingSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
