/** Longer lines are no record of a claim, and would fill the memory. In UTF-16 units. */
const maxLine = 1024 * 1024;

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Whether the line was too long; `text` is its beginning. */
  readonly isCut: boolean;
}

/** Takes a text apart at its line ends, holding one line at a time. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let held = '';
  let isCut = false;
  let number = 1;
  for await (const piece of pieces) {
    let start = 0;
    for (;;) {
      const end = piece.indexOf('\n', start);
      const part = piece.slice(start, end < 0 ? undefined : end);
      if (held.length + part.length > maxLine) isCut = true;
      held += part.slice(0, maxLine - held.length);
      if (end < 0) break;
      yield { number, text: held.replace(/\r$/, ''), isCut };
      number += 1;
      held = '';
      isCut = false;
      start = end + 1;
    }
  }
  if (held !== '') yield { number, text: held, isCut };
}
