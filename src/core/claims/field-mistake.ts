/** The way to a value in a file: `['sources', 0, 'quote']`. */
export type FieldPath = readonly (string | number)[];

/** A mistake known by its field; the reader of the file knows the line. */
export interface FieldMistake {
  readonly path: FieldPath;
  readonly message: string;
  /** Whether to point at the field's name or at what stands after it; the value unless given. */
  readonly at?: 'key' | 'value';
}

/** `['sources', 0, 'quote']` → `sources[0].quote`. */
export function fieldPathToText(path: FieldPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
