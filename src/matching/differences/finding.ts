import type { Difference, DifferenceKind } from '../matcher.ts';
import type { Reading } from './reading.ts';
import { spanText } from './words.ts';

/** Words of a reading, the first and the last included. */
export interface Span {
  readonly reading: Reading;
  readonly from: number;
  readonly to: number;
}

/** A difference while it is still known where it stands. */
export interface Finding {
  readonly kind: DifferenceKind;
  readonly asked: Span;
  /** Undefined when the claim has nothing in its place. */
  readonly checked: Span | undefined;
}

export function findingToDifference({ kind, asked, checked }: Finding): Difference {
  return { kind, asked: textOf(asked), checked: checked ? textOf(checked) : '' };
}

function textOf({ reading, from, to }: Span): string {
  return spanText(reading, from, to);
}
