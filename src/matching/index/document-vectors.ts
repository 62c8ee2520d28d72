import type { Lexicon } from './lexicon.ts';
import { parts } from './parts.ts';
import type { Units } from './units.ts';

/**
 * What each document says in its text, title and wordings, as the mean of its words' vectors by their rarity.
 * @param onDocument called after each
 */
export function documentVectorsOf(
  { unitStarts, unitParts, tokenStarts, tokens }: Units,
  rarities: Float32Array,
  lexiconPlaces: Int32Array,
  { dimensions, vectors }: Lexicon,
  onDocument: () => void,
): Int8Array<ArrayBuffer> {
  const documents = unitStarts.length - 1;
  const said = new Set(
    ['text', 'title', 'wording'].map((part) => (parts as readonly string[]).indexOf(part)),
  );
  const directions = new Int8Array(documents * dimensions);
  const sum = new Float32Array(dimensions);
  for (let document = 0; document < documents; document += 1) {
    let isKnown = false;
    sum.fill(0);
    for (let unit = unitStarts[document] ?? 0; unit < (unitStarts[document + 1] ?? 0); unit += 1) {
      if (!said.has(unitParts[unit] ?? 0)) continue;
      for (let at = tokenStarts[unit] ?? 0; at < (tokenStarts[unit + 1] ?? 0); at += 1) {
        const term = tokens[at] ?? 0;
        const place = lexiconPlaces[term] ?? -1;
        if (place < 0) continue;
        isKnown = true;
        addScaled(sum, vectors, place * dimensions, rarities[term] ?? 0);
      }
    }
    if (isKnown) writeDocumentVector(sum, directions, document * dimensions);
    onDocument();
  }
  return directions;
}

export function addScaled(
  sum: Float32Array,
  vectors: Int8Array,
  start: number,
  weight: number,
): void {
  for (let k = 0; k < sum.length; k += 1) {
    sum[k] = (sum[k] as number) + weight * (vectors[start + k] as number);
  }
}

/** Writes the same direction with length 127. */
export function writeDocumentVector(sum: Float32Array, to: Int8Array, start: number): void {
  let square = 0;
  for (let k = 0; k < sum.length; k += 1) square += (sum[k] as number) ** 2;
  const scale = 127 / (Math.sqrt(square) || 1);
  for (let k = 0; k < sum.length; k += 1) to[start + k] = Math.round((sum[k] as number) * scale);
}
