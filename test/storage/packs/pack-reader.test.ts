import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { claimSchema } from '../../../src/core/claims/claim.ts';
import { mistakeToText } from '../../../src/core/claims/mistake.ts';
import { loadPacksApart } from '../../../src/loading/load-packs-apart.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { copyPacks, edit, goodPacks, mistakesIn, today } from './edited-packs.ts';

const claims = 'saltmarsh/claims';
const bridge = `${claims}/bridge-opened-1911.yaml`;
const tunnel = `${claims}/tunnel-under-bay.yaml`;

test('reads every claim of every pack with its name and language', async () => {
  const reading = await readPacks(goodPacks, today);
  if (!reading.ok) throw new Error(reading.mistakes.map(mistakeToText).join('\n'));
  const [pack] = reading.packs;
  expect(pack).toMatchObject({ name: 'saltmarsh', title: 'Saltmarsh, an invented town' });
  expect(
    [...(pack?.claims ?? [])].map(({ ref, language, verdict }) => `${ref} ${language} ${verdict}`),
  ).toEqual([
    'saltmarsh/bridge-opened-1911 en true',
    'saltmarsh/council-bans-gulls en satire',
    'saltmarsh/ferry-every-ten-minutes en mostly-false',
    'saltmarsh/harbour-second-largest en mostly-true',
    'saltmarsh/herring-day-advocates en true',
    'saltmarsh/library-open-all-night en mixed',
    'saltmarsh/lighthouse-tallest en false',
    'saltmarsh/market-square-ugliest en opinion',
    'saltmarsh/mayor-said-no-cars en misleading',
    'saltmarsh/swimming-hall-cost en mostly-true',
    'saltmarsh/tram-fare-two-crowns en outdated',
    'saltmarsh/tunnel-under-bay en unverified',
  ]);
});

test('reports everything at once, in the order of files and lines', async () => {
  const dir = await copyPacks();
  await edit(`${dir}/${tunnel}`, 'kind: fact', 'kind: rumour');
  await edit(`${dir}/${bridge}`, 'asOf: 2026-11-01', 'asOf: 2026-11-31');
  await edit(`${dir}/${bridge}`, 'claimant: null', 'claimant: 7');
  await edit(`${dir}/${bridge}`, 'recheckDueOn: null', 'recheckDueOn: 2020-01-01');
  await writeFile(`${dir}/${claims}/notes.txt`, 'to do');
  expect(await mistakesIn(dir)).toEqual([
    `${bridge}:4:11 claimant: 7 is read as a number: put it in quotes, "7"`,
    `${bridge}:38:7 asOf: "2026-11-31" is not a day that exists: write it as YYYY-MM-DD, for example 2026-11-22`,
    `${bridge}:46:17 verification.recheckDueOn: "2020-01-01" lies before the check on 2026-11-10: give a later day, or null if it cannot change`,
    `${claims}/notes.txt:1:1 file: is not read: name it <id>.yaml in lower case, or remove it`,
    `${tunnel}:3:7 kind: "rumour" is not a kind: use one of fact, quotation, characterisation, opinion`,
  ]);
});

test('lets only a draft do without sources', async () => {
  const dir = await copyPacks();
  await edit(`${dir}/${tunnel}`, 'status: draft', 'status: verified');
  expect(await mistakesIn(dir)).toEqual([
    `${tunnel}:10:10 sources: is empty, but the claim is verified: add a source, or set verification.status to draft`,
  ]);
});

test('finds the same wording in two packs', async () => {
  const dir = await copyPacks();
  await mkdir(`${dir}/greypoint/claims`, { recursive: true });
  await copyFile(`${dir}/saltmarsh/pack.yaml`, `${dir}/greypoint/pack.yaml`);
  await edit(`${dir}/greypoint/pack.yaml`, 'name: saltmarsh', 'name: greypoint');
  await rename(`${dir}/${tunnel}`, `${dir}/greypoint/claims/tunnel-under-bay.yaml`);
  expect(await mistakesIn(dir)).toEqual([]);
  await edit(
    `${dir}/${bridge}`,
    'the old iron bridge is',
    'A tunnel under the bay will open in 2031 —',
  );
  await edit(`${dir}/${bridge}`, ' — from 1911', '');
  expect(await mistakesIn(dir)).toEqual([
    `${bridge}:32:5 wordings[1]: "A tunnel under the bay will open in 2031" is also claim at greypoint/claims/tunnel-under-bay.yaml:2: keep it in one place`,
  ]);
});

