import { withoutHidden } from '../texts/hidden-characters.ts';

/** Something wrong in a file that people write, with the place where they can mend it. */
export interface Mistake {
  /** Relative to the working directory where the file lies inside it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** `sources[0].quote`; `yaml` when the file can't be parsed, `file` or `folder` when it can't be used at all. */
  readonly field: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** `data/town/claims/bridge.yaml:7:10 verdict: "truth" is not a verdict: …`: editors and terminals link such places. */
export function mistakeToText({ file, line, column, field, message }: Mistake): string {
  // The name of a file or a field may be any.
  const text = `${file}:${line}:${column} ${field}: ${message}`;
  return withoutHidden(text).replaceAll('\n', ' ');
}

/** By file, then from top to bottom. */
export function compareMistakes(a: Mistake, b: Mistake): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.field, b.field) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
