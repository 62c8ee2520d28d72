import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jsonSchemaFiles } from '../storage/packs/json-schemas.ts';
import { tellWhyNotStarted } from '../tell-why-not-started.ts';

/** Writes the JSON Schemas that editors use beside the packs; run it after a change to the zod schemas. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const dir = positionals[0] ?? 'data';
  for (const { name, text } of jsonSchemaFiles()) {
    const path = join(dir, name);
    await writeFile(path, text);
    console.log(`Wrote ${path}`);
  }
}

await main().catch(tellWhyNotStarted);