test('whoever names a pack, or its claims, is told once which folder is meant', async () => {
  const dir = await copyPacks();
  expect(await mistakesIn(`${dir}/saltmarsh`)).toEqual([
    `${dir}/saltmarsh:1:1 folder: is one pack: name the folder that holds it, ${dir}`,
  ]);
  expect(await mistakesIn(`${dir}/saltmarsh/claims`)).toEqual([
    `${dir}/saltmarsh/claims:1:1 folder: is one pack: name the folder that holds it, ${dir}`,
  ]);
  await copyFile(`${dir}/saltmarsh/pack.yaml`, `${dir}/pack.yaml`);
  expect(await mistakesIn(dir)).toEqual([
    "pack.yaml:1:1 file: is not read: move it into a pack's folder, or remove it",
  ]);
});

test('names the culprit when a folder is missing, empty or no folder', async () => {
  const dir = await copyPacks();
  expect(await mistakesIn('no/such/folder')).toEqual([
    'no/such/folder:1:1 folder: cannot be read (it does not exist): repair it, or name another folder',
  ]);
  expect(await mistakesIn('package.json')).toEqual([
    'package.json:1:1 folder: cannot be read (it is not a folder): repair it, or name another folder',
  ]);
  await rm(`${dir}/saltmarsh`, { recursive: true });
  expect(await mistakesIn(dir)).toEqual([
    `${dir}:1:1 folder: holds no packs: add <pack>/pack.yaml, or name the right folder in the settings`,
  ]);
  await mkdir(`${dir}/empty`);
  expect(await mistakesIn(dir)).toEqual([
    'empty/claims:1:1 folder: holds no claims: add <id>.yaml, or remove the pack',
    'empty/pack.yaml:1:1 file: is missing: add it, or remove the folder',
  ]);
});

test('skips no file silently, except notes and hidden files', async () => {
  const dir = await copyPacks();
  for (const name of ['README.md', '.DS_Store', 'saltmarsh/method.md', `${claims}/README.md`]) {
    await writeFile(`${dir}/${name}`, 'notes');
  }
  expect(await mistakesIn(dir)).toEqual([]);
  await mkdir(`${dir}/${claims}/old`);
  await symlink('nowhere', `${dir}/${claims}/lost.yaml`);
  for (const name of [
    'claim.yaml',
    'saltmarsh/claim.yaml',
    `${claims}/a.yml`,
    `${claims}/B.yaml`,
  ]) {
    await copyFile(`${dir}/${bridge}`, `${dir}/${name}`);
  }
  expect(await mistakesIn(dir)).toEqual([
    "claim.yaml:1:1 file: is not read: move it into a pack's folder, or remove it",
    'saltmarsh/claim.yaml:1:1 file: is not read: move it to claims/<id>.yaml, or remove it',
    `${claims}/B.yaml:1:1 file: is not read: name it <id>.yaml in lower case, or remove it`,
    `${claims}/a.yml:1:1 file: is not read: name it <id>.yaml in lower case, or remove it`,
    `${claims}/lost.yaml:1:1 file: cannot be read (it does not exist): repair or remove it`,
    `${claims}/old:1:1 folder: is not read: move its claims up into claims/, or remove it`,
  ]);
});

test('reads packs through links, as mounted volumes have them', async () => {
  const dir = await copyPacks();
  await rename(`${dir}/saltmarsh`, `${dir}/.volume`);
  await symlink('.volume', `${dir}/saltmarsh`);
  expect(await mistakesIn(dir)).toEqual([]);
});

