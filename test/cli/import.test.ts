import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { importFeed } from '../../src/storage/imports/import-file.ts';
import type { Imported } from '../../src/storage/imports/imported-record.ts';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { imported } from '../storage/imports/imported.ts';
import { answerTo } from '../support/answer-to.ts';
import { bareEnvironment, runProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createTestBot } from '../support/test-bot.ts';
import { testDay } from '../support/test-day.ts';

const programNames = new URL('../support/network/program-names.ts', import.meta.url);

const run = (program: string, args: readonly string[], dir: string) =>
  runProgram(`src/cli/${program}.ts`, args, { environment: { DATA_DIR: dir } });

const table =
  '\uFEFFAussage;Bewertung;Erklärung;Quelle;Datum;Geprüft von;Thema\r\n' +
  'Möwen lesen.;FALSCH;"Sie erkennen\r\nTüten; mehr nicht.";"https://a.example/1, https://b.example/2";3.5.2021;Küstenbüro;Vögel, Lesen\r\n' +
  ';FALSCH;;;;;\r\n' +
  '=1+1 ist drei.;unsinnig;;;15-Mai;;\r\n';

test('a table becomes a pack that answers; it says what it found', async () => {
  const dir = await temporaryFolder();
  await writeFile(`${dir}/checks.csv`, table);
  const made = await run(
    'import',
    [`${dir}/checks.csv`, '--pack', 'town', '--language', 'de', '--publisher', 'Das Büro'],
    dir,
  );
  expect({ ...made, out: made.out.replaceAll(`${dir}/`, '') }).toEqual({
    code: 0,
    err: '',
    out: [
      'town: 2 checks by 2 publishers: “Küstenbüro” 1, “Das Büro” 1',
      '1 have a rating that we can place on our scale, 1 are shown with their own words alone.',
      'Ratings that nobody has placed yet: “unsinnig” 1',
      '1 left out, with line and reason in town/rejects.jsonl',
      'Try it: npm run fact -- "Möwen lesen."',
      '',
    ].join('\n'),
  });
  expect(await readFile(`${dir}/town/claims.csv`, 'utf8')).toBe(table);
  expect(JSON.parse(await readFile(`${dir}/town/rejects.jsonl`, 'utf8'))).toEqual({
    line: 4,
    reason: 'it has no claim',
    item: { Bewertung: 'FALSCH' },
  });
  const { bot } = await createTestBot({ dataDir: dir });
  const reply = await answerTo(bot, {
    platform: 'console',
    user: 'console:me',
    detail: 'short',
    input: { kind: 'command', command: 'fact', options: { claim: 'lesen Möwen?' } },
  });
  expect(reply.title).toBe('✗ Küstenbüro: “Falsch”');
  expect(replyToText(reply)).toContain('Sie erkennen Tüten; mehr nicht.');
});

test('what of a table is told to nobody is said, and so is in which language its ratings would be known', async () => {
  const dir = await temporaryFolder();
  await writeFile(`${dir}/a.csv`, 'Nr.;Aussage;Laune;Bewertung\n1;Möwen lesen.;trüb;falsch\n');
  const { out } = await run('import', [`${dir}/a.csv`, '--pack', 'town'], dir);
  expect(out.replaceAll(`${dir}/`, '').split('\n')).toEqual(
    expect.arrayContaining([
      'Ratings that nobody has placed yet: “falsch” 1',
      'Most of them are known in German: if the file is in it, say so in town/pack.yaml, “language: de”.',
      'Of the table, columns left out: “Nr.”, “Laune”; --map HEADING=FIELD,… says what they hold.',
    ]),
  );
});

test.each([
  [
    'İddia;Sonuç;Tarih\nBu şehirde martılar kitap için okula gider.;YANLIŞ;3 Ocak 2024\n',
    'It was read as Turkish, as its words are: --language TAG says another.',
    'tr',
  ],
  [
    'Claim;Verdict\nGwylanod yn darllen llyfrau.;Anghywir\n',
    'Nothing told what language it is in, so it was read as English: --language TAG says another.',
    'en',
  ],
])(
  'without --language a table is read in the language of its words, or that is said, %#',
  async (written, said, language) => {
    const dir = await temporaryFolder();
    await writeFile(`${dir}/a.csv`, written);
    const { out } = await run('import', [`${dir}/a.csv`, '--pack', 'town'], dir);
    expect(out.split('\n')[0]).toBe(said);
    expect(await readFile(`${dir}/town/pack.yaml`, 'utf8')).toContain(`\nlanguage: ${language}\n`);
  },
);

