import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { satisfies } from 'semver';
import { describe, expect, onTestFinished, test } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import { temporaryFolder } from './support/temporary-folder.ts';

const [pinned = ''] = Object.values(packageFile.optionalDependencies);
const launcher = 'bin/launch.cjs';

interface Launch {
  /** Where the launcher is: the repository, unless given. */
  readonly folder?: string;
  /** What the Node that starts it says of its own version. */
  readonly version?: string;
  readonly args?: readonly string[];
}

/** Starts a program of the test's making, by a Node of any version as far as the launcher can tell. */
async function launch(program: string, { folder = '.', version = pinned, args = [] }: Launch) {
  const made = await temporaryFolder();
  const script = join(made, 'program.mjs');
  await writeFile(script, program);
  const disguise = join(made, 'disguise.cjs');
  await writeFile(
    disguise,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  );
  const child = spawn(
    process.execPath,
    ['--require', disguise, resolve(folder, launcher), script, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...said }));
  return { child, ended };
}

/** The launcher where npm has installed nothing. */
async function bareFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'bin'));
  await copyFile(launcher, join(folder, launcher));
  await copyFile('package.json', join(folder, 'package.json'));
  return folder;
}

/** The launcher where npm has installed a Node that this machine can't start. */
async function folderWithForeignNode(): Promise<string> {
  const folder = await bareFolder();
  const [name = ''] = Object.keys(packageFile.optionalDependencies);
  const brought = join(folder, 'node_modules', name);
  await mkdir(join(brought, 'bin'), { recursive: true });
  const { platform: os, arch: cpu } = process;
  const about = { name, version: pinned, os, cpu, bin: { node: 'bin/node' } };
  await writeFile(join(brought, 'package.json'), JSON.stringify(about));
  await writeFile(join(brought, 'bin/node'), '#!/nowhere/musl\n', { mode: 0o755 });
  return folder;
}

const tellVersion = 'console.log(process.versions.node, ...process.argv.slice(2));';

describe('a program runs', () => {
  test.each(['10.24.1', '20.20.2', '26.0.0', '99.0.0'])(
    'on the Node that npm installed, started by Node %s',
    async (version) => {
      const { ended } = await launch(tellVersion, { version, args: ['--short', 'a claim'] });
      expect(await ended).toMatchObject({ code: 0, out: `${pinned} --short a claim\n`, err: '' });
    },
  );

  test.each([
    ['npm has installed none', bareFolder],
    ['the one that npm installed can’t be started', folderWithForeignNode],
  ])('on the machine’s, where it is new enough and %s', async (_, makeFolder) => {
    const folder = await makeFolder();
    const { ended } = await launch(tellVersion, { folder, version: '26.0.0', args: ['--short'] });
    expect(await ended).toMatchObject({ code: 0, out: '26.0.0 --short\n', err: '' });
  });

  test.each([
    ['npm has installed none', bareFolder],
    ['the one that npm installed can’t be started', folderWithForeignNode],
  ])(
    'not at all where the machine’s is too old and %s: one line says what to do',
    async (_, makeFolder) => {
      const folder = await makeFolder();
      const { ended } = await launch(tellVersion, { folder, version: '25.9.0' });
      const { code, out, err } = await ended;
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(
        /^factbot needs Node\.js 26 or later, and this is 25\.9\.0: run npm ci, or install it from https:\/\/nodejs\.org .*\.\n$/,
      );
    },
  );
});

test('a program on the machine’s Node ends by a signal, as if nothing else had been tried', async () => {
  const { child, ended } = await launch(`console.log('started'); setInterval(() => {}, 1000);`, {
    folder: await folderWithForeignNode(),
    version: '26.0.0',
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: null, signal: 'SIGTERM' });
});

describe('a program started by another Node', () => {
  test('ends with its own exit code', async () => {
    const { ended } = await launch('process.exit(7);', { version: '20.20.2' });
    expect(await ended).toMatchObject({ code: 7, signal: null });
  });

  test('is told to stop, and has the time to', async () => {
    const { child, ended } = await launch(
      `process.once('SIGTERM', () => setTimeout(() => { console.log('stopped'); process.exit(3); }, 50));
       setInterval(() => {}, 1000);
       console.log('started');`,
      { version: '20.20.2' },
    );
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 3, out: 'started\nstopped\n' });
  });

  test('ends by the signal that ended it', async () => {
    const { ended } = await launch(`process.kill(process.pid, 'SIGKILL');`, { version: '20.20.2' });
    expect(await ended).toMatchObject({ code: null, signal: 'SIGKILL' });
  });
});

describe('what npm installs', async () => {
  interface Locked {
    readonly version: string;
    readonly integrity?: string;
    readonly hasInstallScript?: boolean;
    readonly deprecated?: string;
    readonly engines?: { readonly node?: string };
    readonly bin?: { readonly node?: string };
  }
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const locked = Object.entries(packages).filter(([path]) => path !== '');

  function where(holds: (one: Locked) => boolean): readonly string[] {
    return locked.filter(([, one]) => holds(one)).map(([path]) => path);
  }

  test('is held to a hash, the Node too', () => {
    expect(where(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(where(({ bin }) => bin?.node !== undefined)).toEqual(
      Object.keys(packageFile.optionalDependencies).map((name) => `node_modules/${name}`),
    );
  });

  test('is one and the same Node on every machine', () => {
    expect(new Set(Object.values(packageFile.optionalDependencies))).toEqual(new Set([pinned]));
    expect(satisfies(pinned, packageFile.engines.node)).toBe(true);
  });

  // npm would warn of these. `.npmrc` has it show no warnings.
  test('runs on that Node, runs no script of its own while it is installed, and is not deprecated', () => {
    expect(where(({ engines }) => !satisfies(pinned, engines?.node ?? '*'))).toEqual([]);
    expect(where(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
    expect(where(({ deprecated }) => deprecated !== undefined)).toEqual([]);
  });
});
