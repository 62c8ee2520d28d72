import type { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import { type FieldMistake, fieldPathToText } from '../../core/claims/field-mistake.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import { createSchemaMistakes } from '../../core/claims/schema-mistakes.ts';
import type { PackTextFile } from './pack-text.ts';
import { parseYaml } from './yaml-positions.ts';

/** A file held against the schema of its kind. */
export interface CheckedFile<Content> {
  readonly source: PackTextFile;
  /** What the file says, whether or not it fits the schema; undefined when it is not even YAML. */
  readonly data: unknown;
  /** Undefined when the data does not fit the schema; `mistakes` say why. */
  readonly content: Content | undefined;
  readonly mistakes: readonly Mistake[];
  /** Gives mistakes found later their place in this file. */
  place(found: readonly FieldMistake[]): readonly Mistake[];
}

export function createFileCheck<Content>(
  schema: z.ZodType<Content>,
): (source: PackTextFile) => CheckedFile<Content> {
  const schemaMistakes = createSchemaMistakes(schema);
  return (source) => {
    const { file } = source;
    const parsed = parseYaml(source.text);
    if (!parsed.ok) {
      const mistakes = parsed.mistakes.map((mistake) => ({ file, field: 'yaml', ...mistake }));
      return { source, data: undefined, content: undefined, mistakes, place: () => [] };
    }
    const { data, positionOf } = parsed.yaml;
    const place = (found: readonly FieldMistake[]): readonly Mistake[] =>
      found.map(({ path, message, at }) => ({
        file,
        ...positionOf(path, at),
        field: fieldPathToText(path) || 'file',
        message,
      }));
    const checked = schema.safeParse(data);
    const mistakes = checked.success ? [] : place(schemaMistakes(data, checked.error));
    return { source, data, content: checked.data, mistakes, place };
  };
}

export const checkClaimFile = createFileCheck(claimSchema);