test('refuses files that are not text, not UTF-8, empty or enormous', async () => {
  const dir = await copyPacks();
  const start = await readFile(`${dir}/${bridge}`, 'latin1');
  await writeFile(`${dir}/${bridge}`, start.replace('A wooden', 'A \xe9 wooden'), 'latin1');
  await writeFile(`${dir}/${claims}/empty.yaml`, '# nothing yet\n');
  await writeFile(`${dir}/${claims}/list.yaml`, '- one\n- two\n');
  await writeFile(`${dir}/${claims}/sentence.yaml`, 'The bridge is old.\n');
  await writeFile(`${dir}/${claims}/huge.yaml`, `claim: ${'x'.repeat(200_000)}`);
  expect(await mistakesIn(dir)).toEqual([
    `${bridge}:11:5 file: is not UTF-8 from here on: save the file in UTF-8`,
    `${claims}/empty.yaml:1:1 file: is empty: write fields, each on a line of its own`,
    `${claims}/huge.yaml:1:1 file: has more than 131072 bytes: shorten or split it`,
    `${claims}/list.yaml:1:1 file: holds a list: write fields, each on a line of its own`,
    `${claims}/sentence.yaml:1:1 file: holds only a text: write fields, each on a line of its own`,
  ]);
});

test('refuses YAML made to blow up, and reads the rest', async () => {
  const dir = await copyPacks();
  const bomb = ['a: &a [x, x, x]', ...'bcdefgh'].map((name, index, all) =>
    index === 0 ? name : `${name}: &${name} [${`*${all[index - 1]?.[0]}, `.repeat(9)}]`,
  );
  await writeFile(`${dir}/${claims}/bomb.yaml`, bomb.join('\n'));
  await writeFile(`${dir}/${claims}/deep.yaml`, `claim: ${'['.repeat(100_000)}`);
  await writeFile(`${dir}/${claims}/proto.yaml`, '__proto__: { ok: true }\n');
  const found = await mistakesIn(dir);
  expect(found.every((text) => /claims\/(bomb|deep|proto)\.yaml:/.test(text))).toBe(true);
  expect(found).toContain(
    `${claims}/bomb.yaml:2:4 yaml: a value that starts with "&" is a YAML anchor: put the value in quotes`,
  );
  expect(found.some((text) => text.startsWith(`${claims}/deep.yaml:1:`))).toBe(true);
});

test('gives equal packs the same fingerprint and changed ones another', async () => {
  const dir = await copyPacks();
  const fingerprint = async (): Promise<string> => {
    const reading = await readPacks(dir, today);
    if (!reading.ok) throw new Error(reading.mistakes.map(mistakeToText).join('\n'));
    return reading.fingerprint;
  };
  const before = await fingerprint();
  const original = await readPacks(goodPacks, today);
  expect(original).toMatchObject({ fingerprint: before });
  await edit(`${dir}/${bridge}`, 'opened in 1911.', 'was opened in 1911.');
  expect(await fingerprint()).not.toBe(before);
});

test('parses no packs that are held already', async () => {
  const dir = await copyPacks();
  const first = await readPacks(dir, today);
  const held = first.ok ? first.fingerprint : '';
  const parsing = vi.spyOn(claimSchema, 'safeParse');
  onTestFinished(() => parsing.mockRestore());
  expect(await loadPacksApart(dir, today, ['another', held])).toEqual({ ok: true, held });
  expect(await readPacks(dir, today, { held: [held] })).toEqual({ ok: true, held });
  expect(parsing).not.toHaveBeenCalled();
  await edit(`${dir}/${bridge}`, 'opened in 1911.', 'was opened in 1911.');
  expect(await readPacks(dir, today, { held: [held] })).toMatchObject({
    packs: [{ name: 'saltmarsh' }],
  });
  expect(parsing).toHaveBeenCalled();
});

test('tells of each claim that it was read, and that it was checked', async () => {
  let files = 0;
  const reading = await readPacks(goodPacks, today, {
    onFile: () => {
      files += 1;
    },
  });
  expect(reading).toMatchObject({ packs: [{ name: 'saltmarsh' }] });
  expect(files).toBe(2 * (await readdir(`${goodPacks}/${claims}`)).length);
});

test('names files that can not be read, though all others are held', async () => {
  const dir = await copyPacks();
  const first = await readPacks(dir, today);
  await writeFile(`${dir}/stray.yaml`, 'a: b');
  expect(await readPacks(dir, today, { held: first.ok ? [first.fingerprint] : [] })).toMatchObject({
    ok: false,
    mistakes: [{ file: expect.stringMatching(/stray.yaml$/) }],
  });
});
