import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One source file, as far as the rules of architecture look at it. Paths are relative to the repository. */
export interface Module {
  readonly path: string;
  readonly source: string;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
}

interface Import {
  /** A file of the repository, or the name of a package. */
  readonly from: string;
  readonly names: readonly string[];
  /** Whether it is loaded with the file: neither types alone nor what a function loads when it runs. */
  readonly isLoaded: boolean;
}

interface Export {
  readonly name: string;
  readonly kind: 'value' | 'type';
  /** The comment right above it, without its marks; empty where there is none. */
  readonly docstring: string;
}

/**
 * Reads every TypeScript file below the folders. It knows statements as our formatter writes them, which is all there
 * is: TypeScript 7 has no parser to call.
 */
export function readModules(folders: readonly string[]): readonly Module[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readModule(join(folder, name)))
      .toSorted((one, other) => one.path.localeCompare(other.path)),
  );
}

function readModule(path: string): Module {
  const source = readFileSync(path, 'utf8');
  return { path, source, imports: importsOf(path, source), exports: exportsOf(source) };
}

function importsOf(path: string, source: string): readonly Import[] {
  const statements = source.matchAll(/^(?:import|export)\s(?:([^;'"=]*?)\sfrom\s)?'([^']+)'/gm);
  const calls = source.matchAll(/(?:\bconst (\{[^}]*\}) = await )?\bimport\(\s*'([^']+)'\s*\)/g);
  const toImport = ([, names = '', from = '']: RegExpMatchArray, isLoaded: boolean): Import => ({
    from: from.startsWith('.') ? normalize(join(dirname(path), from)) : from,
    names: namesIn(names),
    isLoaded: isLoaded && !names.startsWith('type '),
  });
  return [
    ...Array.from(statements, (one) => toImport(one, true)),
    ...Array.from(calls, (one) => toImport(one, false)),
  ];
}

/** `type Answer, presentClaim as present` in braces; a default import has no name to look for. */
function namesIn(clause: string): readonly string[] {
  const [, listed = ''] = clause.match(/\{([^}]*)\}/) ?? [];
  return listed
    .split(',')
    .map((name) =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*/, ''),
    )
    .filter((name) => name !== '');
}

const exportPattern =
  /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?^export (?:declare |abstract |async )*(function\*?|const|let|class|enum|type|interface) (\w+)/gm;

function exportsOf(source: string): readonly Export[] {
  return [...source.matchAll(exportPattern)].map(([, docstring = '', keyword = '', name = '']) => ({
    name,
    kind: keyword === 'type' || keyword === 'interface' ? 'type' : 'value',
    docstring: docstring.replaceAll(/\n \* ?/g, ' ').trim(),
  }));
}

/** The files and packages that are loaded with a file, as far as the modules tell. */
export function loadedWith(path: string, modules: readonly Module[]): ReadonlySet<string> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const loaded = new Set([path]);
  for (const each of loaded) {
    for (const { from, isLoaded } of byPath.get(each)?.imports ?? [])
      if (isLoaded) loaded.add(from);
  }
  return loaded;
}

/**
 * Groups of files that import one another in a circle, types included: each group sorted, the groups too.
 * (Tarjan's strongly connected components.)
 */
export function importCircles(modules: readonly Module[]): readonly (readonly string[])[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const order = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];

  function visit(path: string): number {
    const at = order.size;
    order.set(path, at);
    let low = at;
    stack.push(path);
    for (const { from } of byPath.get(path)?.imports ?? []) {
      if (!byPath.has(from)) continue;
      if (!order.has(from)) low = Math.min(low, visit(from));
      else if (stack.includes(from)) low = Math.min(low, order.get(from) ?? low);
    }
    if (low === at) {
      const group = stack.splice(stack.indexOf(path));
      if (group.length > 1) circles.push(group.toSorted());
    }
    return low;
  }

  for (const { path } of modules) if (!order.has(path)) visit(path);
  return circles.toSorted((one, other) => (one[0] ?? '').localeCompare(other[0] ?? ''));
}
