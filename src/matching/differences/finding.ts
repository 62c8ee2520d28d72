import type { Difference, DifferenceKind } from '../matcher.ts';
import type { Reading } from './reading.ts';
import { spanText, wordsWithin } from './words.ts';

/** Words of a reading, the first and the last included. */
export interface Span {
  readonly reading: Reading;
  readonly from: number;
  readonly to: number;
  /** As written, where that is more than words: "60 %". */
  readonly text?: string;
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

function textOf({ reading, from, to, text }: Span): string {
  return text ?? spanText(reading, from, to);
}

/** The words at these characters of a reading. */
export function spanWithin(
  reading: Reading,
  { from, to }: { readonly from: number; readonly to: number },
): Span {
  const text = reading.text.slice(from, to).replace(/\s+/g, ' ');
  return { reading, ...wordsWithin(reading, from, to), text };
}
