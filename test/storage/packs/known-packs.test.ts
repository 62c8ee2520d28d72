import fs, { readdirSync } from 'node:fs';
import fsp, { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { claimSchema } from '../../../src/core/claims/claim.ts';
import { type KnownPacks, tracesToKnownPacks } from '../../../src/storage/packs/known-packs.ts';
import { readPacks, readTracedPacks } from '../../../src/storage/packs/pack-reader.ts';
import { readingAsData } from '../../support/packs-as-data.ts';
import { copyPacks, edit, today } from './edited-packs.ts';

const bridge = 'saltmarsh/claims/bridge-opened-1911.yaml';

/** What a whole reading of the packs leaves for the next one. */
async function knownIn(dir: string): Promise<KnownPacks> {
  const { reading, traces } = await readTracedPacks(dir, today, {});
  if (!reading.ok || 'held' in reading) throw new Error('The packs hold mistakes.');
  // As it comes back from disk.
  const kept = structuredClone({ packs: reading.packs, traces });
  return tracesToKnownPacks(
    kept.traces,
    async () => new Map(kept.packs.map(({ name, claims }) => [name, claims])),
  );
}

async function readAgain(dir: string, known: KnownPacks) {
  return readingAsData((await readTracedPacks(dir, today, { known })).reading);
}

/** How many files are opened, and how many claims are held against the schema, while something runs. */
async function countWork(run: () => Promise<unknown>) {
  const opened = vi.spyOn(fs, 'openSync');
  syncBuiltinESMExports();
  const parsed = vi.spyOn(claimSchema, 'safeParse');
  onTestFinished(() => {
    opened.mockRestore();
    syncBuiltinESMExports();
    parsed.mockRestore();
  });
  await run();
  const work = { opened: opened.mock.calls.length, parsed: parsed.mock.calls.length };
  opened.mockClear();
  parsed.mockClear();
  return work;
}

/** A second pack of a table, beside the good one. */
async function addTable(dir: string): Promise<void> {
  const about = await readFile(`${dir}/saltmarsh/pack.yaml`, 'utf8');
  await fsp.mkdir(`${dir}/table`);
  await writeFile(
    `${dir}/table/pack.yaml`,
    `${about.replace('name: saltmarsh', 'name: table')}\nclaims: claims.csv\n`,
  );
  await writeFile(
    `${dir}/table/claims.csv`,
    'Claim,Verdict,Publisher,Link\nGulls can read.,False,Bird Desk,https://birds.example/a\n',
  );
}

test('packs that are as they were are not opened, but for what each says of itself', async () => {
  const dir = await copyPacks();
  await addTable(dir);
  const known = await knownIn(dir);
  expect(await countWork(() => readAgain(dir, known))).toEqual({ opened: 2, parsed: 0 });
  expect(await readAgain(dir, known)).toEqual(await readPacks(dir, today));
});

test('of many claims the one that was changed is read and parsed, and no other', async () => {
  const dir = await copyPacks();
  await addTable(dir);
  const known = await knownIn(dir);
  await edit(`${dir}/${bridge}`, 'opened in 1911.', 'was opened in 1911.');
  expect(await countWork(() => readAgain(dir, known))).toEqual({ opened: 3, parsed: 1 });
  expect(await readAgain(dir, known)).toEqual(await readPacks(dir, today));
});

test('a file that was only touched is read, and not parsed', async () => {
  const dir = await copyPacks();
  const known = await knownIn(dir);
  await utimes(`${dir}/${bridge}`, 2, 2);
  expect(await countWork(() => readAgain(dir, known))).toEqual({ opened: 2, parsed: 0 });
});

test('a change is seen that leaves the length and sets the time back', async () => {
  const dir = await copyPacks();
  await utimes(`${dir}/${bridge}`, 1, 1);
  const known = await knownIn(dir);
  await edit(`${dir}/${bridge}`, 'opened in 1911.', 'opened in 1912.');
  await utimes(`${dir}/${bridge}`, 1, 1);
  const reading = await readAgain(dir, known);
  expect(reading).toEqual(await readPacks(dir, today));
  expect(JSON.stringify(reading)).toContain('opened in 1912.');
});

test('where a pack says something else of itself, all its claims are read anew', async () => {
  const dir = await copyPacks();
  const known = await knownIn(dir);
  const files = readdirSync(`${dir}/saltmarsh/claims`).length;
  await edit(`${dir}/saltmarsh/pack.yaml`, 'language: en', 'language: de');
  expect(await countWork(() => readAgain(dir, known))).toEqual({
    opened: files + 1,
    parsed: files,
  });
  expect(await readAgain(dir, known)).toEqual(await readPacks(dir, today));
});

test('a table that was changed is read anew, and so is one of a pack that says something else', async () => {
  const dir = await copyPacks();
  await addTable(dir);
  const known = await knownIn(dir);
  await edit(`${dir}/table/claims.csv`, 'Gulls can read.', 'Gulls can write.');
  expect(JSON.stringify(await readAgain(dir, known))).toContain('Gulls can write.');
  expect(await readAgain(dir, known)).toEqual(await readPacks(dir, today));
  await edit(`${dir}/table/claims.csv`, 'Gulls can write.', 'Gulls can read.');
  await edit(`${dir}/table/pack.yaml`, 'language: en', 'language: de');
  expect(await readAgain(dir, known)).toEqual(await readPacks(dir, today));
});

test('what a claim that was changed says as one of another pack does is a mistake, whichever of the two is known', async () => {
  const dir = await copyPacks();
  await fsp.cp(`${dir}/saltmarsh`, `${dir}/marsh`, { recursive: true });
  await edit(`${dir}/marsh/pack.yaml`, 'name: saltmarsh', 'name: marsh');
  for (const name of readdirSync(`${dir}/marsh/claims`)) await rm(`${dir}/marsh/claims/${name}`);
  const own = 'Gulls of the marsh can read.';
  const claim = (await readFile(`${dir}/${bridge}`, 'utf8'))
    .replace(/^id: .*/m, 'id: gulls')
    .replace(/^claim: .*/m, `claim: ${own}`)
    .replace(/^wordings:\n(?: .*\n)+/m, 'wordings: []\n')
    .replace(/^nearMisses:\n(?: .*\n)+/m, 'nearMisses: []\n');
  await writeFile(`${dir}/marsh/claims/gulls.yaml`, claim);
  const known = await knownIn(dir);
  const changes = [
    [bridge, /^claim: .*/m, `claim: ${own}`],
    ['marsh/claims/gulls.yaml', own, 'The iron bridge in Saltmarsh opened in 1911.'],
    [
      'marsh/claims/gulls.yaml',
      'wordings: []',
      'wordings: ["the IRON bridge in saltmarsh opened in 1911"]',
    ],
    ['marsh/claims/gulls.yaml', 'nearMisses: []', `nearMisses: ["${own}"]`],
  ] as const;
  for (const [file, from, to] of changes) {
    const before = await readFile(`${dir}/${file}`, 'utf8');
    await writeFile(`${dir}/${file}`, before.replace(from, to));
    const anew = await readPacks(dir, today);
    expect(anew.ok).toBe(false);
    expect(await readAgain(dir, known)).toEqual(anew);
    await writeFile(`${dir}/${file}`, before);
  }
});

test('where what was found before is gone, everything is read', async () => {
  const dir = await copyPacks();
  const { prints } = await knownIn(dir);
  await edit(`${dir}/${bridge}`, 'opened in 1911.', 'was opened in 1911.');
  const known = { prints, claims: async () => undefined };
  expect(await readAgain(dir, known)).toEqual(await readPacks(dir, today));
});

test('whatever is changed, removed, added or renamed, the reading is that of all files', async () => {
  const dir = await copyPacks();
  await addTable(dir);
  const folder = `${dir}/saltmarsh/claims`;
  const whole = await Promise.all(
    readdirSync(folder).map(async (name) => ({ name, text: await readFile(`${folder}/${name}`) })),
  );
  const known = await knownIn(dir);
  const texts = whole.map(({ text }) => text.toString());
  const anyFile = fc.constantFrom(...whole.map(({ name }) => `${folder}/${name}`));
  const change = fc.oneof(
    fc.record({ how: fc.constant('remove' as const), file: anyFile }),
    fc.record({ how: fc.constant('rename' as const), file: anyFile, to: anyFile }),
    // The text of one claim in another's place: ids and wordings that are there twice.
    fc.record({
      how: fc.constant('write' as const),
      file: anyFile,
      text: fc.constantFrom(...texts),
    }),
    fc.record({ how: fc.constant('add' as const), text: fc.constantFrom(...texts) }),
    fc.record({
      how: fc.constant('cut' as const),
      file: anyFile,
      text: fc.constantFrom(...texts),
      at: fc.nat(800),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      for (const one of changes) {
        if (one.how === 'remove') await rm(one.file, { force: true });
        if (one.how === 'rename') await rename(one.file, one.to).catch(() => {});
        if (one.how === 'write') await writeFile(one.file, one.text);
        if (one.how === 'add') await writeFile(`${folder}/added.yaml`, one.text);
        if (one.how === 'cut') await writeFile(one.file, one.text.slice(0, one.at));
      }
      const [again, anew] = [await readAgain(dir, known), await readPacks(dir, today)];
      await rm(folder, { recursive: true });
      await fsp.mkdir(folder);
      for (const { name, text } of whole) await writeFile(`${folder}/${name}`, text);
      expect(again).toEqual(anew);
    }),
    { numRuns: 20 },
  );
});
