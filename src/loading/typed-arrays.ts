import type { MatcherStore } from '../matching/matcher.ts';

type AnyArray = ArrayBufferView<ArrayBuffer>;

/** Typed arrays in groups, to be filled. */
export type ArrayGroups = { [name: string]: AnyArray | ArrayGroups };

/** An array with the names of its groups, from the outermost on, and its own. */
interface NamedArray {
  readonly path: readonly string[];
  readonly array: AnyArray;
}

/** All typed arrays in groups of them, in the order of their names. */
export function arraysOf(groups: MatcherStore): readonly AnyArray[] {
  return namedArrays(groups).map(({ array }) => array);
}

export function namedArrays(
  groups: MatcherStore,
  path: readonly string[] = [],
): readonly NamedArray[] {
  return Object.entries(groups).flatMap(([name, part]) =>
    ArrayBuffer.isView(part)
      ? [{ path: [...path, name], array: part }]
      : namedArrays(part, [...path, name]),
  );
}

/** Puts an array where its names say, in groups that are made where they are not there yet. */
export function putArray(
  groups: ArrayGroups,
  [name = '', ...names]: readonly string[],
  array: AnyArray,
): void {
  if (names.length === 0) {
    groups[name] = array;
    return;
  }
  const group = (groups[name] ?? {}) as ArrayGroups;
  groups[name] = group;
  putArray(group, names, array);
}
