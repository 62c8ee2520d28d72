/** One change to one file that some test should notice. */
export interface Mutant {
  /** What is broken, in words; of drawn mutants the line and the change. */
  readonly name: string;
  /** Relative to the repository. */
  readonly file: string;
  /** The whole file with the change. */
  readonly source: string;
  /** The test files that may notice it, those that most likely do first. */
  readonly tests: readonly string[];
}

export interface Outcome {
  readonly mutant: Mutant;
  /** Tests that never end notice it too: somebody would sit in front of them. */
  readonly end: 'killed' | 'timed out' | 'survived';
}
