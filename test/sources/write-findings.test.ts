import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/claims/calendar.ts';
import type { Claim } from '../../src/core/claims/claim.ts';
import { verificationOn } from '../../src/core/claims/verification.ts';
import { isLost } from '../../src/sources/check-sources.ts';
import type { SourceFinding } from '../../src/sources/source-finding.ts';
import { writeFindings } from '../../src/sources/write-findings.ts';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { copyPacks, goodPacks } from '../storage/packs/edited-packs.ts';

const today = '2026-11-29';

async function claimsIn(dir: string): Promise<readonly Claim[]> {
  const reading = await readPacks(dir, today);
  if (!reading.ok) throw new Error(reading.mistakes.map(({ message }) => message).join('\n'));
  return reading.packs.flatMap(({ claims }) => [...claims]);
}

function findings(claim: Claim, found: Partial<SourceFinding>) {
  return claim.sources.flatMap(({ url, quote }, index) => {
    if (url === null) return [];
    const finding = { url, quote, checkedOn: today, state: 'holds', ...found } as const;
    return [{ claim, index, finding }];
  });
}

const archived = 'https://web.archive.org/web/2026/https://example.org/a#b?c=d:e';

describe.each([goodPacks, 'data'])('every claim in %s', (packs) => {
  test('takes what was found, twice over, and nothing else of its file changes', async () => {
    for (const claim of await claimsIn(packs)) {
      const file = join(packs, `${claim.ref.replace('/', '/claims/')}.yaml`);
      const before = await readFile(file, 'utf8');
      const found = findings(claim, { archived });
      const after = writeFindings(before, claim, found, today);
      const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
      expect(new Set(added.map((line) => line.trim())).size).toBe(found.length > 0 ? 2 : 0);
      expect(after.split('\n').length - before.split('\n').length).toBe(found.length * 2);
      // What is there already is written over.
      expect(writeFindings(after, claim, found, today)).toBe(after);
      const later = findings(claim, { checkedOn: '2027-01-01', archived });
      expect(writeFindings(after, claim, later, today)).toBe(
        after.replaceAll(`checkedOn: ${today}`, 'checkedOn: 2027-01-01'),
      );
    }
  });
});

test('written packs hold no mistakes and say what was found; a claim that lost its source is due', async () => {
  const dir = await copyPacks();
  const before = await claimsIn(dir);
  for (const claim of before) {
    const file = join(dir, `${claim.ref.replace('/', '/claims/')}.yaml`);
    const text = await readFile(file, 'utf8');
    const found = findings(claim, { state: 'dead', archived });
    await writeFile(file, writeFindings(text, claim, found, today));
  }
  const after = await claimsIn(dir);
  const states = (claims: readonly Claim[]) => claims.map((claim) => verificationOn(claim, today));
  const wasSure = before.flatMap((claim, index) =>
    states([claim])[0] === 'verified' && findings(claim, { state: 'dead' }).some(isLost)
      ? [index]
      : [],
  );
  expect(wasSure.length).toBeGreaterThan(0);
  expect(states(wasSure.flatMap((index) => after[index] ?? []))).toEqual(wasSure.map(() => 'due'));
  // Nor does one expire sooner by it than it would have.
  for (const index of wasSure) {
    // One that never would have has a year.
    const most = before[index]?.verification.recheckDueOn === null ? 365 : 3000;
    for (let days = 0; days <= most; days += 30) {
      const day = addDays(today, days);
      const [was, is] = [before, after].map((all) => all[index] && verificationOn(all[index], day));
      if (was !== 'expired') expect({ day, is }).toEqual({ day, is: 'due' });
    }
  }
  expect(after.flatMap(({ sources }) => sources).some((source) => source.checkedOn)).toBe(false);
  expect(await readdir(join(dir, 'saltmarsh/claims'))).toHaveLength(before.length);
});

test('comments, flow style and Windows lines are left as they are', async () => {
  const [claim] = await claimsIn(goodPacks);
  const source = claim?.sources[0];
  if (!claim || !source) throw new Error('no claim');
  const url = 'https://example.org/a';
  const one: Claim = { ...claim, sources: [{ ...source, url, quote: null }] };
  const block = `# top\r\nsources:\r\n  - title: x # t\r\n    url: ${url} # u\r\n    read: true\r\n`;
  expect(writeFindings(block, one, findings(one, {}), today)).toBe(
    block.replace('# u\r\n', `# u\r\n    checkedOn: ${today}\r\n`),
  );
  const flow = `sources: [{ title: x, url: "${url}", read: true }] # all\n`;
  expect(writeFindings(flow, one, findings(one, {}), today)).toBe(
    flow.replace(`"${url}"`, `"${url}", checkedOn: ${today}`),
  );
});

test('a day of checking that has not come is a mistake', async () => {
  const dir = await copyPacks();
  const [claim] = (await claimsIn(dir)).filter(({ sources }) => sources.some(({ url }) => url));
  if (!claim) throw new Error('no claim with a link');
  const file = join(dir, `${claim.ref.replace('/', '/claims/')}.yaml`);
  const found = findings(claim, { checkedOn: '2026-11-30' });
  await writeFile(file, writeFindings(await readFile(file, 'utf8'), claim, found, today));
  await expect(claimsIn(dir)).rejects.toThrow('"2026-11-30" lies in the future');
});
