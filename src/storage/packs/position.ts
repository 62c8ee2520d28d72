/** A place in a text. Both from 1; the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong at a place in a file whose fields can't be told, or are not what is wrong. */
export interface TextMistake extends Position {
  readonly message: string;
}
