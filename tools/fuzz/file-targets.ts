import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { ConfigError, loadConfig } from '../../src/config.ts';
import { readEnvFile } from '../../src/env-file.ts';
import { environmentSchema } from '../../src/environment.ts';
import { checkPack } from '../../src/storage/packs/checked-pack.ts';
import { anyData, anyText } from './any-text.ts';
import { type FuzzTarget, fuzzTarget, openedTarget } from './fuzz-target.ts';

const anyEnvironment = fc.dictionary(
  fc.oneof(fc.constantFrom(...Object.keys(environmentSchema.shape)), anyText),
  anyText,
  { maxKeys: 8 },
);

const fields =
  'id claim verdict gist summary context sources verification topics wordings nearMisses claimant language name title'.split(
    ' ',
  );
const anyFields = fc.dictionary(
  fc.oneof(fc.constantFrom(...fields), anyText),
  fc.oneof(anyText, anyData),
  { maxKeys: 10 },
);
/** YAML that is none, that is something else, and that only has the wrong values. */
const anyYaml = fc.oneof(
  anyText,
  anyFields.map((data) => stringify(data)),
);

/** Lines of settings and lines that are none, as text or in bytes that are no UTF-8. */
const anyEnvFile = fc.oneof(
  fc
    .array(
      fc.oneof(
        anyText,
        fc
          .tuple(
            fc.constantFrom(...Object.keys(environmentSchema.shape)),
            fc.constantFrom('=', ' = ', '="', "='", '=`', ''),
            anyText,
          )
          .map((parts) => parts.join('')),
      ),
      { maxLength: 6 },
    )
    .map((lines) => Buffer.from(lines.join('\n'))),
  fc.uint8Array({ maxLength: 100 }),
);

function readSettings(environment: Readonly<Record<string, string | undefined>>): void {
  try {
    loadConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
  }
}

/** Settings and packs, which people write by hand. Packs are read in a thread of their own: nobody waits for it. */
export const fileTargets: readonly FuzzTarget[] = [
  fuzzTarget('settings', anyEnvironment, readSettings),
  openedTarget('.env files', anyEnvFile, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'factbot-fuzz-'));
    const file = join(folder, '.env');
    return {
      async read(bytes) {
        await writeFile(file, bytes);
        let environment: ReturnType<typeof readEnvFile>;
        try {
          environment = readEnvFile(file);
        } catch (error) {
          // Told by its message, with what to do about it.
          if (error instanceof TypeError && error.message.includes('not valid')) return;
          throw error;
        }
        readSettings(environment);
      },
      close: () => rm(folder, { recursive: true }),
    };
  }),
  fuzzTarget('files of packs, in their thread', fc.tuple(anyYaml, anyYaml), ([about, claim]) => {
    const { claims, mistakes } = checkPack(
      {
        name: 'pack',
        path: 'pack',
        hasClaimsFolder: true,
        packFile: { file: 'pack.yaml', stem: 'pack', text: about },
        claimFiles: {
          folder: 'claims',
          names: ['a.yaml'],
          read: new Map([[0, { file: 'claims/a.yaml', stem: 'a', text: claim }]]),
        },
      },
      '2026-11-29',
    );
    if (mistakes.length === 0 && claims.all().some((checked) => checked.entry === undefined))
      throw new Error('A claim is missing, and nothing says why');
  }),
];
