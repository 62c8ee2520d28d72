import { ConfigError } from './config.ts';
import { mistakeToText } from './core/claims/mistake.ts';
import { MistakesError } from './core/claims/mistakes-error.ts';
import { StateError } from './storage/state/state.ts';

/** What `parseArgs` says of an option that a program does not know, or of one without its value. */
function isArgumentMistake(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

/** A file or folder that somebody named and that can't be read or written: Node's message names it. */
function isFileProblem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

/** Ends a program that could not start: the operator's mistakes in sentences, ours with their stack. */
export function tellWhyNotStarted(error: unknown): never {
  if (error instanceof MistakesError) {
    console.error([error.message, ...error.mistakes.map(mistakeToText)].join('\n'));
  } else if (error instanceof ConfigError || error instanceof StateError) {
    console.error(error.message);
  } else if (isArgumentMistake(error) || isFileProblem(error)) {
    console.error(error.message);
  } else {
    console.error(error);
  }
  // At once: a connection to the store may be open already and would keep the program alive.
  process.exit(1);
}
