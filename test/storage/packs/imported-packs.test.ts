import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { answerTo } from '../../support/answer-to.ts';
import { createTestBot } from '../../support/test-bot.ts';
import { copyPacks, mistakesIn, today } from './edited-packs.ts';
import { aboutPack, lines, packOf, review, warningsIn } from './imported-town.ts';

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

  test('is counted in the status as published by others, unless it was taken back', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls read.', 'Desk', 'False'),
        review('Crabs sing.', 'Desk', 'False', { dateDeleted: '2022-01-01' }),
      ),
    );
    const { bot } = await createTestBot({ dataDir: dir, operators: ['console:local'] });
    const { blocks } = await answerTo(bot, {
      platform: 'console',
      user: 'console:local',
      input: { kind: 'command', command: 'fact-admin', subcommand: 'status', options: {} },
    });
    expect(JSON.stringify(blocks)).toContain(
      'Retracted: 1 · Published by others, not re-checked here: 1',
    );
  });

  test('has another fingerprint when its file changes', async () => {
    const dir = await packOf('claims.csv', 'claim,rating\nGulls read.,False\n');
    const before = await readPacks(dir, today);
    await writeFile(`${dir}/town/claims.csv`, 'claim,rating\nGulls read.,True\n');
    const after = await readPacks(dir, today);
    expect(before.ok && after.ok && before.fingerprint !== after.fingerprint).toBe(true);
  });
});
