import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeClaims } from '../../src/measuring/synthetic-claims.ts';
import { renderTable } from '../../src/measuring/table.ts';
import { writeReviews } from './invented-reviews.ts';

const sizes = [1000, 10_000, 100_000, 300_000];

/** Prints how long ClaimReviews take to be imported, and the most memory that the program took, which should not grow with the file. */
export async function benchImports(): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const dir = await mkdtemp(join(tmpdir(), 'factbot-bench-'));
    try {
      const feed = join(dir, 'feed.jsonl');
      await writeReviews(makeClaims(size, 1), feed);
      const { seconds, memoryMb } = await importApart(feed, dir);
      rows.push([String(size), seconds.toFixed(1), memoryMb.toFixed(0)]);
    } finally {
      await rm(dir, { recursive: true });
    }
  }
  console.log(`\n${renderTable([['ClaimReviews imported', 's', 'memory MB'], ...rows])}`);
}

/** As `npm run import` does, in a process of its own. */
async function importApart(
  feed: string,
  dataDir: string,
): Promise<{ readonly seconds: number; readonly memoryMb: number }> {
  const report = `process.once('exit', () => console.error(process.resourceUsage().maxRSS))`;
  const args = [
    `--import=data:text/javascript,${encodeURIComponent(report)}`,
    'src/cli/import.ts',
    feed,
    '--pack',
    'invented',
  ];
  const began = performance.now();
  const { stderr } = await promisify(execFile)(process.execPath, args, {
    env: { DATA_DIR: dataDir },
  });
  const seconds = (performance.now() - began) / 1000;
  const kilobytes = Number(stderr.trim().split('\n').at(-1));
  return { seconds, memoryMb: kilobytes / 1024 };
}
