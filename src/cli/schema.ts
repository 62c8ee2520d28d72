import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { print } from '../print.ts';
import { runProgram } from '../program.ts';
import { jsonSchemaFiles } from '../storage/packs/json-schemas.ts';

const description = {
  command: 'npm run schema',
  does: 'Writes the JSON Schemas that editors use beside the packs. Run it after a change to the zod schemas.',
  operand: { name: '[DIR]', says: 'The folder to write them to. Without it: data.' },
  options: {},
  examples: ['npm run schema'],
  exitCodes: { 0: 'They are written.', 1: 'They can’t be written.' },
} as const;

async function main([dir = 'data']: readonly string[]): Promise<void> {
  for (const { name, text } of jsonSchemaFiles()) {
    const path = join(dir, name);
    await writeFile(path, text);
    print(`Wrote ${path}`);
  }
}

await runProgram(description, ({ positionals }) => main(positionals));
