import { execFileSync } from 'node:child_process';
import { link, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parsePacksAddress } from '../../../src/core/claims/packs-address.ts';
import { loadPacksApart } from '../../../src/loading/load-packs-apart.ts';
import { publicNetwork } from '../../../src/network/network-rules.ts';
import { fetchPacks } from '../../../src/storage/fetched-packs/fetch-packs.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { startFeed } from '../../support/network/feed-server.ts';
import { git, makeRepository, startGitServer } from '../../support/network/git-server.ts';
import { onLoopback } from '../../support/network/stand-in-rules.ts';
import { startWebServer } from '../../support/network/web-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type ZippedFile, zipOf } from '../../support/zip-of.ts';
import { copyPacks, edit, goodPacks, today } from '../packs/edited-packs.ts';

const reading = (held: readonly string[]) => (dir: string) => readPacks(dir, today, { held });
const bounds = { rules: onLoopback, searchPath: process.env.PATH, read: reading([]) };

function tarOf(folder: string, ...args: readonly string[]): Buffer {
  return execFileSync('tar', ['-cz', ...args, '-C', folder, '.']);
}

/** What a reading comes to, in a line or a few. */
async function outcome(reading: ReturnType<typeof fetchPacks>): Promise<string> {
  const found = await reading;
  if (!found.ok) return found.mistakes.map(({ file, message }) => `${file} ${message}`).join('\n');
  if ('held' in found) return 'held';
  return found.packs.map(({ name, claims }) => `${name}: ${claims.length}`).join('\n');
}

function fromArchive(url: string, folder?: string, more: Partial<typeof bounds> = {}) {
  const address = { kind: 'archive', url, ref: undefined, folder } as const;
  return outcome(fetchPacks(address, { ...bounds, ...more }));
}

async function served(body: Buffer): Promise<string> {
  return `${await startWebServer((_, response) => response.end(body))}/packs.tar.gz`;
}

/** Each reading starts a thread, which takes its time on a busy machine. */
const timeout = 60_000;

