import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { mistakeToText } from '../../../src/core/claims/mistake.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { answerTo } from '../../support/answer-to.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createTestBot } from '../../support/test-bot.ts';
import { copyPacks, mistakesIn, today } from './edited-packs.ts';

/** A folder with one pack whose claims are in a file beside `pack.yaml`. */
async function packOf(file: string, content: string, more = ''): Promise<string> {
  const dir = await temporaryFolder();
  await mkdir(`${dir}/town`);
  await writeFile(`${dir}/town/pack.yaml`, aboutPack(file, more));
  await writeFile(`${dir}/town/${file}`, content);
  return dir;
}

function aboutPack(file: string, more = ''): string {
  return [
    'name: town',
    'title: The town',
    'language: en',
    'maintainer: The Town Desk',
    'method: Imported.',
    'licence: CC0-1.0',
    'corrections: Write to the desk.',
    'verdicts: {}',
    `claims: ${file}`,
    more,
  ].join('\n');
}

async function warningsIn(dir: string): Promise<readonly string[]> {
  const reading = await readPacks(dir, today);
  if (!reading.ok) throw new Error(reading.mistakes.map(mistakeToText).join('\n'));
  return (reading.warnings ?? []).map((one) => mistakeToText(one).replaceAll(`${dir}/`, ''));
}

async function answerFrom(dir: string, question: string): Promise<string> {
  const { bot } = await createTestBot({ dataDir: dir });
  const reply = await answerTo(bot, {
    platform: 'slack',
    user: 'slack:U1',
    detail: 'short',
    input: { kind: 'command', command: 'fact', options: { claim: question } },
  });
  return replyToText(reply);
}

const review = (claim: string, publisher: string, label: string | null, more: object = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed: claim,
  author: { '@type': 'Organization', name: publisher },
  url: `https://${publisher.toLowerCase().replaceAll(' ', '-')}.example/check`,
  datePublished: '2021-05-03',
  reviewRating: { '@type': 'Rating', ...(label !== null && { alternateName: label }) },
  ...more,
});

const lines = (...items: readonly object[]): string =>
  items.map((item) => JSON.stringify(item)).join('\n');

