import fc from 'fast-check';
import { stringify } from 'yaml';
import { ConfigError, loadConfig } from '../../src/config.ts';
import { environmentSchema } from '../../src/environment.ts';
import { checkPack } from '../../src/storage/packs/checked-pack.ts';
import { anyData, anyText } from './any-text.ts';
import { type FuzzTarget, fuzzTarget } from './fuzz-target.ts';

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

/** Settings and packs, which people write by hand. */
export const fileTargets: readonly FuzzTarget[] = [
  fuzzTarget('settings', anyEnvironment, (environment) => {
    try {
      loadConfig(environment);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
    }
  }),
  fuzzTarget('files of packs', fc.tuple(anyYaml, anyYaml), ([about, claim]) => {
    const { claims, mistakes } = checkPack(
      {
        name: 'pack',
        path: 'pack',
        hasClaimsFolder: true,
        prints: [],
        packFile: { file: 'pack.yaml', stem: 'pack', text: about },
        claimFiles: [{ file: 'claims/a.yaml', stem: 'a', text: claim }],
      },
      '2026-11-29',
    );
    if (mistakes.length === 0 && claims.some((checked) => checked.claim === undefined))
      throw new Error('A claim is missing, and nothing says why');
  }),
];
