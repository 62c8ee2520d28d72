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

/**
 * The same arrays in memory of their own, of which another thread may take each: at half the cost of `structuredClone`.
 * @param isToCopy others are given as they are
 */
export function copyArrays<Groups extends MatcherStore>(
  groups: Groups,
  isToCopy: (array: AnyArray) => boolean = () => true,
): Groups {
  const copies: ArrayGroups = {};
  for (const { path, array } of namedArrays(groups)) {
    putArray(copies, path, isToCopy(array) ? copyOf(array) : array);
  }
  // Each has the place and the type of the one that it copies.
  return copies as Groups;
}

function copyOf(array: AnyArray): AnyArray {
  const { buffer, byteOffset, byteLength } = array;
  const Type = array.constructor as new (buffer: ArrayBuffer) => AnyArray;
  return new Type(buffer.slice(byteOffset, byteOffset + byteLength));
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