describe('an imported record', () => {
  test('is the publisher’s check, in the publisher’s words, and marked as read by us', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'PolitiFact', 'Pants on Fire!', {
          headline: 'No, gulls can’t read',
        }),
      ),
    );
    expect(await answerFrom(dir, 'can gulls read books?')).toMatchInlineSnapshot(`
      "✗ PolitiFact: “Pants on Fire!”

      “Gulls can read books.”

      Published 3 May 2021 by PolitiFact, not re-checked here · we read this as “False”

      - No, gulls can’t read
         PolitiFact · “Pants on Fire!” · 3 May 2021
         https://politifact.example/check"
    `);
  });

  test('that has a whole conclusion for a rating tells it as a sentence, and no verdict', async () => {
    const label =
      'Gulls recognise the bags that chips come in, and this has been taken for reading by some.';
    const dir = await packOf(
      'claims.jsonl',
      lines(review('Gulls can read books.', 'Bird Desk', label)),
    );
    expect(await answerFrom(dir, 'can gulls read books?')).toMatchInlineSnapshot(`
      "? Bird Desk has checked this

      “Gulls can read books.”

      Published 3 May 2021 by Bird Desk, not re-checked here · no verdict on our scale

      “Gulls recognise the bags that chips come in, and this has been taken for reading by some.”

      - Read the check
         Bird Desk · 3 May 2021
         https://bird-desk.example/check"
    `);
  });

  test('whose rating is about something else is told as what it is', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'Bird Desk', 'Full Flop', {
          url: 'https://politifact.com/x',
          datePublished: 'May',
        }),
      ),
    );
    expect(await answerFrom(dir, 'can gulls read books?')).toMatchInlineSnapshot(`
      "? Bird Desk: “Full Flop”

      “Gulls can read books.”

      Published by Bird Desk, no date known; not re-checked here · no verdict on our scale

      - Read the check
         Bird Desk · “Full Flop” · no date given
         https://politifact.com/x"
    `);
  });

  test.each([
    ['Opinion', [], '¶ Bird Desk: “Opinion”', 'we read this as “Opinion, not rated”'],
    ['Satire', [], '※ Bird Desk: “Satire”', 'we read this as “Satire”'],
    ['Article', [], '? Bird Desk: “Article”', 'no verdict on our scale'],
    ['Promise kept', [], '? Bird Desk: “Promise kept”', 'no verdict on our scale'],
    ['Can gulls read?', [], '? Bird Desk: “Can gulls read?”', 'no verdict on our scale'],
    [null, [5, 5, 1], '✓ Bird Desk has checked this', 'we read this as “True”'],
    [null, [1, 5, 1], '✗ Bird Desk has checked this', 'we read this as “False”'],
    [null, [5, 1, 5], '? Bird Desk has checked this', 'not re-checked here'],
    [null, [1, 1, 5], '? Bird Desk has checked this', 'not re-checked here'],
    [null, [4, 6, undefined], '? Bird Desk has checked this', 'not re-checked here'],
    ['False', [6, 6, 1], '✗ Bird Desk: “False”', 'we read this as “False”'],
    ['4', [4, 5, 1], '? Bird Desk: “4”', 'no verdict on our scale'],
  ])('rated %s, in numbers %j, is told as “%s”', async (label, numbers, title, note) => {
    const [ratingValue, bestRating, worstRating] = numbers;
    const rating = { '@type': 'Rating', ratingValue, bestRating, worstRating };
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'Bird Desk', null, {
          reviewRating: { ...rating, ...(label !== null && { alternateName: label }) },
        }),
      ),
    );
    const answer = await answerFrom(dir, 'can gulls read books?');
    expect(answer.split('\n')[0]).toBe(title);
    expect(answer.split('\n').find((line) => line.startsWith('Published'))).toMatch(
      new RegExp(`${note}$`),
    );
  });

  test('whose claim is a headline that tells the finding says so, and no verdict on it', async () => {
    const claim = 'No, gulls of the town did not learn to read';
    const dir = await packOf('claims.jsonl', lines(review(claim, 'Bird Desk', 'False')));
    expect(await answerFrom(dir, claim)).toMatchInlineSnapshot(`
      "? Bird Desk: “False”

      “No, gulls of the town did not learn to read”

      Published 3 May 2021 by Bird Desk, not re-checked here · the words above are a headline; the rating is of the claim behind them

      - Read the check
         Bird Desk · “False” · 3 May 2021
         https://bird-desk.example/check"
    `);
  });

  test('is one answer with the other checks of the same claim; that they disagree is said first', async () => {
    const same = lines(
      review('Gulls can read books.', 'Bird Desk', 'False'),
      review('Gulls can read books', 'Coast Press', 'Incorrect'),
    );
    expect(
      await answerFrom(await packOf('claims.jsonl', same), 'can gulls read books?'),
    ).toMatchInlineSnapshot(`
      "✗ Bird Desk: “False”

      “Gulls can read books.”

      Published by Bird Desk, Coast Press; not re-checked here · we read this as “False”

      - Read the check
         Bird Desk · “False” · 3 May 2021
         https://bird-desk.example/check

      Also checked by
      - Read the check
         Coast Press · “Incorrect” · 3 May 2021
         https://coast-press.example/check"
    `);
    const other = lines(
      review('Gulls can read books.', 'Bird Desk', 'False'),
      review('Gulls can read books', 'Coast Press', 'Half true'),
    );
    const [title] = (
      await answerFrom(await packOf('claims.jsonl', other), 'can gulls read books?')
    ).split('\n');
    expect(title).toBe('? Publishers disagree: Bird Desk: “False”, Coast Press: “Half true”');
  });

  test('stands beside that of another publisher in nearly the same words: each is found by its own', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review(
          'The mayor of Saltmarsh was arrested for using the women’s bathroom.',
          'Bird Desk',
          'False',
        ),
        review('Mayor Of Saltmarsh Arrested For Using Women’s Bathroom', 'Coast Press', 'Fiction'),
        review('The mayor of the town feeds the gulls.', 'Coast Press', 'True'),
      ),
    );
    const titleOf = async (text: string) => (await answerFrom(dir, text)).split('\n')[0];
    expect(
      await titleOf('The mayor of Saltmarsh was arrested for using the women’s bathroom'),
    ).toBe('✗ Bird Desk: “False”');
    expect(await titleOf('mayor of saltmarsh arrested for using women’s bathroom')).toBe(
      '✗ Coast Press: “Fiction”',
    );
    expect(await titleOf('A mayor of Saltmarsh is arrested for using a women’s bathroom')).toBe(
      'Which of these do you mean?',
    );
  });

  test('that the feed has deleted is withdrawn, and its verdict no longer told', async () => {
    const item = {
      '@type': 'DataFeedItem',
      dateDeleted: '2022-01-02',
      item: review('Gulls can read books.', 'Bird Desk', 'False'),
    };
    const answer = await answerFrom(
      await packOf('claims.jsonl', lines(item)),
      'can gulls read books?',
    );
    expect(answer).toContain('Bird Desk took it back on 2 Jan 2022.');
    expect(answer).not.toContain('False');
  });

  test('that has expired says so, and so does a corrected or changed one', async () => {
    const expired = await packOf(
      'claims.jsonl',
      lines(review('Gulls can read books.', 'Bird Desk', 'False', { expires: '2022-01-01' })),
    );
    expect(await answerFrom(expired, 'can gulls read books?')).toContain(
      'Expired: the verdict was “Bird Desk: “False””',
    );
    const corrected = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'Bird Desk', 'False', {
          dateModified: '2022-03-04',
          correction: 'It was another gull.',
        }),
      ),
    );
    const answer = await answerFrom(corrected, 'can gulls read books?');
    expect(answer).toContain('changed 4 Mar 2022');
    expect(answer).toContain('Corrected by the publisher: It was another gull.');
  });

  test('with an http: address shows it as text', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'Bird Desk', 'False', { url: 'http://desk.example/gulls' }),
      ),
    );
    const answer = await answerFrom(dir, 'can gulls read books?');
    expect(answer).toContain('http://desk.example/gulls');
    expect(await warningsIn(dir)).toEqual([
      'town/claims.jsonl:1:1 file: 1 addresses begin with http: and are shown as text, not as links: the first stands here (warning)'.replace(
        ' (warning)',
        '',
      ),
    ]);
  });
});

