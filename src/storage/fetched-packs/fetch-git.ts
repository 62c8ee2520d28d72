import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { PacksAddress } from '../../core/claims/packs-address.ts';
import { openGuardedProxy } from '../../network/guarded-proxy.ts';
import { NetworkError } from '../../network/network-rules.ts';
import type { FetchBounds } from './fetch-bounds.ts';
import { unpackTar } from './unpack-tar.ts';

/**
 * Writes the YAML files of a git repository's newest commit into a folder, with the git of the system. git makes its own connections, so
 * it is given a proxy that holds to the rules; it checks nothing out, so that neither links, hooks nor filters come into play.
 * @param workspace an empty folder for the repository itself
 * @throws {NetworkError | ArchiveError}
 */
export async function fetchGit(
  { url, ref, folder }: PacksAddress,
  { workspace, into }: { readonly workspace: string; readonly into: string },
  { rules, maxBytes, withinMs, searchPath, token }: FetchBounds,
): Promise<void> {
  const proxy = await openGuardedProxy(rules, maxBytes);
  const signal = AbortSignal.timeout(withinMs);
  const env = {
    PATH: searchPath,
    HOME: workspace,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'https',
    ...(token !== undefined && tokenToEnvironment(token)),
  };
  const settings = {
    'http.proxy': proxy.url,
    'core.hooksPath': devNull,
    ...(rules.caFile && { 'http.sslCAInfo': rules.caFile }),
    // Git asks for it by the host, so that a redirect to another one gets none.
    ...(token !== undefined && { [`credential.${new URL(url).origin}.helper`]: credentialHelper }),
  };
  const common = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const repository = join(workspace, 'repository.git');
  try {
    const clone = ['clone', '--quiet', '--bare', '--depth=1', '--single-branch', '--no-tags'];
    const branch = ref ? [`--branch=${ref}`] : [];
    const options = { env, signal, killSignal: 'SIGKILL' } as const;
    const where = ['--template=', '--', url, repository];
    await promisify(execFile)('git', [...common, ...clone, ...branch, ...where], options);
    await keepWhole(repository);
    // A commit can hold more than any disk; unpacked as it comes, it is cut off in time.
    const archive = ['--git-dir', repository, 'archive', '--format=tar', `HEAD:${folder ?? ''}`];
    const git = spawn('git', [...common, ...archive], { ...options, stdio: 'pipe' });
    git.on('error', (error) => git.stdout.destroy(error));
    // What can't be unpacked is no longer read, which ends git.
    const unpacking = unpackTar(git.stdout, into);
    const [[code], said] = await Promise.all([once(git, 'close'), text(git.stderr), unpacking]);
    if (code !== 0) throw new NetworkError(fatalLine(said));
  } catch (error) {
    const [refusal] = proxy.refusals;
    if (refusal) throw new NetworkError(refusal, { cause: error });
    if (signal.aborted) throw new NetworkError(`git took longer than ${withinMs / 1000} s`);
    throw gitError(error);
  } finally {
    proxy.close();
  }
}

/** Tells git the token without its standing among the arguments, which every user of the machine can read. */
const credentialHelper =
  '!f() { echo "username=$PACKS_USER"; echo "password=$PACKS_PASSWORD"; }; f';

/** `name:token`, or a token alone: most hosts take any name with it. */
function tokenToEnvironment(token: string): Readonly<Record<string, string>> {
  const [, name = 'x-access-token', password = token] = token.match(/^([^:]+):(.+)$/) ?? [];
  return { PACKS_USER: name, PACKS_PASSWORD: password };
}

/** Of a commit, git would leave out or change what its `.gitattributes` say: a claim would be missing, and nobody would know. */
async function keepWhole(repository: string): Promise<void> {
  await mkdir(join(repository, 'info'), { recursive: true });
  await writeFile(join(repository, 'info/attributes'), '* -export-ignore -export-subst\n');
}

function gitError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'ENOENT') {
    return new NetworkError('git is not installed here, and a repository needs it');
  }
  if (!('stderr' in error)) return error;
  return new NetworkError(fatalLine(String(error.stderr)), { cause: error });
}

function fatalLine(said: string): string {
  if (/could not read Username|Authentication failed/.test(said)) {
    return 'it is private, or there is none: set PACKS_TOKEN to a token that may read it';
  }
  return said.match(/^fatal: (.*)/m)?.[1] ?? 'git could not fetch it';
}
