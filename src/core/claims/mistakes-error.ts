import type { Mistake } from './mistake.ts';

/** Files that a program can't do without hold mistakes: each of them, for whoever started it. */
export class MistakesError extends Error {
  override readonly name = 'MistakesError';
  readonly mistakes: readonly Mistake[];

  /** @param summary a sentence to put in front of the mistakes. */
  constructor(summary: string, mistakes: readonly Mistake[]) {
    super(summary);
    this.mistakes = mistakes;
  }
}
