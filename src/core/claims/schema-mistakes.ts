import type { z } from 'zod';
import { withoutHidden } from '../texts/hidden-characters.ts';
import { nearestWord } from '../texts/nearest-word.ts';
import { type FieldMistake, type FieldPath, fieldPathToText } from './field-mistake.ts';
import { createSchemaOutline, type Outlined } from './schema-outline.ts';

type Issue = z.core.$ZodIssue;

/** Says what zod found in sentences for people who write claims and don't know zod. */
export function createSchemaMistakes(
  schema: z.ZodType,
): (data: unknown, error: z.ZodError) => readonly FieldMistake[] {
  let outlineOf: ReturnType<typeof createSchemaOutline> | undefined;
  return (data, { issues }) => {
    // To be read takes long, and most files hold no mistake.
    outlineOf ??= createSchemaOutline(schema);
    const mistakes: FieldMistake[] = [];
    const misspelt = new Set<string>();
    for (const { path, keys } of issues.flatMap(unknownKeys)) {
      const { fields } = outlineOf(path);
      for (const key of keys) {
        const near = nearestWord(key, fields);
        if (near) misspelt.add(fieldPathToText([...path, near]));
        mistakes.push({
          path: [...path, key],
          at: 'key',
          message: unknown(key, path, fields, near),
        });
      }
    }
    for (const issue of issues.filter(({ code }) => code !== 'unrecognized_keys')) {
      const path = pathOf(issue);
      const value = valueAt(data, path);
      if (value !== undefined) mistakes.push({ path, message: invalidValue(issue, path, value) });
      else if (!misspelt.has(fieldPathToText(path))) {
        mistakes.push({ path, message: missing(path, outlineOf(path)) });
      }
    }
    return mistakes;
  };
}

function pathOf({ path }: Issue): FieldPath {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function unknownKeys(issue: Issue): readonly { path: FieldPath; keys: readonly string[] }[] {
  return issue.code === 'unrecognized_keys' ? [{ path: pathOf(issue), keys: issue.keys }] : [];
}

function unknown(
  key: string,
  path: FieldPath,
  fields: readonly string[],
  near: string | undefined,
): string {
  const place = fieldPathToText(path) || 'this file';
  const advice = near ? `did you mean "${near}"?` : `remove it; ${place} has ${fields.join(', ')}`;
  return `is not a known field${noBreakSpaceIn(key) ? `, it holds ${noBreakSpace}` : ''}: ${advice}`;
}

function missing(path: FieldPath, { description }: Outlined): string {
  const field = String(path.at(-1));
  return `is missing: add "${field}:"${description ? ` (${description})` : ''}`;
}

function invalidValue(issue: Issue, path: FieldPath, value: unknown): string {
  switch (issue.code) {
    case 'invalid_value':
      // YAML reads a bare true or false as a boolean, and two verdicts are called so.
      if (issue.values.includes(String(value))) return unquoted(value);
      return `${shown(value)} is not a ${path.at(-1)}: use one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return wrongType(issue.expected, path, value);
    case 'invalid_union':
      return `${shown(value)} is not accepted: ${unionAdvice(issue.errors)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is ${String(value).trim().length} characters long: shorten it to at most ${issue.maximum}`
        : `is too big: use at most ${issue.maximum}`;
    case 'invalid_format':
      return `${shown(value)} is not accepted: ${issue.message}`;
    case 'custom':
      return `${shown(value)} ${issue.message}`;
    default:
      // Small values have messages of their own in the schema.
      return issue.message;
  }
}

const wanted: Readonly<Record<string, string>> = {
  string: 'write text',
  boolean: 'write true or false',
  number: 'write a number',
  array: 'write a list, each item on a line of its own after "- "',
  object: 'write fields, each on a line of its own',
  record: 'write fields, each on a line of its own',
};

function wrongType(expected: string, path: FieldPath, value: unknown): string {
  const advice = wanted[expected] ?? `write ${expected}`;
  if (expected === 'string' && /number|boolean/.test(typeof value)) return unquoted(value);
  if (value === null) return `is empty: ${advice}`;
  // What is no claim at all may be somebody's secret: a mistake tells what it is, not what it says.
  if (path.length === 0) return `holds ${kindOf(value)}: ${advice}`;
  const cure = expected === 'string' && typeof value === 'object' ? `; ${quotesNeeded(value)}` : '';
  return `${shown(value)} is not accepted here: ${advice}${cure}`;
}

/** A text that YAML took for something else. */
function quotesNeeded(value: object): string {
  return Array.isArray(value)
    ? 'a text that begins with "[" or "- " needs quotation marks'
    : 'a text with ": " in it, or one that begins with "{", needs quotation marks';
}

function unquoted(value: unknown): string {
  return `${value} is read as a ${typeof value}: put it in quotes, "${value}"`;
}

function unionAdvice(alternatives: readonly (readonly Issue[])[]): string {
  const kinds = alternatives.flatMap(([first]) =>
    first?.code === 'invalid_type' ? first.expected : [],
  );
  return wanted[kinds[0] ?? ''] ?? 'see the schema beside the packs';
}

/** A value as it may stand in a message: short, on one line. */
function shown(value: unknown): string {
  if (typeof value !== 'string') return value instanceof Object ? kindOf(value) : String(value);
  const line = withoutHidden(value)
    .replace(/[^\S\u00A0]+/g, ' ')
    .trim();
  const short = line.length > 60 ? `${line.slice(0, 60)}…` : line;
  return `"${short}"${noBreakSpaceIn(value) ? `, with ${noBreakSpace},` : ''}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object'
    ? 'a map of fields'
    : `only a ${typeof value === 'string' ? 'text' : typeof value}`;
}

/** Looks like a space, and is none to a program. */
const noBreakSpace = 'a no-break space (U+00A0)';

function noBreakSpaceIn(value: string): boolean {
  return value.includes('\u00A0');
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    return Object.getOwnPropertyDescriptor(value, step)?.value;
  }, data);
}
