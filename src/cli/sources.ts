import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '../config.ts';
import { type Day, dayOf } from '../core/claims/calendar.ts';
import { MistakesError } from '../core/claims/mistakes-error.ts';
import type { Pack } from '../core/claims/pack.ts';
import { fetchOnce } from '../network/fetch-guarded.ts';
import { publicNetwork } from '../network/network-rules.ts';
import { print, printProgress } from '../print.ts';
import { ArgumentError, runProgram } from '../program.ts';
import { readPacksOnce } from '../read-packs-once.ts';
import { type CheckedSource, checkSources, isLost } from '../sources/check-sources.ts';
import { openFindingCache } from '../sources/finding-cache.ts';
import { createPoliteWeb } from '../sources/polite-web.ts';
import { writeFindings } from '../sources/write-findings.ts';
import { systemClock } from '../system-clock.ts';

const description = {
  command: 'npm run sources',
  does: 'Looks at the sources of all claims: whether each is still there, still holds its quote, and has a copy in the Internet Archive. It visits one page of a host at a time and stays away where robots.txt says so. Broken off, it goes on where it was.',
  options: {
    write: {
      type: 'boolean',
      says: 'Writes checkedOn and archived into the claims, and makes due those that lost a deciding source.',
    },
    'max-age': {
      type: 'string',
      value: 'DAYS',
      default: '7',
      says: 'How old a finding may be that is not looked for again.',
    },
    cache: {
      type: 'string',
      value: 'FILE',
      default: 'var/sources.jsonl',
      says: 'Where findings are kept between runs.',
    },
  },
  examples: ['npm run sources', 'npm run sources -- --write --max-age 30'],
  exitCodes: {
    0: 'No source that decides a claim is gone or changed.',
    1: 'Some are, or the packs can’t be read.',
  },
} as const;

/** As its maintainers can be found by. */
const userAgent = 'factbot-sources/0.1 (checks the links of a pack of checked claims)';

const limits = { rules: publicNetwork, maxBytes: 8 * 1024 * 1024, withinMs: 20_000 } as const;
const pauseMs = 1_000;

async function main(flags: {
  readonly write?: boolean | undefined;
  readonly 'max-age': string;
  readonly cache: string;
}): Promise<void> {
  const maxAgeDays = Number(flags['max-age']);
  if (!Number.isInteger(maxAgeDays) || maxAgeDays < 0) {
    throw new ArgumentError('--max-age is a number of days, such as 7.');
  }
  const { dataDir } = loadConfig();
  const today = dayOf(systemClock());
  const reading = await readPacksOnce(dataDir, today);
  if (!reading.ok) throw new MistakesError('The packs hold mistakes:', reading.mistakes);
  const web = createPoliteWeb({
    fetchPage: (url) => fetchOnce(url, { ...limits, userAgent }),
    userAgent,
    pauseMs,
    pause: (ms) => pause(ms),
  });
  const checked = await checkSources(
    reading.packs.flatMap(({ claims }) => [...claims]),
    {
      web,
      archive: new URL('https://archive.org/wayback/available'),
      today,
      cache: await openFindingCache(flags.cache, today, maxAgeDays),
      onProgress: (done, of) => printProgress(done, of),
    },
  );
  report(checked);
  if (flags.write) {
    for (const pack of reading.packs) await writeInto(pack, checked, dataDir, today);
  }
}

async function writeInto(
  { name, file: elsewhere, claims }: Pack,
  checked: readonly CheckedSource[],
  dataDir: string,
  today: Day,
): Promise<void> {
  const own = new Set(claims);
  const found = Map.groupBy(
    checked.filter(({ claim }) => own.has(claim)),
    ({ claim }) => claim,
  );
  if (elsewhere !== undefined) {
    if (found.size > 0) {
      print(
        `Not written: what was found of the sources of ${name}, whose claims come from ${elsewhere}. To correct one, change ${elsewhere} yourself.`,
      );
    }
    return;
  }
  for (const [claim, sources] of found) {
    const file = join(dataDir, name, 'claims', `${claim.id}.yaml`);
    const before = await readFile(file, 'utf8');
    const after = writeFindings(before, claim, sources, today);
    if (after !== before) await writeFile(file, after);
  }
}

function report(checked: readonly CheckedSource[]): void {
  for (const one of checked) {
    const { state, url, why, movedTo, archived } = one.finding;
    if (state === 'holds' && movedTo === undefined) continue;
    const details = [
      ...(why ? [why] : []),
      ...(movedTo ? [`now at ${movedTo}`] : []),
      ...(archived ? [`a copy is at ${archived}`] : []),
    ];
    const lost = isLost(one) ? ', and it decides' : '';
    print(
      `${one.claim.ref} sources[${one.index}]: ${state}${lost}: ${url} (${details.join('; ')})`,
    );
  }
  const count = (state: CheckedSource['finding']['state']): number =>
    checked.filter(({ finding }) => finding.state === state).length;
  const states = (['holds', 'changed', 'dead', 'unknown'] as const).map(
    (state) => `${count(state)} ${state}`,
  );
  print(`${checked.length} sources: ${states.join(', ')}`);
  const due = new Set(checked.filter(isLost).map(({ claim }) => claim.ref));
  if (due.size === 0) return;
  print(`To be checked again: ${[...due].join(', ')}`);
  process.exitCode = 1;
}

await runProgram(description, ({ values }) => main(values));