/** A folder with a pack that a table was imported into. */
async function importedTown(): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(`${dir}/town`);
  const about = 'name: town\ntitle: t\nlanguage: de\nmaintainer: Das Büro\nmethod: m\nlicence: l';
  await writeFile(
    `${dir}/town/pack.yaml`,
    `${about}\ncorrections: c\nverdicts: {}\nclaims: claims.csv\n`,
  );
  await writeFile(`${dir}/town/claims.csv`, table);
  return dir;
}

test('ratings that nobody has placed are listed with their site', async () => {
  expect((await run('ratings', [], await importedTown())).out).toBe(
    '1 Das Büro: unsinnig\n1 ratings are not known.\n',
  );
});

test('a table is given back as it is, and runs no formula', async () => {
  const exported = await run('export', ['--csv', 'town'], await importedTown());
  expect(exported).toMatchObject({ code: 0, err: '' });
  expect(exported.out).toContain("\n'=1+1 ist drei.,");
  const about = { language: 'de', publisher: 'Das Büro' };
  const records = (found: readonly Imported[]) =>
    found.flatMap((one) => (one.ok ? one.record : []));
  expect(records(await imported('again.csv', exported.out, about))).toEqual(
    records(await imported('first.csv', table, about)),
  );
});

test('a feed becomes JSON Lines, one ClaimReview a line, with what the feed says around it', async () => {
  const dir = await temporaryFolder();
  const review = {
    '@type': 'ClaimReview',
    claimReviewed: 'Gulls read.',
    url: 'https://desk.example/gulls',
    reviewRating: { alternateName: 'False' },
  };
  const feed = {
    '@type': 'DataFeed',
    dataFeedElement: [
      { '@type': 'DataFeedItem', dateDeleted: '2024-01-01', item: [review, null] },
      {
        '@type': 'DataFeedItem',
        item: [
          { ...review, claimReviewed: '' },
          { ...review, claimReviewed: 'Crabs sing.' },
        ],
      },
    ],
  };
  await writeFile(`${dir}/feed.json`, JSON.stringify(feed));
  const made = await run('import', [`${dir}/feed.json`, '--pack', 'feed'], dir);
  expect(made).toMatchObject({ code: 0, err: '' });
  const lines = (await readFile(`${dir}/feed/claims.jsonl`, 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { '@type': 'DataFeedItem', dateDeleted: '2024-01-01', item: [review] },
    { '@type': 'DataFeedItem', item: [{ ...review, claimReviewed: 'Crabs sing.' }] },
  ]);
  const reading = await readPacks(dir, testDay);
  expect(reading.ok && [...(reading.packs[0]?.claims ?? [])].map(({ claim }) => claim)).toEqual([
    'Gulls read.',
    'Crabs sing.',
  ]);
});

test.each([
  [
    'no column for the claim',
    'a,b\n1,2\n',
    [],
    'no column is known to hold the claim, and another',
  ],
  ['no claim', 'a,b\n?,2\n', ['--map', 'a=claim,b=rating'], 'it holds no claim that can be read'],
  [
    'no claim of which anything is known',
    'Claim,Mood\nGulls read.,grim\n',
    ['--map', 'Fazit=rating,Mood=topics'],
    'it holds no claim that can be read (line 2: it has neither a rating nor an address nor a summary)',
  ],
  ['no file', undefined, [], 'ENOENT'],
])(
  'a table with %s is refused in a line, and leaves nothing behind',
  async (_, content, flags, why) => {
    const dir = await temporaryFolder();
    if (content !== undefined) await writeFile(`${dir}/checks.csv`, content);
    const { code, err } = await run(
      'import',
      [`${dir}/checks.csv`, '--pack', 'town', ...flags],
      dir,
    );
    expect(code).toBe(1);
    expect(err).toContain(`${dir}/checks.csv was not imported: ${why}`);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(await readdir(dir)).toEqual(content === undefined ? [] : ['checks.csv']);
  },
);

