import { openSource } from './open-source.ts';
import { kindOf } from './read-records.ts';
import type { SourceKind } from './source-kinds.ts';

/** Enough for the first line of most feeds, in UTF-16 units. */
const beginning = 256 * 1024;

/**
 * How what an address gave is read: by the name in the address, else by how it begins. What the server calls it is not asked:
 * many call everything a text.
 */
export async function sniffKind(
  address: string,
  path: string,
  language: string,
): Promise<SourceKind> {
  const named = kindOf(new URL(address).pathname);
  if (named) return named;
  const text = (await textAtStart(path, language)).replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('{')) return isWhole(text.split('\n', 1)[0]) ? 'lines' : 'document';
  return /^[[<]/.test(text) ? 'document' : 'table';
}

async function textAtStart(path: string, language: string): Promise<string> {
  let text = '';
  for await (const piece of openSource(path, language)) {
    text += piece;
    if (text.length > beginning) break;
  }
  return text;
}

function isWhole(line = ''): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
