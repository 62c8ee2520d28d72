import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import what, the most specific folder first; `own` is the folder itself. Packages by name, files by prefix. */
const rules: readonly { readonly folder: string; readonly may: readonly string[] }[] = [
  { folder: 'src/core', may: ['own', 'src/matching/matcher.ts', 'zod', 'intl-messageformat'] },
  { folder: 'src/matching', may: ['own', 'src/core', 'zod'] },
  { folder: 'src/adapters/console', may: ['own', 'src/core', 'node:'] },
  { folder: 'src/adapters/discord', may: ['own', 'src/core', 'node:', 'discord.js'] },
  { folder: 'src/adapters/slack', may: ['own', 'src/core', 'node:', '@slack/', 'zod'] },
  {
    folder: 'src/storage',
    may: ['own', 'src/core', 'node:', 'zod', 'yaml', 'keyv', '@keyv/', 'rate-limiter-flexible'],
  },
  { folder: 'commands', may: ['own', 'src/core', 'zod'] },
  {
    folder: 'src/config.ts',
    may: ['src/core', 'src/env-file.ts', 'src/environment.ts', 'src/slack-config.ts'],
  },
  { folder: 'src/env-file.ts', may: ['node:'] },
  { folder: 'src/slack-config.ts', may: ['src/core', 'src/environment.ts'] },
  { folder: 'src/environment.ts', may: ['src/core', 'zod'] },
];

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const found = source.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, path = '']) =>
    path.startsWith('.') ? normalize(join(dirname(file), path)) : path,
  );
}

describe('dependencies point inwards', () => {
  for (const { folder, may } of rules) {
    test(`${folder} imports only ${may.join(', ')}`, () => {
      const allowed = may.map((prefix) => (prefix === 'own' ? `${folder}/` : prefix));
      const strangers = files
        .filter((file) => file === folder || file.startsWith(`${folder}/`))
        .flatMap((file) => importsOf(file).map((path) => ({ file, path })))
        .filter(({ path }) => !allowed.some((prefix) => path.startsWith(prefix)));
      expect(strangers).toEqual([]);
    });
  }

  test('nothing imports main.ts', () => {
    expect(files.filter((file) => importsOf(file).includes('src/main.ts'))).toEqual([]);
  });

  test('only config.ts reads the environment', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual(['src/config.ts']);
  });
});
