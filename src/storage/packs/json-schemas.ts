import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import { packSchema } from '../../core/claims/pack.ts';

export interface JsonSchemaFile {
  readonly name: string;
  readonly text: string;
}

/** What editors check and complete pack files with. It lies beside the packs; files name it in their first line. */
export function jsonSchemaFiles(): readonly JsonSchemaFile[] {
  return [
    { name: 'claim.schema.json', text: schemaToText(claimSchema) },
    { name: 'pack.schema.json', text: schemaToText(packSchema) },
  ];
}

function schemaToText(schema: z.ZodType): string {
  // Editors' YAML extensions know draft 7 best.
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`;
}
