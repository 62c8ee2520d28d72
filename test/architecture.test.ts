import { describe, expect, test } from 'vitest';
import { importCircles, readModules } from './support/modules.ts';
import { forbiddenImports, readRooms, roomOf } from './support/rooms.ts';

/** What the rules find today and should not. Only ever taken from: whoever mends one removes its line. */
const notMendedYet = {
  imports: [],
  circles: [],
};

const rooms = readRooms();
const product = readModules(['commands', 'src']);
const modules = [...product, ...readModules(['tools'])];

describe('rooms', () => {
  test('every file is in a room that docs/design.md names', () => {
    expect(modules.map(({ path }) => path).filter((path) => !roomOf(path, rooms))).toEqual([]);
  });

  test('every room that docs/design.md names holds files', () => {
    const paths = rooms.flatMap((room) => room.paths);
    expect(paths.filter((path) => !modules.some((module) => module.path.startsWith(path)))).toEqual(
      [],
    );
  });

  test('a file imports what docs/design.md allows its room, and nothing else', () => {
    expect(forbiddenImports(modules, rooms)).toEqual(notMendedYet.imports);
  });

  test('no files import one another in a circle, not even types', () => {
    expect(importCircles(product)).toEqual(notMendedYet.circles);
  });
});

describe('exports', () => {
  /** Each name that a file other than a test imports, after its file. */
  const imported = new Set(
    modules.flatMap(({ imports }) =>
      imports.flatMap(({ from, names }) => names.map((name) => `${from} ${name}`)),
    ),
  );
  const exported = modules.flatMap((module) => module.exports.map((one) => ({ ...one, module })));
  const unused = exported.filter(({ module, name }) => !imported.has(`${module.path} ${name}`));

  test('every exported value is imported, or says why tests need it', () => {
    const idle = unused.filter(
      ({ kind, docstring }) => kind === 'value' && !/\bExported for tests?: /.test(docstring),
    );
    expect(idle.map(({ module, name }) => `${module.path}: ${name}`)).toEqual([]);
  });

  // A type may be exported to name what an exported function takes or gives.
  test('every exported type is imported, or used in its own file', () => {
    const idle = unused.filter(
      ({ kind, name, module }) =>
        kind === 'type' && module.source.split(new RegExp(`\\b${name}\\b`)).length <= 2,
    );
    expect(idle.map(({ module, name }) => `${module.path}: ${name}`)).toEqual([]);
  });
});

test('nothing imports main.ts', () => {
  const importers = modules.filter(({ imports }) =>
    imports.some(({ from }) => from === 'src/main.ts'),
  );
  expect(importers.map(({ path }) => path)).toEqual([]);
});

test('only config.ts reads the environment', () => {
  const readers = product.filter(({ source }) => /process\.env\b/.test(source));
  expect(readers.map(({ path }) => path)).toEqual(['src/config.ts']);
});

test('only print.ts and the chat in the terminal print: what others wrote is cleaned there', () => {
  const printers = product.filter(({ source }) =>
    /\bconsole\.\w+\(|\bstd(?:out|err)\.write\(/.test(source),
  );
  expect(printers.map(({ path }) => path)).toEqual(['src/print.ts']);
});
