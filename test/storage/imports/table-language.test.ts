import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { tableLanguage } from '../../../src/storage/imports/table-language.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { encode } from './code-page.ts';
import { imported } from './imported.ts';

async function languageOf(table: string | Buffer): Promise<string | undefined> {
  const path = `${await temporaryFolder()}/checks.csv`;
  await writeFile(path, table);
  return tableLanguage(path, {});
}

/** As spreadsheets of each language write a table: its headings, truth values, dates and numbers. */
const tables = {
  en: 'Claim;Verdict;Date\nThe gulls of the town can read;FALSE;3 May 2024\n',
  de: 'Aussage;Bewertung;Datum\nDie Möwen der Stadt können lesen und schreiben;FALSCH;3. Mai 2024\n',
  es: 'Afirmación;Calificación;Fecha\nLas gaviotas de la ciudad saben leer y no escriben;FALSO;3 de mayo de 2024\n',
  fr: 'Affirmation;Évaluation;Date\nLes mouettes de la ville ne lisent pas dans une école;FAUX;3 mai 2024\n',
  pt: 'Alegação;Classificação;Data\nAs gaivotas da cidade não leem em uma escola do Porto;FALSO;3 de maio de 2024\n',
  zh: '说法,结论,日期\n城里的海鸥会读书，这是真的。,错误,2024年5月3日\n',
  ja: '主張,判定,日付\n町のカモメは本を読むことができる。,誤り,令和6年5月3日\n',
  tr: 'İddia;Sonuç;Tarih\nBu şehirde martılar kitap için okula gider ve okur;YANLIŞ;3 Mayıs 2024\n',
  ar: 'الادعاء,الحكم,التاريخ\nالنوارس في المدينة لا تقرأ من الكتب,خطأ,٣ مايو ٢٠٢٤\n',
  hi: 'दावा,फैसला,तारीख\nशहर के पक्षी किताब पढ़ने में सक्षम हैं और यह सच है,गलत,३ मई २०२४\n',
  id: 'Klaim,Putusan,Tanggal\nBurung camar di kota ini bisa membaca dan menulis,SALAH,3 Mei 2024\n',
  ru: 'Утверждение;Вердикт;Дата\nЧайки в городе не умеют читать и писать;ЛОЖЬ;3 мая 2024\n',
} as const;

const codePages: Readonly<Record<string, string>> = {
  de: 'windows-1252',
  es: 'windows-1252',
  fr: 'windows-1252',
  pt: 'windows-1252',
  zh: 'gb18030',
  ja: 'shift_jis',
  tr: 'windows-1254',
  ar: 'windows-1256',
  ru: 'windows-1251',
};

test.each(Object.entries(tables))(
  'a table in %s tells its language, and is read so',
  async (language, table) => {
    expect(await languageOf(table)).toBe(language);
    const [found] = await imported('checks.csv', table, { language });
    expect(found).toMatchObject({
      ok: true,
      record: { check: { verdict: 'false', publishedOn: '2024-05-03' } },
    });
  },
);

test.each(Object.entries(codePages))(
  'also in the code page of %s, %s',
  async (language, codePage) => {
    const table = Object.entries(tables).find(([name]) => name === language)?.[1] ?? '';
    // Digits of its own has no code page.
    const written = table.replace('٣', '3').replace('٢٠٢٤', '2024');
    expect(await languageOf(encode(written, codePage))).toBe(language);
  },
);

test.each([
  ['of one word', 'Claim,Verdict\nGullible,\n'],
  ['of numbers', 'Claim,Score\n4711,5\n0815,3\n'],
  ['in a language that is not known', 'Claim,Verdict\nGwylanod yn darllen llyfrau,Anghywir\n'],
  ['that holds nothing', ''],
])('a table %s tells none', async (_, table) => {
  expect(await languageOf(table)).toBeUndefined();
});
