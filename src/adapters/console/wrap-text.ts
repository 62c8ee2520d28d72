import wrapAnsi from 'wrap-ansi';

/** Fewer columns than this hold no sentence; the terminal then breaks lines where it must. */
const narrowest = 20;

/** Breaks lines between words so that each fits, by the columns that its signs take: a Chinese one takes two. */
export function wrapText(text: string, width: number, indent = ''): string {
  const columns = Math.max(narrowest, width - indent.length);
  return text
    .split('\n')
    .map((line) => wrapAnsi(line, columns, { hard: !holdsAddress(line) }))
    .join('\n')
    .replace(/^/gm, indent);
}

/** An address that is broken in two can be neither clicked on nor copied. */
function holdsAddress(line: string): boolean {
  return /https?:\/\//.test(line);
}
