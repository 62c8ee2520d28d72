import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startWebServer } from '../../support/network/web-server.ts';
import { type ZippedFile, zipOf } from '../../support/zip-of.ts';
import { goodPacks } from '../packs/edited-packs.ts';
import { fromArchive, tarOf, timeout } from './fetch-outcome.ts';

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
