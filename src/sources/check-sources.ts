import type { Claim } from '../core/claims/claim.ts';
import { checkSource, type SourceCheckParts } from './check-source.ts';
import type { FindingCache } from './finding-cache.ts';
import type { SourceFinding } from './source-finding.ts';

/** What became of one source of a claim. */
export interface CheckedSource {
  readonly claim: Claim;
  /** Its place among the sources of the claim, from 0. */
  readonly index: number;
  readonly finding: SourceFinding;
}

export interface SourcesRun extends SourceCheckParts {
  readonly cache: FindingCache;
  readonly onProgress: (done: number, of: number) => void;
}

/** How many hosts are visited at once. */
const visitors = 8;

/** Looks at all sources with a link, each address once. */
export async function checkSources(
  claims: readonly Claim[],
  { cache, onProgress, ...parts }: SourcesRun,
): Promise<readonly CheckedSource[]> {
  const sources = claims.flatMap((claim) =>
    claim.sources.flatMap(({ url, quote }, index) =>
      url === null ? [] : [{ claim, index, url, quote }],
    ),
  );
  const byUrl = [...Map.groupBy(sources, ({ url }) => url)];
  const found = new Map<string, readonly SourceFinding[]>();
  const waiting = byUrl.values();

  async function visitInTurn(): Promise<void> {
    for (const [url, citing] of waiting) {
      const quotes = [...new Set(citing.map(({ quote }) => quote))];
      const known = quotes.flatMap((quote) => cache.get(url, quote) ?? []);
      if (known.length === quotes.length) found.set(url, known);
      else {
        const findings = await checkSource(url, quotes, parts);
        await cache.add(findings);
        found.set(url, findings);
      }
      onProgress(found.size, byUrl.length);
    }
  }

  await Promise.all(Array.from({ length: visitors }, visitInTurn));
  return sources.flatMap(({ claim, index, url, quote }) => {
    const finding = found.get(url)?.find((one) => one.quote === quote);
    return finding ? [{ claim, index, finding }] : [];
  });
}

/** Whether the verdict rests on it, and it is no longer what it was. */
export function isLost({ claim, index, finding }: CheckedSource): boolean {
  const source = claim.sources[index];
  if (!source?.read || source.stance === 'context') return false;
  return finding.state === 'dead' || finding.state === 'changed';
}
