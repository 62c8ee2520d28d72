import { createSupportsHyperlinks } from 'supports-hyperlinks';

/** How an answer may look in a terminal. */
export interface ConsoleStyle {
  /** Columns to wrap at. */
  readonly width: number;
  /** Whether escape codes may be used; the words say the same without them. */
  readonly color: boolean;
  /** Whether an address may be a link to click on, which takes escape codes that not every terminal knows. */
  readonly links?: boolean;
}

/** Where answers are written to: `process.stdout`, or what a test takes for it. */
export type ConsoleOutput = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  hasColors?(): boolean;
};

/** Whether the terminal takes escape codes, those that move the cursor too: not with `NO_COLOR` or `TERM=dumb`. */
export function takesEscapeCodes(output: ConsoleOutput): boolean {
  return Boolean(output.isTTY) && output.hasColors?.() !== false;
}

/** Longer lines are hard to read, however wide the terminal is. */
const widestLine = 100;

/** What the terminal can show right now: its width may have changed since. */
export function styleFor(output: ConsoleOutput): ConsoleStyle {
  const color = Boolean(output.isTTY && output.hasColors?.());
  return {
    // Where nothing has told a terminal its size, as when a script opens it, it tells none.
    width: Math.min(output.columns || widestLine, widestLine),
    color,
    links: color && createSupportsHyperlinks(output),
  };
}
