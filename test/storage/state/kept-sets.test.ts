import { mkdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/claims/calendar.ts';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { claimDigest } from '../../../src/core/claims/claim-digest.ts';
import { claimsOnDemand, idsOf } from '../../../src/core/claims/claim-list.ts';
import type { KeptSet } from '../../../src/core/claims/kept-sets.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { readAll } from '../../../src/storage/state/read-all.ts';
import { aClaim } from '../../support/claims.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';
import { openState, startStateKinds } from './state-kinds.ts';

const kinds = await startStateKinds();

const packs = [rivertonPack([aClaim()])];

const address = 'https://desk.example/check';
/** One of each oddity that the rules for our own claims forbid. */
const reviews = [
  { claimReviewed: 'Gulls read.', url: 'http://desk.example/x', datePublished: 'May' },
  {
    claimReviewed: `Gulls read ${'all '.repeat(300)}books.`,
    reviewRating: { alternateName: `False, ${'so '.repeat(90)}` },
  },
  { claimReviewed: 'Crabs sing.', expires: '2020-01-01', author: { name: 'Büro '.repeat(60) } },
  {
    claimReviewed: 'Eels fly.',
    correction: 'It was another eel.',
    itemReviewed: { author: { name: 'x'.repeat(400) } },
  },
  {
    '@type': 'DataFeedItem',
    dateDeleted: '2024-01-01',
    item: { '@type': 'ClaimReview', claimReviewed: 'Rays knit.', url: address },
  },
];
const table =
  'claim,rating,topics,summary,sources\n鱼会飞。,假,"鱼, 飞",,http://a.example/1\nGulls,False,,,\nCods.,,,"Why: \u202E not.",https://b.example/?a=1\n';

/** A folder of packs that others published. */
async function importedPacks(): Promise<string> {
  const dir = await temporaryFolder();
  const items = reviews.map((one) => ({ '@type': 'ClaimReview', url: address, ...one }));
  const files = {
    feed: ['claims.jsonl', items.map((item) => JSON.stringify(item)).join('\n')],
    sheet: ['claims.csv', table],
  } as const;
  for (const [name, [file, content]] of Object.entries(files)) {
    await mkdir(`${dir}/${name}`);
    await writeFile(`${dir}/${name}/${file}`, content);
    await writeFile(
      `${dir}/${name}/pack.yaml`,
      `name: ${name}\ntitle: t\nlanguage: en\nmaintainer: m\nmethod: m\nlicence: l\ncorrections: c\nverdicts: {}\nclaims: ${file}\n`,
    );
  }
  return dir;
}

function setOf(fingerprint: string): KeptSet {
  return { fingerprint, loadedAt: testNow.toISOString(), by: 'start', claims: 1 };
}

describe.each(kinds)('sets kept in $name', ({ freshUrl, survivesRestart }) => {
  test('come back as they were, the shipped packs too', async () => {
    const { sets } = await openState(await freshUrl());
    const reading = await readPacks('data', dayOf(testNow));
    if (!reading.ok) throw new Error('the shipped packs hold mistakes');
    await sets.keep(setOf(reading.fingerprint), reading.packs);
    expect(await sets.packs(reading.fingerprint)).toEqual(reading.packs);
    expect(await sets.packs('another')).toBeUndefined();
  });

  test('come back as they were where others published the claims, however they look', async () => {
    const { sets } = await openState(await freshUrl());
    const reading = await readPacks(await importedPacks(), dayOf(testNow));
    if (!reading.ok || 'held' in reading) throw new Error('the imported packs hold mistakes');
    expect(reading.packs.map(({ claims }) => claims.length)).toEqual([5, 3]);
    const feed = reading.packs.map((pack) => ({ ...pack, copy: 'a1', refresh: '6h', rejects: 2 }));
    await sets.keep(setOf('imported'), feed);
    expect(await sets.packs('imported')).toEqual(feed);
  });

  test('are six, the one kept last first, also where the clock stands still', async () => {
    const { sets } = await openState(await freshUrl());
    for (const name of ['h', 'g', 'f', 'e', 'd', 'c', 'b', 'a', 'd'])
      await sets.keep(setOf(name), packs);
    const names = (await sets.list()).map(({ fingerprint }) => fingerprint);
    expect(names).toEqual(['d', 'a', 'b', 'c', 'e', 'f']);
    expect(await sets.packs('g')).toBeUndefined();
    expect(await sets.packs('f')).toEqual(packs);
  });

  test('are written in pieces, which all go with their set', async () => {
    const { sets, ledger } = await openState(await freshUrl());
    const many = Array.from({ length: 250 }, (_, place) => aClaim({ id: `claim-${place}` }));
    const large = [rivertonPack(many.slice(0, 130)), rivertonPack(many.slice(130))];
    await sets.keep(setOf('large'), large);
    const records = await readAll(ledger, 'claim-set-packs ');
    const longest = Math.max(...records.map(({ value }) => JSON.stringify(value).length));
    expect(records.length).toBeGreaterThan(2);
    expect(longest).toBeLessThan(JSON.stringify(large).length / 4);
    expect(await sets.packs('large')).toEqual(large);
    for (const name of ['f', 'e', 'd', 'c', 'b', 'a']) await sets.keep(setOf(name), []);
    expect(await sets.packs('large')).toBeUndefined();
    const left = (await readAll(ledger, 'claim-set-packs ')).filter(({ key }) =>
      key.includes('large'),
    );
    expect(left).toEqual([]);
  });

  const numbered = (count: number) =>
    Array.from({ length: count }, (_, place) =>
      aClaim({ id: `claim-${place}`, ref: `riverton/claim-${place}` }),
    );
  const changed = aClaim({ id: 'claim-7', ref: 'riverton/claim-7', claim: 'It is another.' });
  const added = aClaim({ id: 'claim-7b', ref: 'riverton/claim-7b' });

  test.each([
    ['changed', (claims: readonly Claim[]) => claims.with(7, changed)],
    ['added', (claims: readonly Claim[]) => claims.toSpliced(8, 0, added)],
    ['left out', (claims: readonly Claim[]) => claims.toSpliced(7, 1)],
  ])('with one claim %s share all but a little with the set before', async (_, change) => {
    const { sets, ledger } = await openState(await freshUrl());
    const first = [rivertonPack(numbered(400))];
    await sets.keep(setOf('first'), first);
    const records = async () => (await readAll(ledger, 'claim-set-packs ')).length;
    const before = await records();
    const second = [rivertonPack(change(numbered(400)))];
    await sets.keep(setOf('second'), second);
    // What the set is, and a piece or a few beside the claim.
    expect(before).toBeGreaterThan(5);
    expect((await records()) - before).toBeLessThan(5);
    expect(await sets.packs('first')).toEqual(first);
    expect(await sets.packs('second')).toEqual(second);
    for (const name of ['e', 'd', 'c', 'b', 'a']) await sets.keep(setOf(name), []);
    expect(await sets.packs('first')).toBeUndefined();
    expect(await sets.packs('second')).toEqual(second);
    await sets.keep(setOf('f'), []);
    // Six that hold no claim.
    expect(await records()).toBe(6);
  });

  test('ask no claim for itself whose digest is known, unless its piece has to be written', async () => {
    const { sets } = await openState(await freshUrl());
    const claims = numbered(400);
    await sets.keep(setOf('first'), [rivertonPack(claims)]);
    const digests = new Map(claims.map((claim) => [claim.ref, claimDigest(claim)]));
    digests.set(changed.ref, claimDigest(changed));
    const made = new Set<number>();
    const counted = claimsOnDemand(
      claims.length,
      (place) => {
        made.add(place);
        return place === 7 ? changed : claims[place];
      },
      { ids: idsOf(claims), mayHold: () => [] },
    );
    const pack = { ...rivertonPack([]), claims: counted };
    await sets.keep(setOf('second'), [pack], (ref) => digests.get(ref));
    expect(made).toContain(7);
    expect(made.size).toBeLessThanOrEqual(200);
    expect((await sets.packs('second'))?.[0]?.claims.at(7)).toEqual(changed);
  });

  test('come back as they were, whichever came before, however often one is kept, and by whom at once', async () => {
    const pool = numbered(120);
    const anySet = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      from: fc.nat(80),
      length: fc.nat(80),
      isChanged: fc.boolean(),
    });
    // One after the other, some of them two at once.
    const anySets = fc.array(fc.array(anySet, { minLength: 1, maxLength: 2 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(anySets, async (rounds) => {
        const { sets, ledger, close } = await openState(await freshUrl());
        const kept = new Map<string, readonly object[]>();
        for (const round of rounds) {
          const different = [...new Map(round.map((one) => [one.name, one])).values()];
          await Promise.all(
            different.map(async ({ name, from, length, isChanged }) => {
              const claims = pool.slice(from, from + length);
              const packs = [rivertonPack(isChanged ? [changed, ...claims] : claims)];
              kept.set(name, packs);
              await sets.keep(setOf(name), packs);
            }),
          );
          for (const { fingerprint } of await sets.list()) {
            expect(await sets.packs(fingerprint)).toEqual(kept.get(fingerprint));
          }
        }
        for (const name of ['1', '2', '3', '4', '5', '6']) await sets.keep(setOf(name), []);
        expect(await readAll(ledger, 'claim-sets ')).toHaveLength(6);
        await close();
      }),
      { numRuns: 3 },
    );
  });

  test(`${survivesRestart ? 'outlive' : 'are gone after'} a restart`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    await before.sets.keep(setOf('a'), packs);
    await before.close();
    const { sets } = await openState(url);
    expect(await sets.packs('a')).toEqual(survivesRestart ? packs : undefined);
  });

  test('that are damaged, or of a version that knew other claims, are as good as none', async () => {
    const { sets, ledger } = await openState(await freshUrl());
    await sets.keep(setOf('a'), [{ ...rivertonPack([]), verdicts: { true: '' } }]);
    expect(await sets.packs('a')).toBeUndefined();
    await sets.keep(setOf('a'), packs);
    const [{ key = '' } = {}] = await readAll(ledger, 'claim-set-packs a ');
    await ledger.put(key, 'H4sI no gzip');
    expect(await sets.packs('a')).toBeUndefined();
    await ledger.remove([key]);
    expect(await sets.packs('a')).toBeUndefined();
  });

  test('of an earlier version, in numbered pieces over all packs, come back, and go with all their pieces', async () => {
    const { sets, ledger } = await openState(await freshUrl());
    const claims = numbered(150);
    const { claims: _, ...about } = rivertonPack([]);
    const head = [
      { about: { ...about, name: 'one' }, claims: 60 },
      { about: { ...about, name: 'two' }, claims: 90 },
    ];
    await sets.keep(setOf('old'), []);
    for (const [piece, start] of [0, 100].entries()) {
      const json = JSON.stringify(claims.slice(start, start + 100));
      await ledger.put(`claim-set-packs old ${piece}`, gzipSync(json).toString('base64'));
    }
    await ledger.put('claim-set-packs old', head);
    const [one, two] = head.map(({ about }) => about);
    expect(await sets.packs('old')).toEqual([
      { ...one, claims: claims.slice(0, 60) },
      { ...two, claims: claims.slice(60) },
    ]);
    for (const name of ['f', 'e', 'd', 'c', 'b', 'a']) await sets.keep(setOf(name), []);
    expect(await readAll(ledger, 'claim-set-packs old')).toEqual([]);
  });

  test('without a store are forgotten quietly, and looked for in vain', async () => {
    const { sets, close } = await openState(await freshUrl());
    await close();
    await sets.keep(setOf('a'), packs);
    await expect(sets.list()).rejects.toThrow(StoreLostError);
    await expect(sets.packs('a')).rejects.toThrow(StoreLostError);
  });
});
