import { expect, test } from 'vitest';
import { mistakeToText } from '../../../src/core/claims/mistake.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { runProgram } from '../../support/program.ts';
import { copyPacks, edit, today } from './edited-packs.ts';

const bridge = 'saltmarsh/claims/bridge-opened-1911.yaml';
const verdict = 'verdict: "true"\n';

/** Warnings of a claim whose gist is this. */
async function warningsOf(
  gist: string,
  { language = 'en', more = '' }: { language?: string; more?: string } = {},
): Promise<readonly string[]> {
  const dir = await copyPacks();
  await edit(`${dir}/${bridge}`, verdict, `${verdict}gist: ${JSON.stringify(gist)}\n`);
  await edit(`${dir}/saltmarsh/pack.yaml`, 'language: en\n', `language: ${language}\n${more}`);
  const reading = await readPacks(dir, today);
  if (!reading.ok) throw new Error(reading.mistakes.map(mistakeToText).join('\n'));
  return (reading.warnings ?? []).map((one) => mistakeToText(one).replaceAll(`${dir}/`, ''));
}

test('a word that judges is warned of where the pack says it itself, with what to do', async () => {
  expect(await warningsOf('The notorious bridge opened in 1911.')).toEqual([
    `${bridge}:7:7 gist: says "notorious" in its own voice, a word that judges: put it in quotation marks, say it otherwise, or list it under "neutralWords" in saltmarsh/pack.yaml`,
  ]);
});

test.each([
  ['en', 'A Witch hunt and its THUGS', 2],
  ['en-GB', 'The so-called bridge', 1],
  ['en', 'The bridge was ludicrously and shamelessly dear', 2],
  ['de', 'Die lächerliche Lüge der Lügenpresse', 2],
  ['de', 'Radikale Fanatikerinnen und ein unverschämter Preis', 3],
  ['es', 'Un puente ridículo y unas cifras vergonzosas', 2],
  ['fr', 'Un pont honteux et de prétendus experts', 2],
  ['pt-BR', 'Uma ponte ridícula e números absurdos', 2],
  ['zh-CN', '这座桥是可笑的', 1],
  ['pt', 'A vila de Tirana tem duas pontes', 0],
  ['de', 'Ein dummerweise hochgezogener Brückenbogen', 0],
  ['en', 'Free-radical-like paint and a thuggish name', 0],
  ['ja', 'The notorious bridge', 0],
])('in %s: %s', async (language, gist, count) => {
  expect(await warningsOf(gist, { language })).toHaveLength(count);
});

test.each([
  'The mayor called it “notorious”.',
  'The mayor called it "a notorious bridge".',
  'The mayor called it ‘notorious’, and the town’s papers agreed.',
  "The mayor called it 'notorious'.",
  'The mayor called it «notorious».',
  'The mayor called it „notorious“.',
])('what others said is not warned of: %s', async (gist) => {
  expect(await warningsOf(gist)).toEqual([]);
});

test('a pack lists the words that do not judge in it', async () => {
  const more = 'neutralWords:\n  - Radical\n';
  const gist = 'The Radical party built the notorious bridge.';
  expect(await warningsOf(gist, { more })).toEqual([expect.stringContaining('says "notorious"')]);
});

test('one form that a pack lists speaks for all forms of the word', async () => {
  const more = 'neutralWords:\n  - radikalen\n';
  const gist = 'Die Radikale Partei baute die berüchtigte Brücke.';
  expect(await warningsOf(gist, { language: 'de', more })).toEqual([
    expect.stringContaining('says "berüchtigte"'),
  ]);
});

test('validate prints warnings, and passes all the same', async () => {
  const dir = await copyPacks();
  await edit(`${dir}/${bridge}`, verdict, `${verdict}gist: The notorious bridge opened in 1911.\n`);
  const { code, out } = await runProgram('src/cli/validate.ts', [dir]);
  expect(code).toBe(0);
  expect(out).toMatch(/gist: says "notorious" in its own voice, .* \(warning\)\n/);
  expect(out).toMatch(/\n12 claims in 1 pack: no mistakes, 1 warning\n$/);
});