test.each([
  [['checks.csv'], 'Name the pack: --pack NAME'],
  [['checks.xlsx', '--pack', 'town'], 'checks.xlsx is of no kind that is read'],
  [
    ['checks.csv', '--pack', 'town', '--map', 'a=statement'],
    '--map: “a=statement” is not HEADING=FIELD',
  ],
])('%s is mistaken', async (args, message) => {
  const { code, err } = await run('import', args, await temporaryFolder());
  expect(code).toBe(2);
  expect(err).toContain(message);
});

describe('an address', () => {
  const offline = { NODE_OPTIONS: `${bareEnvironment.NODE_OPTIONS} --import=${programNames}` };
  const runOffline = (program: string, args: readonly string[], dir: string) =>
    runProgram(`src/cli/${program}.ts`, args, { environment: { DATA_DIR: dir, ...offline } });
  const why = 'inside.example lies in a private network, where nothing is fetched from';

  test('becomes a pack that keeps no claims of its own', async () => {
    const dir = await temporaryFolder();
    await writeFile(`${dir}/copy`, table);
    const about = {
      name: 'town',
      title: 'town',
      language: 'de',
      maintainer: 'Das Büro',
      method: 'm',
      licence: 'l',
      corrections: 'c',
      verdicts: {},
      refresh: '6h',
      claims: 'https://feed.example/pub?output=csv',
    };
    const context = { language: 'de', publisher: 'Das Büro', columns: {}, today: testDay };
    const copy = { path: `${dir}/copy`, kind: 'table' } as const;
    const counts = await importFeed(copy, `${dir}/town`, about, context);
    expect(counts).toMatchObject({ read: 2, rejected: 1, example: 'Möwen lesen.' });
    expect((await readdir(`${dir}/town`)).sort()).toEqual(['pack.yaml', 'rejects.jsonl']);
    const written = await readFile(`${dir}/town/pack.yaml`, 'utf8');
    expect(written).toContain('\nrefresh: 6h\nclaims: https://feed.example/pub?output=csv\n');
    const { path, kind } = copy;
    const copies = { [about.claims]: { path, kind, digest: 'a' } };
    const reading = await readPacks(dir, testDay, { copies });
    if (!reading.ok || 'held' in reading) throw new Error('not read');
    expect(reading.packs[0]).toMatchObject({ file: about.claims, copy: 'a' });
    expect([...(reading.packs[0]?.claims ?? [])].map(({ claim }) => claim)).toContain(
      'Möwen lesen.',
    );
  });

  test('that can’t be fetched is no pack, and says why', async () => {
    const dir = await temporaryFolder();
    const made = await runOffline('import', ['https://inside.example/a.csv', '--pack', 'a'], dir);
    expect(made).toEqual({
      code: 1,
      out: '',
      err: `https://inside.example/a.csv was not imported: ${why}\n`,
    });
    expect(await readdir(dir)).toEqual([]);
  });

  test('that can’t be used is named by npm run validate', async () => {
    const dir = await importedTown();
    const packFile = await readFile(`${dir}/town/pack.yaml`, 'utf8');
    const address = 'https://inside.example/a.csv';
    await writeFile(`${dir}/town/pack.yaml`, packFile.replace('claims.csv', address));
    const { code, out } = await runOffline('validate', [], dir);
    expect(code).toBe(1);
    expect(out).toContain(`${address}:1:1 file: can’t be used, and there is no copy: ${why}`);
  });

  test.each([
    [['http://feed.example/a.csv', '--pack', 'a'], 'is not fetched: only https is'],
    [['https://localhost/a.csv', '--pack', 'a'], 'leads to this machine or a private network'],
    [
      ['https://feed.example/a.csv', '--pack', 'a', '--refresh', '1s'],
      '--refresh: “1s” is no length',
    ],
    [['checks.csv', '--pack', 'a', '--refresh', '1h'], '--refresh is for addresses'],
  ])('%s is mistaken', async (args, message) => {
    const { code, err } = await runOffline('import', args, await temporaryFolder());
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
