import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { createClaimSet } from '../../src/core/claims/claim-set.ts';
import type { PackReading } from '../../src/core/claims/pack-reading.ts';
import { loadPacksApart } from '../../src/loading/load-packs-apart.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { copyPacks, goodPacks, today } from '../storage/packs/edited-packs.ts';
import { packsAsData } from '../support/packs-as-data.ts';

const claims = 'saltmarsh/claims';

async function setOf(reading: PromiseLike<object>) {
  return createClaimSet((await reading) as PackReading & { ok: true }, createMatcher);
}

test('what another thread has loaded answers as what is read here', async () => {
  const there = await setOf(loadPacksApart(goodPacks, today, []));
  const here = await setOf(readPacks(goodPacks, today));
  expect(packsAsData(there.packs)).toEqual(packsAsData(here.packs));
  expect(there.fingerprint).toBe(here.fingerprint);
  expect(there.topics()).toEqual(here.topics());
  for (const { ref, id, claim, wordings, topics, sources } of here.claims) {
    expect(there.find(ref)).toEqual(here.find(ref));
    expect(there.digestOf(ref)).toBe(here.digestOf(ref));
    const asked = [
      id,
      ref,
      claim,
      ...wordings,
      ...topics,
      ...sources.flatMap(({ url }) => url ?? []),
    ];
    for (const text of asked) {
      expect(there.lookup(text)).toEqual(here.lookup(text));
      expect(there.subject(text)).toEqual(here.subject(text));
      expect(there.citing(text)).toEqual(here.citing(text));
      const [found, expected] = [there, here].map((set) =>
        set.search({ words: text }).slice(0, 50),
      );
      expect(found).toEqual(expected);
    }
  }
});

test('many claims come in their order, each with its pack', async () => {
  const dir = await copyPacks();
  const bridge = parse(await readFile(`${dir}/${claims}/bridge-opened-1911.yaml`, 'utf8'));
  for (let place = 0; place < 120; place += 1) {
    const id = `bridge-${place}`;
    const claim = `Bridge number ${place} opened in 1911.`;
    const copy = stringify({ ...bridge, id, claim, wordings: [], nearMisses: [] });
    await writeFile(`${dir}/${claims}/${id}.yaml`, copy);
  }
  const there = (await loadPacksApart(dir, today, [])) as PackReading;
  const here = await readPacks(dir, today);
  if (!there.ok || !here.ok) throw new Error('The packs hold mistakes.');
  expect(packsAsData(there.packs)).toEqual(packsAsData(here.packs));
  expect(there.packs[0]?.claims.length).toBeGreaterThan(120);
});

test('mistakes are told as they are found here', async () => {
  const dir = await copyPacks();
  await writeFile(`${dir}/${claims}/a.yaml`, 'id: [');
  expect(await loadPacksApart(dir, today, [])).toEqual(await readPacks(dir, today));
});
