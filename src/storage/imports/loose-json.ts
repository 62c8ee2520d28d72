import { jsonrepair } from 'jsonrepair';

/** A few times what a page says of itself; the time that mending takes grows with the square. In UTF-16 units. */
export const maxBroken = 32 * 1024;

/**
 * Parses JSON as publishers write it: quotation marks and line ends that nobody escaped are mended. Undefined where it is none.
 */
export function parseLoosely(text: string): unknown {
  const parsed = parseJson(text);
  return parsed ? parsed.value : mended(text);
}

/** Undefined where it is no JSON as it stands. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export function isJson(text: string): boolean {
  return parseJson(text) !== undefined;
}

/** Only what is meant as JSON: the library would make a string out of anything. */
function mended(text: string): unknown {
  if (text.length > maxBroken || !/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(jsonrepair(text));
  } catch {
    return undefined;
  }
}
