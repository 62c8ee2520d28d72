import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../../src/storage/imports/read-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { encode } from './code-page.ts';
import { context, imported, importedRecord, linesOf } from './imported.ts';

describe('a table', () => {
  test.each([
    ['commas', 'Claim,Verdict\nGulls can read.,False\n'],
    ['semicolons', 'Claim;Verdict\nGulls can read.;False\n'],
    ['tabs', 'Claim\tVerdict\nGulls can read.\tFalse\n'],
    ['a byte order mark', '\uFEFFClaim,Verdict\nGulls can read.,False\n'],
    ['line ends of Windows', 'Claim,Verdict\r\nGulls can read.,False\r\n'],
    ['no line end at the end', 'Claim,Verdict\nGulls can read.,False'],
    ['columns in another order, and a nameless one', ',Verdict,Claim\n1,False,Gulls can read.\n'],
    [
      'its name and an empty row above',
      'Checks of the Town Desk\n\nClaim,Verdict\nGulls can read.,False\n',
    ],
    ['quotation marks inside a cell', 'Claim,Verdict\n"Gulls can read.",False\n'],
    ['empty rows', 'Claim,Verdict\n,\nGulls can read.,False\n,\n , \n'],
    [
      'a second row of headings',
      'Claim,Verdict\nclaimReviewed,alternateName\nGulls can read.,False\n',
    ],
    ['its headings a second time', 'Claim,Verdict\nClaim,Verdict\nGulls can read.,False\n'],
    ['truth values made of words', 'Claim,Verdict\nGulls can read.,FALSE\n'],
  ])('with %s', async (_, table) => {
    const [found] = await imported('checks.csv', table);
    expect(found).toMatchObject({
      ok: true,
      record: { claim: 'Gulls can read.', check: { label: 'False', verdict: 'false' } },
    });
    expect(await imported('checks.csv', table)).toHaveLength(1);
  });

  test.each([
    ['en', 'Statement,Rating,Source,Published,Publisher,Topic'],
    ['de', 'Aussage,Bewertung,Quelle,Datum,Herausgeber,Thema'],
    ['es', 'Afirmación,Calificación,Fuente,Fecha,Medio,Tema'],
    ['fr', 'Affirmation,Évaluation,Preuve,Date,Éditeur,Thème'],
    ['pt', 'Alegação,Classificação,Fonte,Data,Veículo,Tema'],
    ['zh-CN', '说法,结论,来源,日期,发布者,主题'],
  ])('with headings in %s', async (_, headings) => {
    const row = 'Gulls can read.,False,https://birds.example/gulls,2024-05-03,Bird Desk,birds';
    expect(await importedRecord('checks.csv', `${headings}\n${row}\n`)).toMatchObject({
      claim: 'Gulls can read.',
      sources: ['https://birds.example/gulls'],
      topics: ['birds'],
      check: { label: 'False', publishedOn: '2024-05-03', publisher: 'Bird Desk' },
    });
  });

  test('reads cells with line ends, and names the line where each row begins', async () => {
    const table = 'Claim,Verdict\n"Gulls\ncan read.",False\n,False\nCrabs sing.,"Half\r\ntrue"\n';
    expect(linesOf(await imported('checks.csv', table))).toEqual([
      '2 Gulls can read. | False | false',
      '4 it has no claim',
      '5 Crabs sing. | Half true | mixed',
    ]);
  });

  test('takes several addresses from one cell or from several columns', async () => {
    const table =
      'Claim,Verdict,Source 1,Source 2\n' +
      'Gulls can read.,False,"https://a.example/1, b.example/2 and //c.example/3",in an ad\n' +
      'Crabs sing.,False,https://a.example/1、https://d.example/4，https://e.example/5,\n';
    const found = await imported('checks.csv', table);
    expect(found.map((one) => one.ok && one.record.sources)).toEqual([
      ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'],
      ['https://a.example/1', 'https://d.example/4', 'https://e.example/5'],
    ]);
  });

  test('has its columns mapped where their headings are not known', async () => {
    const table = 'Was gesagt wurde,Befund\nMöwen lesen.,falsch\n';
    await expect(imported('checks.csv', table)).rejects.toThrow(
      'no column is known to hold the claim, and another one about it; the headings are “Was gesagt wurde”, “Befund”: say which is which with --map',
    );
    const columns = { 'Was gesagt wurde': 'claim', Befund: 'rating' } as const;
    expect(await importedRecord('checks.csv', table, { columns, language: 'de' })).toMatchObject({
      claim: 'Möwen lesen.',
      check: { verdict: 'false' },
    });
  });

  test.each([
    ['at its beginning', 0],
    ['in its middle', 150],
    ['at its end', 299],
  ])('loses one row to a quotation mark that opens %s, and says which', async (_, open) => {
    const rows = Array.from({ length: 300 }, (_, at) =>
      at === open
        ? `"Claim ${at} stands here.,False`
        : `"Claim ${at} says ""so"",\nand more.",False`,
    );
    const found = await imported('checks.csv', `Claim,Verdict\n${rows.join('\n')}\n`);
    const lines = linesOf(found);
    expect(lines).toHaveLength(300);
    expect(lines[open]).toBe(`${2 + 2 * open} its quotation mark is never closed`);
    expect(lines.filter((line) => line.endsWith('and more. | False | false'))).toHaveLength(299);
  });

  test('of one row without an end is read to its end, and the rows above are kept', async () => {
    const endless = 'a,'.repeat(1024 * 1024);
    const found = linesOf(await imported('checks.csv', `Claim,Verdict\nOne.,False\n${endless}`));
    expect(found[0]).toBe('2 One. | False | false');
    expect(found.length).toBeLessThan(10);
  });

  test('loses no row below to one that opens and closes none for long', async () => {
    const rows = Array.from({ length: 9000 }, (_, at) => `Claim ${at} stands here.,False`);
    const table = ['Claim,Verdict', 'One.,False', '"Never closed,False', ...rows].join('\n');
    const found = linesOf(await imported('checks.csv', table));
    expect(found.slice(0, 3)).toEqual([
      '2 One. | False | false',
      '3 its quotation mark is never closed',
      '4 Claim 0 stands here. | False | false',
    ]);
    expect(found).toHaveLength(9002);
  });

  test.each([
    ['de', 'windows-1252', 'Aussage;Bewertung\nMöwen können lesen – „jetzt“.;Falsch\n'],
    ['pl', 'windows-1250', 'Claim;Rating\nMewy czytają książki.;Fałsz\n'],
    ['ru', 'windows-1251', 'Claim;Rating\nЧайки умеют читать.;Ложь\n'],
    ['el', 'windows-1253', 'Claim;Rating\nΟι γλάροι διαβάζουν.;Ψευδές\n'],
    ['zh-CN', 'gb18030', '说法,结论\n海鸥会读书。,错误\n'],
    ['zh-TW', 'big5', 'Claim,Rating\n海鷗會讀書。,錯誤\n'],
    ['en', 'utf-8', 'Claim,Rating\n“Gulls” can read.,False\n'],
  ])('in the %s code page that spreadsheets write, %s', async (language, codePage, table) => {
    const [claim, label] = (table.split('\n')[1] ?? '').split(/[,;]/);
    const { claim: read, check } = await importedRecord('checks.csv', encode(table, codePage), {
      language,
    });
    expect([read, check.label]).toEqual([claim, label]);
  });

  test('in UTF-8 with a broken byte is still read as UTF-8', async () => {
    const table = Buffer.from('Claim,Verdict\nMöwen können vielleicht l?sen.,False\n');
    table[table.indexOf('?')] = 0xe9;
    expect((await importedRecord('checks.csv', table)).claim).toBe(
      'Möwen können vielleicht l\uFFFDsen.',
    );
  });

  test('tells which columns nobody will be told of', async () => {
    const told: string[] = [];
    const path = `${await temporaryFolder()}/checks.csv`;
    await writeFile(path, 'Nr.,Claim,Mood,,Verdict\n1,Gulls can read.,grim,,False\n');
    const onUnknownHeadings = (headings: readonly string[]) => told.push(...headings);
    await Array.fromAsync(readRecords(path, 'table', context, { onUnknownHeadings }));
    expect(told).toEqual(['Nr.', 'Mood']);
  });

  test('is refused where it holds nothing', async () => {
    await expect(imported('checks.csv', '')).rejects.toThrow('it holds no row');
  });
});
