import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * The keys of a `.env` file; none where there is no file. Node's own `loadEnvFile` takes a file that it may not read for a
 * missing one, and its `--env-file-if-exists` prints a line where there is none.
 * @throws {Error} why it can't be read.
 */
export function readEnvFile(path: string): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
