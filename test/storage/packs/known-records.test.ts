import { mkdir, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { addDays } from '../../../src/core/claims/calendar.ts';
import * as foundToRecord from '../../../src/storage/imports/found-to-record.ts';
import { type KnownPacks, tracesToKnownPacks } from '../../../src/storage/packs/known-packs.ts';
import { readPacks, readTracedPacks } from '../../../src/storage/packs/pack-reader.ts';
import { readingAsData } from '../../support/packs-as-data.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { today } from './edited-packs.ts';

/** A check in an archive; of some kinds of data few, so that statements, pages and whole checks come again. */
interface Check {
  readonly claim: string;
  readonly page: string;
  readonly rating: string;
  readonly publisher: string;
  readonly date: string;
  readonly withdrawnOn: string;
}

const anyCheck: fc.Arbitrary<Check> = fc.record({
  claim: fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((number) => `Gull ${number} can read.`),
    fc.constantFrom(
      'Gulls can read.',
      'gulls can READ',
      'Crabs sing.',
      '',
      `Newts ${'vote '.repeat(300)}`,
    ),
  ),
  page: fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((number) => `https://desk.example/${number}`),
    fc.constantFrom('', 'https://desk.example/list', 'http://old.example/gulls'),
  ),
  rating: fc.constantFrom('False', 'True', 'False', 'Whimsical'),
  publisher: fc.constantFrom('Bird Desk', 'Crab Desk'),
  date: fc.constantFrom('2020-05-01', '2099-01-01', addDays(today, 1), ''),
  withdrawnOn: fc.constantFrom('', '', '', '2020-06-01', addDays(today, 2)),
});

/** Some items hold two checks, and some none that can be read. */
function itemOf({ claim, page, rating, publisher, date, withdrawnOn }: Check): string {
  const review = {
    '@type': 'ClaimReview',
    url: page,
    claimReviewed: claim,
    datePublished: date,
    author: { name: publisher },
    reviewRating: { alternateName: rating },
    ...(withdrawnOn && { dateDeleted: withdrawnOn }),
  };
  if (rating === 'Whimsical' && page === '') return '{"@type":';
  return JSON.stringify(
    date === '' ? [review, { ...review, claimReviewed: `${claim} Twice.` }] : review,
  );
}

/** Archives as files, each with what it takes to write checks into one. */
const archives = {
  'claims.jsonl': (checks: readonly Check[]) =>
    checks.map((check) => `${itemOf(check)}\n`).join(''),
  'claims.csv': (checks: readonly Check[]) =>
    `Claim,Link,Verdict,Checked by,Date,Withdrawn\n${checks
      .map(
        (check) =>
          `"${check.claim}",${check.page},${check.rating},${check.publisher},${check.date},${check.withdrawnOn}\n`,
      )
      .join('')}`,
  'claims.json': (checks: readonly Check[]) =>
    `{"@type":"DataFeed","dataFeedElement":[\n${checks.map(itemOf).join(',\n')}]}`,
  'one-line.json': (checks: readonly Check[]) => `[${checks.map(itemOf).join(',')}]`,
};

async function archivePack(file: string) {
  const dir = await temporaryFolder();
  await mkdir(`${dir}/town`);
  await writeFile(
    `${dir}/town/pack.yaml`,
    `name: town\ntitle: The town\nlanguage: en\nmaintainer: The Town Desk\nmethod: Imported.\nlicence: CC0-1.0\ncorrections: Write to the desk.\nverdicts: {}\nclaims: ${file}\n`,
  );
  const read = async (known?: KnownPacks, day = today) => {
    const { reading, traces } = await readTracedPacks(dir, day, { known });
    return { reading, traces, data: readingAsData(reading) };
  };
  /** What a reading leaves for the next one, as it comes back from disk. */
  const kept = ({ reading, traces }: Awaited<ReturnType<typeof read>>): KnownPacks | undefined => {
    if (!reading.ok || 'held' in reading) return undefined;
    const claims = reading.packs.map((pack) => [pack.name, [...pack.claims]] as const);
    return tracesToKnownPacks(structuredClone(traces), async () => new Map(claims));
  };
  const write = (text: string) => writeFile(`${dir}/town/${file}`, text);
  return { dir, read, kept, write };
}

