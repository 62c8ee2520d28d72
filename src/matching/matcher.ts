/** What the matcher knows of a claim: a statement with a name. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly subtitle?: string;
  /** Other ways people say it. */
  readonly wordings?: readonly string[];
  readonly topics?: readonly string[];
  readonly claimant?: string;
  /** Pages that the statement is about or that its check rests on. */
  readonly urls?: readonly string[];
}

/**
 * What statements are looked up in: typed arrays in groups, which go to another thread or on to disk as they are. Only
 * the matching looks into them.
 */
export type MatcherStore = { readonly [name: string]: ArrayBufferView<ArrayBuffer> | MatcherStore };

/** The names of statements by their places. */
export interface StatementIds {
  readonly length: number;
  at(place: number): string | undefined;
}

/** Statements by their places, of which each may be made only when it is asked for. */
export interface StatementList {
  readonly length: number;
  at(place: number): Statement | undefined;
}

/** Statements whose store was made before, elsewhere. */
export interface StoredStatements {
  readonly ids: StatementIds;
  /** Asked for few of them at a time, so that it may make each when it is asked. */
  at(place: number): Statement | undefined;
  readonly store: MatcherStore;
}

/** How sure the matcher must be before it answers; the thresholds belong to measured precisions. */
export type Strictness = 'strict' | 'balanced' | 'lenient';

export type DifferenceKind =
  | 'number'
  | 'date'
  | 'comparison'
  | 'negation'
  | 'direction'
  | 'quantifier'
  | 'role'
  /** Of somebody or somewhere else. */
  | 'name'
  /** Something else of the same sort: judges for prosecutors, buying for selling. */
  | 'object'
  /** Words of the asker that the claim has nothing for, where the text as a whole comes close to it. */
  | 'uncovered';

/** A place where the asker's text and the claim do not say the same, with the words on both sides. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The asker's words; empty when only the claim has something here. */
  readonly asked: string;
  /** The claim's words; empty when only the asker has something here. */
  readonly checked: string;
}

/** Why a candidate was chosen, for people who ask. */
export interface Evidence {
  /** Words that both sides share, as the asker wrote them, the rarest first. */
  readonly words: readonly string[];
  /** The wording of the claim that came closest, or undefined when the claim's own text did. */
  readonly wording: string | undefined;
  readonly numbers: readonly string[];
  readonly names: readonly string[];
}

export interface Candidate {
  readonly id: string;
  /** Comparable within one result only. */
  readonly score: number;
}

export interface Match {
  /** Best first; empty when no word is known. */
  readonly ranking: readonly Candidate[];
  /** Calibrated probability, 0 to 1, that the first candidate is the claim the text makes. */
  readonly confidence: number;
  readonly outcome: 'match' | 'ambiguous' | 'none';
  /** True when the text holds nothing that could be checked: a greeting, a joke, an order. */
  readonly nothingToCheck: boolean;
  /** Compared with the first candidate; empty when there is none. */
  readonly differences: readonly Difference[];
  readonly evidence: Evidence;
  /** How many of the ranking are near enough to be named: as candidates when ambiguous, as nearest when none, 1 when matched. */
  readonly near: number;
}

/**
 * Statements with what each counts, in the order of their places: whoever shows some of them sorts those. Good until the same matcher
 * is searched again, which writes over them.
 */
export interface ScoredStatements {
  readonly places: Uint32Array;
  /** Of the statement at the same position in `places`. */
  readonly scores: Float32Array;
}

export interface MatchOptions {
  /** Length of the ranking; 10 unless given. */
  readonly limit?: number;
  /** Ids that must not be found. */
  readonly exclude?: Pick<ReadonlySet<string>, 'has'>;
  readonly strictness?: Strictness;
}

/** Finds the statement that a text makes. Immutable once built. */
export interface Matcher {
  match(text: string, options?: MatchOptions): Match;
  /**
   * Finds the statements that have any of the words being typed, of which the last may be unfinished. No abstention. The
   * scores may be compared with those of other matchers for the same words.
   * @param passes whether the statement of a place may be found
   */
  search(words: string, passes: (place: number) => boolean): ScoredStatements;
  /** Whether two texts have the same words in the same order, but for their endings and little words. */
  haveSameWords(one: string, other: string): boolean;
  /** Ids of the statements that name a page which the text links to, in their order. */
  citing(text: string): readonly string[];
}

export type CreateMatcher = (statements: readonly Statement[] | StoredStatements) => Matcher;
