import { type AsyncCompleter, createInterface } from 'node:readline';
import type { Completion } from './complete-line.ts';
import { type ConsoleOutput, takesEscapeCodes } from './console-style.ts';

/** What somebody sent off at once: a line, or the lines that they pasted together. */
export type Entry = readonly string[];

export interface EntryOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: ConsoleOutput;
  /** What is written before each entry, where a person types: without it, every line of the input is an entry. */
  readonly prompt?: string | undefined;
  /** What Tab offers for a line, and the end of it that is completed. */
  readonly complete: (line: string) => Promise<Completion>;
  readonly onEntry: (entry: Entry) => void;
  /** Called once, when there is no more to come. */
  readonly onEnd: () => void;
}

export interface EntryReader {
  /** Asks for an entry; what is typed already stays. */
  prompt(): void;
  /** Reads no more. */
  close(): void;
}

/** Has the terminal mark what is pasted ("bracketed paste", DECSET 2004); readline tells of the marks as keys. */
const markPastes = { on: '\u001B[?2004h', off: '\u001B[?2004l' } as const;

/** Reads what is typed, pasted or piped in. */
export function readEntries(options: EntryOptions): EntryReader {
  const { input, output, prompt, complete, onEntry, onEnd } = options;
  const isTyped = prompt !== undefined;
  // Without them the terminal's own editing of lines has to do.
  const mayUseCodes = isTyped && takesEscapeCodes(output);
  const completer: AsyncCompleter = (line, done) => {
    void complete(line).then((completion) => done(null, completion));
  };
  const lines = createInterface(
    isTyped ? { input, output, terminal: mayUseCodes, prompt, completer } : { input },
  );
  let isOpen = true;
  let isPasting = false;
  let pasted: readonly string[] = [];

  const send = (entry: Entry): void => {
    pasted = [];
    onEntry(entry);
  };
  const onKey = (_: string | undefined, key: { readonly name?: string } | undefined): void => {
    if (key?.name === 'paste-start') isPasting = true;
    if (key?.name !== 'paste-end') return;
    isPasting = false;
    // Ended by a line break, it is complete; else the last line can be gone on with, until Enter.
    if (pasted.length > 0 && lines.line === '') send(pasted);
  };
  lines.on('line', (line) => {
    if (isPasting) pasted = [...pasted, line];
    else send([...pasted, line]);
  });
  // Ctrl-C closes, too: nobody listens for it.
  lines.on('close', () => {
    isOpen = false;
    if (mayUseCodes) output.write(markPastes.off);
    input.off('keypress', onKey);
    if (pasted.length > 0) send(pasted);
    onEnd();
  });
  if (mayUseCodes) {
    output.write(markPastes.on);
    input.on('keypress', onKey);
  }
  return {
    prompt() {
      if (isOpen) lines.prompt(true);
    },
    close: () => lines.close(),
  };
}
