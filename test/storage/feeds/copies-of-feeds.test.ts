import { readdir, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startFeed } from '../../support/network/feed-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openState } from '../state/state-kinds.ts';
import { botAt, hourMs, minuteMs, table, timeout } from './bot-at.ts';

describe('a pack at an address', { timeout }, () => {
  test('goes on with its last good copy while the source is down, and says so once and in the status', async () => {
    const feed = await startFeed(table(2));
    const { knows, elapse, log, status } = await botAt(`${feed.url}/a.csv`);
    feed.status = 503;
    await elapse(6 * hourMs);
    await elapse(15 * minuteMs);
    await elapse(15 * minuteMs);
    expect(feed.asked).toHaveLength(4);
    expect(await knows('gulls read books')).toBe(true);
    expect(log.lines).toEqual([
      'warn A pack’s address can’t be used: its last good copy is, if there is one',
    ]);
    expect(await status()).toContain(
      'The town · from feed.example, as it was 6 h 30 min ago · the source has been of no use for 30 min: feed.example:',
    );
    feed.status = 200;
    await elapse(15 * minuteMs);
    expect(log.lines.at(-1)).toBe('info A pack’s address can be used again');
    expect(await status()).not.toContain('of no use');
  });

  test.each([
    ['a page to log in', '<html><form>Log in</form></html>', 'what it gives'],
    ['nothing', '', 'what it gives'],
    [
      'a table without its headings',
      'Gulls read books.,False\n',
      'no column is known to hold the claim',
    ],
    ['a fifth of its claims', table(3), 'it holds 4 claims and held 21'],
    ['half a packed file', gzipSync(table(20)).subarray(0, 60), 'what it gives can’t be used'],
  ])('goes on with its last good copy when the source gives %s', async (_, body, why) => {
    const feed = await startFeed(table(20));
    const { knows, elapse, status, library } = await botAt(`${feed.url}/a.csv`);
    feed.body = body;
    await elapse(6 * hourMs);
    expect(await knows('smelts number 11 sing')).toBe(true);
    expect(await status()).toContain(why);
    expect((await library.reload('console:test')).result).toEqual({
      outcome: 'loaded',
      changes: [],
    });
    feed.body = `${table(20)}Whelks knit.,False\n`;
    await elapse(15 * minuteMs);
    expect(await knows('whelks knit')).toBe(true);
  });

  test('is taken over shorter where somebody says that it is right', async () => {
    const feed = await startFeed(table(20));
    const { elapse, status, library, knows } = await botAt(`${feed.url}/a.csv`);
    feed.body = table(3);
    await elapse(6 * hourMs);
    const [, path = ''] = (await status()).match(/remove (\S+) and reload/) ?? [];
    await rm(path);
    await library.reload('console:test');
    expect(await knows('smelts number 11 sing')).toBe(false);
    expect(await knows('gulls read books')).toBe(true);
  });

  test('starts from its copy when the source is down', async () => {
    const feed = await startFeed(table(2));
    const address = `${feed.url}/a.csv`;
    const first = await botAt(address);
    feed.stop();
    const second = await botAt(address, { folder: first.copies });
    expect(await second.knows('gulls read books')).toBe(true);
    expect(await second.library.rehearse()).toMatchObject({
      outcome: 'would-load',
      warnings: [],
    });
  });

  test('whose copy is damaged fetches it anew, though the source says that nothing is new', async () => {
    const feed = await startFeed(table(2));
    feed.headers = { etag: '"v1"' };
    const address = `${feed.url}/a.csv`;
    const { copies } = await botAt(address);
    for (const name of await readdir(copies)) {
      if (!name.endsWith('.json'))
        await writeFile(`${copies}/${name}`, 'claim,rating\nEels fly.,True\n');
    }
    const { knows } = await botAt(address, { folder: copies });
    expect(await knows('gulls read books')).toBe(true);
    expect(await knows('eels fly')).toBe(false);
  });

  test('keeps no more than two copies', async () => {
    const feed = await startFeed(table(2));
    const { elapse, copies } = await botAt(`${feed.url}/a.csv`);
    for (let more = 3; more < 6; more += 1) {
      feed.body = table(more);
      await elapse(6 * hourMs);
    }
    expect((await readdir(copies)).map((name) => name.replace(/^[^-.]+/, '')).sort()).toEqual([
      expect.stringMatching(/^-/),
      expect.stringMatching(/^-/),
      '.json',
    ]);
  });

  test('stays with what somebody went back to', async () => {
    const feed = await startFeed(table(2));
    const { elapse, library, knows } = await botAt(`${feed.url}/a.csv`);
    feed.body = `${table(2)}Whelks knit.,False\n`;
    await elapse(6 * hourMs);
    await library.rollback('console:test');
    feed.body = `${table(2)}Whelks knit.,False\nLimpets hum.,False\n`;
    await elapse(6 * hourMs);
    expect(await knows('whelks knit')).toBe(false);
    await library.reload('console:test');
    expect(await knows('limpets hum')).toBe(true);
  });

  test('can be gone back to after a restart, with the source down', async () => {
    const feed = await startFeed(table(2));
    const address = `${feed.url}/a.csv`;
    const stateUrl = `sqlite:${await temporaryFolder()}/state.db`;
    const before = await openState(stateUrl);
    const first = await botAt(address, { state: before });
    feed.body = 'claim,rating\nWhelks knit.,False\n';
    await first.elapse(6 * hourMs);
    await before.close();
    feed.stop();
    const after = await botAt(address, { folder: first.copies, state: await openState(stateUrl) });
    expect(await after.knows('whelks knit')).toBe(true);
    await after.library.rollback('console:test', 1);
    expect(await after.ask('do gulls read books?')).toContain('“False”');
    expect(await after.knows('whelks knit')).toBe(false);
  });
});
