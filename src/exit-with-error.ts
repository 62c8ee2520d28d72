import { inspect } from 'node:util';
import { ConfigError } from './config.ts';
import { mistakeToText } from './core/claims/mistake.ts';
import { MistakesError } from './core/claims/mistakes-error.ts';
import { printError } from './print.ts';
import { ImportError } from './storage/imports/import-error.ts';
import { StateError } from './storage/state/store/state-error.ts';

/** A file or folder that somebody named and that can't be read or written: Node's message names it. */
function isFileProblem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

/** Ends a program that could not start: the operator's mistakes in sentences, ours with their stack. */
export function exitWithError(error: unknown): never {
  if (error instanceof MistakesError) {
    printError([error.message, ...error.mistakes.map(mistakeToText)].join('\n'));
  } else if (
    error instanceof ConfigError ||
    error instanceof StateError ||
    error instanceof ImportError ||
    isFileProblem(error)
  ) {
    printError(error.message);
  } else {
    printError(inspect(error));
  }
  // At once: a connection to the store may be open already and would keep the program alive.
  process.exit(1);
}