test.each(Object.entries(archives))(
  'however %s is changed, and changed again, it comes out as if it had been read anew',
  async (file, textOf) => {
    const { read, kept, write } = await archivePack(file);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCheck, { minLength: 1, maxLength: 60 }),
        fc.array(
          fc.record({
            at: fc.nat(),
            without: fc.integer({ min: 0, max: 3 }),
            added: fc.array(anyCheck, { maxLength: 3 }),
            isMoved: fc.boolean(),
            daysLater: fc.constantFrom(0, 0, 1, 2),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        async (checks, changes) => {
          let text = textOf(checks);
          await write(text);
          let known = kept(await read());
          let now = checks;
          let day = today;
          for (const { at, without, added, isMoved, daysLater } of changes) {
            const place = at % (now.length + 1);
            const gone = now.slice(place, place + without);
            const rest = now.toSpliced(place, without, ...added);
            now = isMoved ? [...gone, ...rest] : rest;
            day = addDays(day, daysLater);
            const isChanged = textOf(now) !== text;
            text = textOf(now);
            await write(text);
            const again = await read(known, day);
            const anew = await read(undefined, day);
            expect(again.data).toEqual(anew.data);
            if (isChanged) expect(again.traces).toEqual(anew.traces);
            known = kept(again);
          }
        },
      ),
      { numRuns: 40 },
    );
  },
);

const many = Array.from({ length: 60 }, (_, at) => ({
  claim: `Gull ${at} can read.`,
  page: `https://desk.example/${at}`,
  rating: 'False',
  publisher: 'Bird Desk',
  date: '2020-05-01',
  withdrawnOn: '',
}));

test.each(Object.entries(archives))(
  'of %s, a check that was added is read the next day, and with it those of its statement and its page alone',
  async (file, textOf) => {
    const { read, kept, write } = await archivePack(file);
    await write(textOf(many));
    const known = kept(await read());
    const [seventh, ninth] = [many[7], many[9]];
    const added = { ...many[0], ...seventh, page: ninth?.page ?? '', rating: 'True' } as Check;
    await write(textOf([added, ...many]));
    const readRecords = vi.spyOn(foundToRecord, 'foundToRecord');
    onTestFinished(() => readRecords.mockRestore());
    await read(known, addDays(today, 1));
    expect(readRecords.mock.calls.map(([found]) => found.address)).toEqual([
      added.page,
      seventh?.page,
      ninth?.page,
    ]);
  },
);

test.each([
  ['withdrawn', { withdrawnOn: addDays(today, 3) }],
  ['published', { date: addDays(today, 3) }],
])(
  'what is %s on a day to come is so on that day, though its file never changes',
  async (_, dated) => {
    const { dir, read, kept, write } = await archivePack('claims.csv');
    const check = { rating: 'False', publisher: 'Bird Desk', date: '2020-05-01', withdrawnOn: '' };
    const at = (number: number) => ({
      ...check,
      claim: `Gull ${number} can read.`,
      page: `https://desk.example/${number}`,
    });
    await write(archives['claims.csv']([at(1), { ...at(2), ...dated }, at(3)]));
    const first = await read();
    const readHeld = async (day: string) => {
      const held =
        first.reading.ok && 'fingerprint' in first.reading ? [first.reading.fingerprint] : [];
      return readPacks(dir, day, { held, known: kept(first) });
    };
    expect(await readHeld(addDays(today, 2))).toHaveProperty('held');
    const then = await readHeld(addDays(today, 3));
    expect(then).not.toHaveProperty('held');
    const anew = await read(undefined, addDays(today, 3));
    expect(readingAsData(then)).toEqual(anew.data);
    expect(anew.data).not.toEqual(first.data);
  },
);
