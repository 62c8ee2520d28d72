import fc from 'fast-check';
import { anyData, anyText } from './any-text.ts';

interface Change {
  /** Which part is changed, counted through all of them over and over. */
  readonly at: number;
  /** Undefined leaves the part out. */
  readonly value: unknown;
}

/** Up to three changes of what a known program wrote. */
export const anyChanges: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({ at: fc.nat(), value: fc.oneof(anyText, anyData, fc.constant(undefined)) }),
  { maxLength: 3 },
);

/** A copy of the data, changed. */
export function changed<Data>(data: Data, changes: readonly Change[]): Data {
  const copy = structuredClone({ data });
  for (const { at, value } of changes) {
    const places = placesIn(copy.data);
    places[at % places.length]?.(value);
  }
  return copy.data;
}

/** A function for each part of the data that puts a value in its place. */
function placesIn(data: unknown): readonly ((value: unknown) => void)[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, part]: [string, unknown]) => [
    (value: unknown): void => {
      if (value === undefined) Reflect.deleteProperty(data, key);
      else Reflect.set(data, key, structuredClone(value));
    },
    ...placesIn(part),
  ]);
}
