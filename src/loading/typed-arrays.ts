import type { MatcherStore } from '../matching/matcher.ts';

/** All typed arrays in groups of them, in the order of their names. */
export function arraysOf(groups: MatcherStore): readonly ArrayBufferView<ArrayBuffer>[] {
  return Object.values(groups).flatMap((part) =>
    ArrayBuffer.isView(part) ? part : arraysOf(part),
  );
}
