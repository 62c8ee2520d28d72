import { createInterface } from 'node:readline';

/** Something to ask for. */
export interface Question {
  /** The name of the answer, where it has to be said that it is missing. */
  readonly name: string;
  readonly text: string;
  /** What an empty answer stands for; without it, the question must be answered. */
  readonly otherwise?: string;
  /** What is wrong with an answer, in sentences. */
  readonly check?: (answer: string) => readonly string[];
}

/** Gives an answer that nothing is wrong with. */
export type Ask = (question: Question) => Promise<string>;

/** No further answers come; it says which one is missing. */
export class InputEndedError extends Error {
  override readonly name = 'InputEndedError';

  constructor(missing: string) {
    super(`The input ended, and ${missing} is missing.`);
  }
}

/** Somebody wrote the answers beforehand, and one of them is wrong. */
export class WrongAnswerError extends Error {
  override readonly name = 'WrongAnswerError';
}

/** Where the questions go and the answers come from. */
export interface Asking {
  readonly isInteractive: boolean;
  readonly ask: Ask;
  close(): void;
}

export interface AskingParts {
  readonly input: NodeJS.ReadableStream;
  /** The terminal that the input is typed at; undefined where the answers were written beforehand. */
  readonly output: NodeJS.WritableStream | undefined;
  /** Prints a text of whatever origin. */
  readonly say: (text: string) => void;
}

/** In a terminal, a wrong answer is asked for again; lines of a pipe are taken as they come, without a question. */
export function askInTerminal({ input, output, say }: AskingParts): Asking {
  const isInteractive = output !== undefined;
  const terminal = createInterface({ input, ...(output && { output, prompt: '> ' }) });
  const lines = terminal[Symbol.asyncIterator]();
  let line = 0;

  async function ask(question: Question): Promise<string> {
    const { name, text, otherwise, check = () => [] } = question;
    if (isInteractive) {
      say(`\n${text}${otherwise ? ` [${otherwise}]` : ''}`);
      terminal.prompt();
    }
    const next = await lines.next();
    if (next.done) throw new InputEndedError(name);
    line += 1;
    const typed = next.value.trim() || otherwise;
    const problems = typed === undefined ? [`${name}: is empty: write it`] : check(typed);
    if (typed !== undefined && problems.length === 0) return typed;
    if (!isInteractive) throw new WrongAnswerError(`Line ${line}: ${problems.join('\n')}`);
    for (const problem of problems) say(problem);
    return ask(question);
  }

  return { isInteractive, ask, close: () => terminal.close() };
}