describe('a pack whose claims are in a file', () => {
  test('tells what it left out, and nearly the same claims on one page with other ratings', async () => {
    const url = 'https://desk.example/many';
    const content = lines(
      review('The red gulls of the town can read.', 'Bird Desk', 'False', { url }),
      review('The red gulls of the town can read books.', 'Bird Desk', 'True', { url }),
      review('', 'Bird Desk', 'True'),
    );
    expect(await warningsIn(await packOf('claims.jsonl', content))).toEqual([
      'town/claims.jsonl:2:1 file: on one page, nearly the same claim has another rating in line 1: both are kept',
      'town/claims.jsonl:3:1 file: it has no claim: it is left out',
    ]);
  });

  test.each([
    ['a table', 'claims.csv', 'claim,rating\nGulls can read.,False\n,True\n', '', 1],
    [
      'ClaimReviews',
      'claims.jsonl',
      JSON.stringify(review('Gulls read.', 'Desk', 'False')),
      '{}\n{}\n',
      2,
    ],
  ])(
    'counts what can’t be used of %s, and knows its day',
    async (_, file, content, rejected, rejects) => {
      const dir = await packOf(file, content);
      await writeFile(`${dir}/town/rejects.jsonl`, rejected);
      await utimes(`${dir}/town/${file}`, 0, Date.parse('2026-11-03T12:00:00Z') / 1000);
      const reading = await readPacks(dir, today);
      expect(reading).toMatchObject({ packs: [{ file, rejects, fileOn: '2026-11-03' }] });
    },
  );

  test('may repeat what another pack answers to: a warning, not a mistake', async () => {
    const dir = await copyPacks();
    await mkdir(`${dir}/town`);
    await writeFile(`${dir}/town/pack.yaml`, aboutPack('claims.csv'));
    await writeFile(
      `${dir}/town/claims.csv`,
      'claim,rating\nThe swimming hall cost 31 million crowns.,False\nGulls read.,False\n',
    );
    const reading = await readPacks(dir, today);
    if (!reading.ok) throw new Error('no packs');
    const saltmarsh = reading.packs.find(({ name }) => name === 'saltmarsh');
    const statement = saltmarsh?.claims.at(0)?.claim;
    await writeFile(`${dir}/town/claims.csv`, `claim,rating\n"${statement}",False\n`);
    expect(await warningsIn(dir)).toEqual([
      `town/claims.csv:2:1 claim: "${statement}" is also what another pack answers to`,
    ]);
  });

  test.each([
    [
      'claims.xlsx',
      'x',
      'is of no kind that is read: give it a name that ends in .csv, .tsv, .jsonl, .jsonl.gz, .json or .html',
    ],
    ['claims.csv', 'a,b\n1,2\n', /can’t be used: no column is known to hold the claim/],
    ['claims.jsonl', '{}', 'holds no claim that can be read'],
    ['claims.jsonl.gz', '\u001f', 'holds no claim that can be read'],
  ])('names what is wrong with %s', async (file, content, message) => {
    const [mistake = ''] = await mistakesIn(await packOf(file, content));
    expect(mistake).toMatch(message);
    expect(mistake).toContain(`town/${file}:1:1 file: `);
  });

  test('reads no file that is missing, or that leads out of the pack', async () => {
    const dir = await packOf('claims.csv', 'claim,rating\nGulls read.,False\n');
    await writeFile(`${dir}/town/pack.yaml`, aboutPack('other.csv'));
    expect(await mistakesIn(dir)).toEqual([
      'town/other.csv:1:1 file: cannot be read (it does not exist): repair or remove it',
    ]);
    await symlink('/etc/hostname', `${dir}/town/other.csv`);
    expect(await mistakesIn(dir)).toEqual([
      "town/other.csv:1:1 file: leads out of the pack's folder: put what it leads to in its place, or remove it",
    ]);
  });

  test('is refused where it has a folder of claims, too, or names a path', async () => {
    const dir = await packOf('claims.csv', 'claim,rating\nGulls read.,False\n');
    await writeFile(`${dir}/town/pack.yaml`, aboutPack('../claims.csv'));
    expect(await mistakesIn(dir)).toEqual([
      'town/pack.yaml:9:9 claims: "../claims.csv" is not accepted: name a file beside pack.yaml, such as claims.csv, or an address that begins with https://',
    ]);
    await writeFile(`${dir}/town/pack.yaml`, aboutPack('claims.csv'));
    await mkdir(`${dir}/town/claims`);
    expect(await mistakesIn(dir)).toEqual([
      'town/claims:1:1 folder: holds no claims: add <id>.yaml, or remove the pack',
      'town/pack.yaml:9:9 claims: names claims.csv, but there is a folder claims/, too: keep one of the two',
    ]);
  });

  test.each([
    [
      'claims: https://feed.example/a.csv\nrefresh: 1m',
      '10:10 refresh: "1m" is no length of time: write 30m, 6h or 1d; from 5m to 90d',
    ],
    [
      'claims: https://feed.example/a.csv\nrefresh: 6',
      '10:10 refresh: 6 is read as a number: put it in quotes, "6"',
    ],
    [
      'claims: claims.csv\nrefresh: 1h',
      '10:10 refresh: is for claims at an address: give the address in "claims", or remove this line',
    ],
    [
      'claims: http://feed.example/a.csv',
      '9:9 claims: "http://feed.example/a.csv" is not accepted: name a file beside pack.yaml, such as claims.csv, or an address that begins with https://',
    ],
    [
      'claims: https://me:secret@feed.example/a.csv',
      '9:9 claims: "https://me:secret@feed.example/a.csv" leads to feed.example, whatever stands before "@": remove that, or correct the link',
    ],
    [
      'claims: https://10.0.0.1/a.csv',
      '9:9 claims: "https://10.0.0.1/a.csv" leads to a machine by its number, which may be any in a private network: name the publisher’s site',
    ],
  ])('names what is wrong with %s', async (lines, mistake) => {
    const dir = await packOf('claims.csv', 'claim,rating\nGulls read.,False\n');
    const about = aboutPack('x').replace('claims: x', lines);
    await writeFile(`${dir}/town/pack.yaml`, about);
    expect(await mistakesIn(dir)).toEqual([`town/pack.yaml:${mistake}`]);
  });

  test('has another fingerprint when its file changes', async () => {
    const dir = await packOf('claims.csv', 'claim,rating\nGulls read.,False\n');
    const before = await readPacks(dir, today);
    await writeFile(`${dir}/town/claims.csv`, 'claim,rating\nGulls read.,True\n');
    const after = await readPacks(dir, today);
    expect(before.ok && after.ok && before.fingerprint !== after.fingerprint).toBe(true);
  });
});
