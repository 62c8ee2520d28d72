import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemaFiles } from '../storage/json-schemas.ts';

/** Writes the JSON Schemas that editors use beside the packs; run it after a change to the zod schemas. */
const dir = process.argv[2] ?? 'data';
for (const { name, text } of jsonSchemaFiles()) {
  const path = join(dir, name);
  await writeFile(path, text);
  console.log(`Wrote ${path}`);
}