describe('packs from an archive', { timeout }, () => {
  test('are read as from a folder, and nothing of them is left behind', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('factbot-packs-'));
    expect(await fromArchive(await served(tarOf(goodPacks)))).toBe('saltmarsh: 12');
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('factbot-packs-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
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
    expect((await stat(snapshot)).ino).toBe(written);
    if (!first.ok || 'held' in first || !second.ok || 'held' in second) throw new Error('not read');
    expect(second.warnings).toEqual(first.warnings);
    expect(second.packs.map(({ claims }) => [...claims])).toEqual(
      first.packs.map(({ claims }) => [...claims]),
    );
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

describe('packs from a zip archive', { timeout }, () => {
  async function fromZip(files: readonly ZippedFile[] | Buffer, folder?: string): Promise<string> {
    const body = Buffer.isBuffer(files) ? files : zipOf(files);
    const server = await startWebServer((_, response) => response.end(body));
    return fromArchive(`${server}/packs.zip`, folder);
  }

  async function goodFiles(prefix = ''): Promise<readonly ZippedFile[]> {
    const names = await readdir(goodPacks, { recursive: true, withFileTypes: true });
    return Promise.all(
      names.map(async (entry): Promise<ZippedFile> => {
        const path = join(entry.parentPath, entry.name);
        const name = `${prefix}${relative(goodPacks, path)}`;
        if (entry.isDirectory()) return { name: `${name}/`, content: '', mode: 0o040755 };
        return { name, content: await readFile(path), mode: 0o100644 };
      }),
    );
  }

  const claim = 'saltmarsh/claims/zz.yaml';

  test('are read as from a folder, in one folder more too, whatever else it holds', async () => {
    expect(await fromZip(await goodFiles())).toBe('saltmarsh: 12');
    const wrapped = await goodFiles('packs-main/data/');
    const others = [
      { name: 'packs-main/README.md', content: 'x'.repeat(2_000_000) },
      { name: 'packs-main/link', content: '/etc/passwd', mode: 0o120777 },
    ];
    expect(await fromZip([...wrapped, ...others], 'data')).toBe('saltmarsh: 12');
    const withoutModes = (await goodFiles()).map(({ name, content }) => ({ name, content }));
    expect(await fromZip(withoutModes)).toBe('saltmarsh: 12');
  });

  test.each([
    ['a page', () => Buffer.from('<html>Not found</html>'), 'can’t be unpacked'],
    ['nothing', () => Buffer.alloc(0), 'can’t be unpacked'],
    ['half an archive', (all: Buffer) => all.subarray(0, all.length / 2), 'can’t be unpacked'],
    ['a .tar.gz by another name', () => tarOf(goodPacks), 'can’t be unpacked'],
  ])('%s is a mistake of the address', async (_, spoil, why) => {
    expect(await fromZip(spoil(zipOf(await goodFiles())))).toContain(why);
  });

  test.each([
    ['a link', { name: claim, content: '/etc/hostname', mode: 0o120777 }, 'zz.yaml is a link'],
    ['a pipe', { name: claim, content: '', mode: 0o010644 }, 'zz.yaml is a link or the like'],
    [
      'a way out',
      { name: '../../evil.yaml', content: 'a' },
      'can’t be used: it can’t be unpacked (invalid relative path',
    ],
    [
      'an absolute path',
      { name: '/etc/evil.yaml', content: 'a' },
      'can’t be used: it can’t be unpacked (absolute path',
    ],
    [
      'a file that needs a password',
      { name: claim, content: 'a', isEncrypted: true },
      'zz.yaml needs a password',
    ],
    [
      'a file that is too large',
      { name: claim, content: 'a'.repeat(1024 * 1024 + 1) },
      'has more than 1048576 bytes',
    ],
    [
      'a file that swells beyond what is said',
      { name: claim, content: 'a'.repeat(9_000_000), saidSize: 10 },
      'can’t be unpacked',
    ],
  ])('%s is refused', async (_, file, why) => {
    expect(await fromZip([...(await goodFiles()), file])).toContain(why);
  });

  test('more than packs hold is refused before it is unpacked', async () => {
    const large = Array.from({ length: 130 }, (_, place) => ({
      name: `saltmarsh/claims/z${place}.yaml`,
      content: '',
      saidSize: 1024 * 1024,
    }));
    expect(await fromZip(large)).toContain('it holds more than 134217728 bytes');
    const many = Array.from({ length: 50_001 }, (_, place) => ({ name: `${place}`, content: '' }));
    expect(await fromZip(many)).toContain('it holds more than 50000 files');
  });
});

describe('packs from a private git repository', { timeout }, () => {
  const token = 'ghp_keepThisToYourself';

  async function fetchWith(given: string | undefined, expected: string): Promise<string> {
    const folder = await temporaryFolder();
    makeRepository(folder, goodPacks);
    const url = `${await startGitServer(folder, expected)}/packs.git`;
    const address = { kind: 'git', url, ref: undefined, folder: undefined } as const;
    return outcome(fetchPacks(address, { ...bounds, token: given }));
  }

  test.each([
    [token, `x-access-token:${token}`],
    [`x-token-auth:${token}`, `x-token-auth:${token}`],
  ])('are read with the token %s', async (given, expected) => {
    expect(await fetchWith(given, expected)).toBe('saltmarsh: 12');
  });

  test.each([undefined, 'ghp_anotherOne'])(
    'say what is missing with the token %s, and never tell it',
    async (given) => {
      const said = await fetchWith(given, `x-access-token:${token}`);
      expect(said).toMatch(
        /packs\.git can’t be used: it is private, or there is none: set PACKS_TOKEN/,
      );
      expect(said).not.toContain('ghp_');
    },
  );

  test('are not asked for with the token where a redirect leads to another host', async () => {
    const other = await temporaryFolder();
    makeRepository(other, goodPacks);
    const asked: (string | undefined)[] = [];
    const elsewhere = await startGitServer(other, `x-access-token:${token}`, asked);
    const here = await startFeed();
    here.listener = (request, response) =>
      response.writeHead(302, { location: `${elsewhere}${request.url}` }).end();
    const url = `${here.url}/packs.git`;
    const address = { kind: 'git', url, ref: undefined, folder: undefined } as const;
    expect(await outcome(fetchPacks(address, { ...bounds, token }))).toContain('it is private');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(Boolean)).toEqual([]);
  });
});

describe('packs from a git repository', { timeout }, () => {
  async function repository() {
    const folder = await temporaryFolder();
    const path = makeRepository(folder, goodPacks);
    const url = `${await startGitServer(folder)}/packs.git`;
    return {
      path,
      url,
      read: (more: { ref?: string; folder?: string } = {}, given: object = {}) =>
        outcome(
          fetchPacks(
            { kind: 'git', url, ref: undefined, folder: undefined, ...more },
            { ...bounds, ...given },
          ),
        ),
    };
  }

  test('are read as from a folder, each time anew', async () => {
    const { path, read } = await repository();
    expect(await read()).toBe('saltmarsh: 12');
    git(path, 'rm', '--quiet', 'saltmarsh/claims/library-open-all-night.yaml');
    git(path, 'commit', '--quiet', '--message=One less');
    expect(await read()).toBe('saltmarsh: 11');
  });

  test('are those of a branch, a tag or a folder that is named', async () => {
    const { path, read } = await repository();
    git(path, 'tag', 'v1');
    git(path, 'switch', '--quiet', '--create=next');
    git(path, 'rm', '--quiet', 'saltmarsh/claims/library-open-all-night.yaml');
    git(path, 'commit', '--quiet', '--message=One less');
    git(path, 'switch', '--quiet', 'main');
    git(path, 'mv', 'saltmarsh', 'moved');
    await edit(join(path, 'moved/pack.yaml'), 'name: saltmarsh', 'name: moved');
    git(path, 'add', '.');
    git(path, 'commit', '--quiet', '--message=Moved');
    expect(await read({ ref: 'next' })).toBe('saltmarsh: 11');
    expect(await read({ ref: 'v1' })).toBe('saltmarsh: 12');
    expect(await read()).toBe('moved: 12');
    expect(await read({ ref: 'nowhere' })).toContain('Remote branch nowhere not found');
    expect(await read({ folder: 'nowhere' })).toContain('nowhere');
  });

  test('are whole: a link is a mistake, and nothing is left out on the way', async () => {
    const { path, read } = await repository();
    await writeFile(join(path, '.gitattributes'), '*.yaml export-ignore filter=none\n');
    git(path, 'add', '.');
    git(path, 'commit', '--quiet', '--message=Attributes');
    expect(await read()).toBe('saltmarsh: 12');
    await symlink('/etc/hostname', join(path, 'saltmarsh/claims/linked.yaml'));
    git(path, 'add', '.');
    git(path, 'commit', '--quiet', '--message=A link');
    expect(await read()).toContain('linked.yaml is a link');
  });

  test('are not fetched from our own network, too much, too slowly, or without git', async () => {
    const { path, read } = await repository();
    expect(
      await read({}, { rules: { ...onLoopback, mayReach: publicNetwork.mayReach } }),
    ).toContain('localhost lies in a private network');
    expect(await read({}, { maxBytes: 1000 })).toContain('more than 1000 bytes');
    expect(await read({}, { withinMs: 1 })).toContain('git took longer');
    expect(await read({}, { searchPath: path })).toContain('git is not installed');
    await writeFile(join(path, 'saltmarsh/huge.yaml'), Buffer.alloc(2 * 1024 * 1024, 'a'));
    git(path, 'add', '.');
    git(path, 'commit', '--quiet', '--message=Huge');
    expect(await read()).toContain('has more than 1048576 bytes');
  });
});

test.each([
  ['https://example.org/packs.git', 'git', undefined, undefined],
  ['https://example.org/packs.git#main', 'git', 'main', undefined],
  ['https://example.org/packs.git#v1.2/x:data/packs', 'git', 'v1.2/x', 'data/packs'],
  ['https://example.org/packs.git#:data', 'git', undefined, 'data'],
  ['https://example.org/a.tar.gz', 'archive', undefined, undefined],
  ['https://example.org/a.tgz?token=1#data', 'archive', undefined, 'data'],
  ['https://example.org/a.zip#data', 'archive', undefined, 'data'],
])('%s is understood', (text, kind, ref, folder) => {
  expect(parsePacksAddress(text)).toEqual({ kind, url: text.replace(/#.*/, ''), ref, folder });
});

test.each([
  'http://example.org/packs.git',
  'https://example.org/packs',
  'https://example.org/packs.rar',
  'https://user:secret@example.org/packs.git',
  'https://localhost/packs.git',
  'https://10.0.0.1/packs.git',
  'ssh://example.org/packs.git',
  'ext::sh -c touch% /tmp/x.git',
  '/srv/packs.git',
  'https://example.org/packs.git#--upload-pack=x',
  'https://example.org/packs.git#main:../..',
  'https://example.org/packs.tar.gz#../..',
  'https://example.org/packs.tar.gz#/etc',
])('%s is refused', (text) => {
  expect(() => parsePacksAddress(text)).toThrow();
});
