import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { goodPacks } from '../storage/packs/edited-packs.ts';
import { runProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Takes over a terminal's title and colours, turns letters around, and speaks to GitHub, Azure and TeamCity. */
const steering = [
  '\u001B]0;taken\u0007\u001B[31mred',
  '\u009B31mred',
  '\u202Eegdirb',
  '\r\u001B[2K',
  '\n::error::taken',
  '\n  ::add-mask::a',
  '##[error]taken',
  '##vso[task.complete]',
  '##teamcity[message]',
].join(' ');

interface Hostile {
  /** Packs that hold mistakes, in files whose names steer. */
  readonly packs: string;
  /** Claims whose ids and texts steer, as a file of JSON lines. */
  readonly claims: string;
  /** A folder whose name steers and that holds nothing. */
  readonly nothing: string;
}

async function hostileFiles(): Promise<Hostile> {
  const dir = await temporaryFolder();
  const packs = `${dir}/packs`;
  await mkdir(`${packs}/town/claims`, { recursive: true });
  await writeFile(`${packs}/town/claims/${steering}.yaml`, 'id: a');
  await mkdir(`${packs}/::error::${steering}`);
  const written = JSON.stringify(`x ${steering}`);
  await writeFile(`${packs}/town/pack.yaml`, `name: ${written}\n${written}: 1\n`);
  await writeFile(`${packs}/town/claims/a.yaml`, `id: ${written}\nverdict: ${written}\n`);
  const claims = `${dir}/claims.jsonl`;
  const statements = ['bridge', 'ferry'].map((name) => ({
    id: `::error::${name} ${steering}`,
    text: `The ${name} ${steering} opened in 1911.`,
  }));
  await writeFile(claims, statements.map((one) => JSON.stringify(one)).join('\n'));
  const nothing = `${dir}/${steering}`;
  await mkdir(nothing);
  return { packs, claims, nothing };
}

interface Case {
  readonly program: string;
  readonly args?: readonly string[];
  readonly input?: string;
  /** Settings beside the folder of good packs. */
  readonly environment?: Readonly<Record<string, string>>;
}

const bridge = `${steering} bridge opened in 1911`;

/** What each program of ours is given, so that it prints what it was given; at least one case each. */
const cases: readonly (readonly [what: string, (hostile: Hostile) => Case])[] = [
  ['start, over packs', ({ packs }) => ({ program: 'main', environment: { DATA_DIR: packs } })],
  ['start, in a chat', () => ({ program: 'main', input: `did the ${bridge}?\n/${bridge}\n` })],
  [
    'fact',
    ({ packs }) => ({ program: 'fact', args: ['bridge'], environment: { DATA_DIR: packs } }),
  ],
  [
    'doctor',
    ({ packs }) => ({ program: 'doctor', environment: { DATA_DIR: packs, ADMINS: steering } }),
  ],
  ['validate', ({ packs }) => ({ program: 'validate', args: [packs] })],
  ['sources', ({ packs }) => ({ program: 'sources', environment: { DATA_DIR: packs } })],
  ['schema', ({ nothing }) => ({ program: 'schema', args: [`${nothing}/none`] })],
  ['manifest', () => ({ program: 'manifest', args: ['--url', steering] })],
  [
    'match, as a table',
    ({ claims }) => ({ program: 'match', args: ['--table', '--claims', claims], input: bridge }),
  ],
  [
    'match, as data',
    ({ claims }) => ({
      program: 'match',
      args: ['--json', '--claims', claims],
      input: JSON.stringify({ id: steering, text: bridge }),
    }),
  ],
  ['eval', ({ nothing }) => ({ program: 'eval', args: ['--data', nothing] })],
  ['perturb', () => ({ program: 'perturb', args: ['--seed', steering] })],
  ['train', ({ nothing }) => ({ program: 'train', args: ['--data', nothing] })],
  ['corrections', () => ({ program: 'corrections', args: [steering] })],
  ['reports', () => ({ program: 'reports', args: [steering] })],
  ['export', () => ({ program: 'export', args: ['--csv', steering] })],
  ['import', ({ nothing }) => ({ program: 'import', args: [nothing, '--pack', 'town'] })],
  [
    'new-claim',
    ({ packs }) => ({
      program: 'new-claim',
      input: `${steering}\n`,
      environment: { DATA_DIR: packs },
    }),
  ],
  ['packs:write', ({ packs }) => ({ program: 'packs-write', environment: { DATA_DIR: packs } })],
  ['ratings', ({ packs }) => ({ program: 'ratings', environment: { DATA_DIR: packs } })],
];

/** Tools for who works on the code: they print what the code itself holds. */
const withoutTextOfOthers = ['bench', 'mutate', 'pictures', 'fuzz', 'test:crash'];

test('each program of ours has a case', () => {
  const ours = Object.entries(packageFile.scripts)
    .filter(([, script]) => /\.ts$/.test(script))
    .map(([name]) => name)
    .filter((name) => !withoutTextOfOthers.includes(name));
  const tried = cases.map(([what]) => what.split(',')[0]);
  expect([...new Set(tried)].toSorted()).toEqual(ours.toSorted());
});

test.each(cases)('nothing that %s prints steers who shows it', async (_, caseFor) => {
  const { program, args = [], input = '', environment } = caseFor(await hostileFiles());
  const script = program === 'main' ? 'src/main.ts' : `src/cli/${program}.ts`;
  const { out, err } = await runProgram(script, args, {
    input,
    environment: { DATA_DIR: goodPacks, ...environment },
  });
  const printed = out + err;
  expect(printed).toMatch(/taken|31mred/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(printed).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/);
  expect(printed).not.toMatch(/^\s*::|##\w*\[/m);
});
