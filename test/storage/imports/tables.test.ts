import { describe, expect, test } from 'vitest';
import { imported, importedRecord, linesOf } from './imported.ts';

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
      'Crabs sing.,False,https://a.example/1,https://d.example/4\n';
    const found = await imported('checks.csv', table);
    expect(found.map((one) => one.ok && one.record.sources)).toEqual([
      ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'],
      ['https://a.example/1', 'https://d.example/4'],
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

  test('loses one row to an open quotation mark at most, and says where', async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, index) => `Claim number ${index} stands here.,False`,
    );
    const table = ['Claim,Verdict', '"never closed,False', ...rows].join('\n');
    const found = await imported('checks.csv', table);
    expect(found.some((one) => !one.ok && one.reason.includes('never closed'))).toBe(true);
  });

  test('is refused where it holds nothing', async () => {
    await expect(imported('checks.csv', '')).rejects.toThrow('it holds no row');
  });
});
