import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publicNetwork } from '../../../src/network/network-rules.ts';
import { fetchPacks } from '../../../src/storage/fetched-packs/fetch-packs.ts';
import { startFeed } from '../../support/network/feed-server.ts';
import { git, makeRepository, startGitServer } from '../../support/network/git-server.ts';
import { onLoopback } from '../../support/network/stand-in-rules.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { edit, goodPacks } from '../packs/edited-packs.ts';
import { bounds, outcome, timeout } from './fetch-outcome.ts';

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
