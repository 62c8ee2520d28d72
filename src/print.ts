import { printable, printableJson, withoutCommands } from './core/texts/printable.ts';

/** Prints text of whatever origin on standard output, where nothing in it steers who shows it. */
export function print(text: string): void {
  console.log(printable(text));
}

/** The same on standard error. */
export function printError(text: string): void {
  console.error(printable(text));
}

/** Prints what a renderer has cleaned and styled. */
export function printStyled(text: string): void {
  console.log(withoutCommands(text));
}

/** Prints data for programs, as JSON on one line or, for people too, indented. */
export function printData(data: unknown, indent?: number): void {
  console.log(printableJson(JSON.stringify(data, null, indent)));
}

/** Prints JSON that is made already. Resolves once whoever reads has room for more. */
export function printJsonLine(json: string): Promise<void> {
  return write(printableJson(json));
}

/** Prints text like `print`. Resolves once whoever reads has room for more. */
export function printPatiently(text: string): Promise<void> {
  return write(printable(text));
}

function write(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** How far a program is, on one line that is written over; nothing where nobody watches it. */
export function printProgress(done: number, of: number): void {
  if (!process.stderr.isTTY) return;
  const width = 30;
  const filled = Math.round((done / of) * width);
  const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
  process.stderr.write(`\r${bar} ${done}/${of}${done === of ? '\n' : ''}`);
}
