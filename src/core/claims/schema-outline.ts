import { z } from 'zod';
import type { FieldPath } from './field-mistake.ts';

type Outline = z.core.JSONSchema.BaseSchema;

/** What a schema says about one place in a file, for messages that help. */
export interface Outlined {
  readonly description: string | undefined;
  readonly fields: readonly string[];
}

/** A view of a schema by path. Read from its JSON Schema, the one public form that can be walked. */
export function createSchemaOutline(schema: z.ZodType): (path: FieldPath) => Outlined {
  const root = z.toJSONSchema(schema, { io: 'input' });
  return (path) => {
    const place = path.reduce<Outline | undefined>(step, root);
    return {
      description: place?.description,
      fields: fieldsOf(place),
    };
  };
}

function fieldsOf(place: Outline | undefined): readonly string[] {
  const names = place?.propertyNames;
  if (isOutline(names)) return names.enum?.map(String) ?? [];
  return Object.keys(firstWith(place, 'properties')?.properties ?? {});
}

function step(place: Outline | undefined, name: string | number): Outline | undefined {
  if (typeof name === 'number') {
    const items = firstWith(place, 'items')?.items;
    return isOutline(items) ? items : undefined;
  }
  const property = firstWith(place, 'properties')?.properties?.[name];
  return isOutline(property) ? property : undefined;
}

/** The place itself, or the alternative that is a list or a map where it may also be null. */
function firstWith(place: Outline | undefined, key: 'items' | 'properties'): Outline | undefined {
  if (place?.[key]) return place;
  return place?.anyOf?.filter(isOutline).find((alternative) => alternative[key]);
}

function isOutline(value: unknown): value is Outline {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
