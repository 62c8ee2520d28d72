import { execFileSync } from 'node:child_process';
import { link, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadPacksApart } from '../../../src/loading/load-packs-apart.ts';
import { publicNetwork } from '../../../src/network/network-rules.ts';
import { fetchPacks } from '../../../src/storage/fetched-packs/fetch-packs.ts';
import { startWebServer } from '../../support/network/web-server.ts';
import { readingAsData } from '../../support/packs-as-data.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { copyPacks, edit, goodPacks, today } from '../packs/edited-packs.ts';
import { bounds, fromArchive, outcome, reading, tarOf, timeout } from './fetch-outcome.ts';

async function served(body: Buffer): Promise<string> {
  return `${await startWebServer((_, response) => response.end(body))}/packs.tar.gz`;
}

describe('packs from an archive', { timeout }, () => {
  test('are read as from a folder, and nothing of them is left behind', async () => {
    const body = tarOf(goodPacks);
    // Others fetch at the same time, into the folder that all share.
    const folder = await temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(tmpdir()).toBe(folder);
    expect(await fromArchive(await served(body))).toBe('saltmarsh: 12');
    expect(await readdir(folder)).toEqual([]);
  });

  test('are found in one folder more, as GitHub packs them, and in a folder that is named', async () => {
    const wrapped = await served(tarOf(goodPacks, '--transform=s,^\\.,packs-main,'));
    expect(await fromArchive(wrapped)).toBe('saltmarsh: 12');
    const deep = await served(tarOf(goodPacks, '--transform=s,^\\.,repo-main/data,'));
    expect(await fromArchive(deep, 'data')).toBe('saltmarsh: 12');
    expect(await fromArchive(deep, 'repo-main/data')).toBe('saltmarsh: 12');
    expect(await fromArchive(wrapped, 'packs-main')).toBe('saltmarsh: 12');
    expect(await fromArchive(deep, 'other')).toContain('it does not exist');
  });

  test('that are held already are not parsed again', async () => {
    const address = { kind: 'archive', ref: undefined, folder: undefined } as const;
    const url = await served(tarOf(goodPacks));
    const first = await fetchPacks({ ...address, url }, bounds);
    if (!first.ok || 'held' in first) throw new Error('not read');
    const held = [first.fingerprint];
    expect(await fetchPacks({ ...address, url }, { ...bounds, read: reading(held) })).toEqual({
      ok: true,
      held: first.fingerprint,
    });
  });

  test('are taken from the snapshot at the second start, though the folder is another', async () => {
    const dir = await copyPacks();
    await mkdir(`${dir}/town`);
    const about =
      'name: town\ntitle: t\nlanguage: en\nmaintainer: m\nmethod: m\nlicence: l\ncorrections: c';
    await writeFile(
      `${dir}/town/pack.yaml`,
      `${about}\nverdicts: {}\nclaims: https://feed.example/a.csv\n`,
    );
    const table = `${await temporaryFolder()}/copy`;
    await writeFile(table, 'claim,rating,source\nGulls read.,False,http://a.example/1\n,False,\n');
    const copies = {
      'https://feed.example/a.csv': { path: table, kind: 'table', digest: 'a' },
    } as const;
    await edit(
      `${dir}/saltmarsh/claims/ferry-every-ten-minutes.yaml`,
      'summary: ',
      'summary: Disgraceful. ',
    );
    const url = await served(tarOf(dir));
    const snapshot = `${await temporaryFolder()}/claims.snapshot`;
    const address = { kind: 'archive', url, ref: undefined, folder: undefined } as const;
    const read = (folder: string) => loadPacksApart(folder, today, [], { snapshot, copies });
    const first = await fetchPacks(address, { ...bounds, read });
    const written = (await stat(snapshot)).ino;
    const second = await fetchPacks(address, { ...bounds, read });
    expect(readingAsData(second)).toEqual(readingAsData(first));
    expect((await stat(snapshot)).ino).toBe(written);
    if (!first.ok || 'held' in first) throw new Error('not read');
    expect(first.warnings?.map(({ file }) => file)).toContain(
      `${url}/saltmarsh/claims/ferry-every-ten-minutes.yaml`,
    );
  });

  test('name their mistakes by the address, not by a folder that is gone', async () => {
    const dir = await copyPacks();
    await edit(`${dir}/saltmarsh/claims/ferry-every-ten-minutes.yaml`, 'kind: fact', 'kind: x');
    const url = await served(tarOf(dir));
    expect(await fromArchive(url)).toContain(
      `${url}/saltmarsh/claims/ferry-every-ten-minutes.yaml "x" is not a kind`,
    );
  });

  test.each([
    ['a page', Buffer.from('<html>Not found</html>'), 'can’t be unpacked'],
    ['half an archive', tarOf(goodPacks).subarray(0, 2000), 'can’t be unpacked'],
    ['an empty archive', tarOf('test/fixtures/tls'), 'holds no packs'],
    ['a bomb', gzipSync(Buffer.alloc(140 * 1024 * 1024)), 'holds more than'],
    ['nothing', Buffer.alloc(0), 'can’t be unpacked'],
  ])('%s is a mistake of the address', async (_, body, why) => {
    const said = await fromArchive(await served(body));
    expect(said).toContain(why);
    expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/packs\.tar\.gz /);
  });

  test('are not taken from behind links and from outside', async () => {
    const dir = await copyPacks();
    await symlink('/etc/hostname', join(dir, 'saltmarsh/claims/linked.yaml'));
    expect(await fromArchive(await served(tarOf(dir)))).toContain('linked.yaml is a link');
    await rm(join(dir, 'saltmarsh/claims/linked.yaml'));
    await link(
      join(dir, 'saltmarsh/claims/library-open-all-night.yaml'),
      join(dir, 'saltmarsh/claims/zz.yaml'),
    );
    expect(await fromArchive(await served(tarOf(dir)))).toMatch(/\S+\.yaml is a link/);
    await rm(join(dir, 'saltmarsh/claims/zz.yaml'));
    const outside = execFileSync('tar', ['-czP', '--transform=s,^\\.,../../evil,', '-C', dir, '.']);
    expect(await fromArchive(await served(outside))).toContain('leads out of it');
  });

  test('that are too large or too slow are given up', async () => {
    const url = await served(tarOf(goodPacks));
    const address = { kind: 'archive', url, ref: undefined, folder: undefined } as const;
    expect(await outcome(fetchPacks(address, { ...bounds, maxBytes: 1000 }))).toContain(
      'more than 1000 bytes',
    );
    const silent = await startWebServer(() => {});
    const slow = { ...address, url: `${silent}/packs.tar.gz` };
    expect(await outcome(fetchPacks(slow, { ...bounds, withinMs: 50 }))).toContain('took longer');
  });

  test.each([404, 500])('behind the status %d are not there', async (status) => {
    const url = await startWebServer((_, response) => response.writeHead(status).end());
    expect(await fromArchive(`${url}/packs.tar.gz`)).toContain(`answers with ${status}`);
  });

  test('are not fetched from our own network, not by a redirect either', async () => {
    const inside = await served(tarOf(goodPacks));
    expect(await fromArchive(inside, undefined, { rules: publicNetwork })).toContain('only https');
    const port = new URL(inside).port;
    const redirecting = await startWebServer((_, response) =>
      response.writeHead(302, { location: `http://[::ffff:10.0.0.7]:${port}/packs.tar.gz` }).end(),
    );
    expect(await fromArchive(`${redirecting}/packs.tar.gz`)).toContain('private network');
    for (const host of ['127.0.0.1', 'localhost', '10.0.0.1', '169.254.169.254', '[::1]']) {
      const said = await fromArchive(`https://${host}:${port}/packs.tar.gz`, undefined, {
        rules: publicNetwork,
      });
      expect(said).toContain('private network');
    }
  });
});
