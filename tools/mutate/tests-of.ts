import { readModules } from '../../test/support/modules.ts';

/** Tests that start no server and no program: quick enough to run for every mutant. */
const quick = [
  'test/core/',
  'test/commands/',
  'test/matching/',
  'test/data/',
  'test/storage/packs/',
];
/** They measure all that there is, and take seconds. */
const slow = ['test/matching/questions/'];

const modules = readModules(['commands', 'src', 'test']);
const importsOf = new Map(
  modules.map(({ path, imports }) => [path, imports.map(({ from }) => from)]),
);
const quickTests = modules
  .map(({ path }) => path)
  .filter((path) => path.endsWith('.test.ts') && quick.some((folder) => path.startsWith(folder)))
  .filter((path) => !slow.some((folder) => path.startsWith(folder)));
const reached = new Map(quickTests.map((test) => [test, reachFrom(test)]));

/** The quick tests that import a file, however indirectly; those that stand where it stands first. */
export function testsOf(file: string): readonly string[] {
  const place = file.replace(/^src\//, 'test/').replace(/\.ts$/, '');
  const nearness = (test: string): number => {
    const parts = test.replace(/\.test\.ts$/, '').split('/');
    const differs = parts.findIndex((part, at) => part !== place.split('/')[at]);
    return differs < 0 ? parts.length : differs;
  };
  return quickTests
    .filter((test) => reached.get(test)?.has(file))
    .toSorted((one, other) => nearness(other) - nearness(one));
}

function reachFrom(start: string): ReadonlySet<string> {
  const seen = new Set<string>([start]);
  for (const path of seen) for (const from of importsOf.get(path) ?? []) seen.add(from);
  return seen;
}
