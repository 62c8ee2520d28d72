import { isUtf8 } from 'node:buffer';
import type { Position } from './position.ts';

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly firstBad: Position };

/** Decodes UTF-8 without guessing: a byte that is not UTF-8 is a mistake, not a question mark. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  const decoder = new TextDecoder('utf-8');
  if (isUtf8(bytes)) return { ok: true, text: decoder.decode(bytes) };
  // No multi-byte sequence holds a line feed, so lines can be judged one by one.
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    const slice = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(slice) || end === -1) {
      const column = decoder.decode(slice).indexOf('\uFFFD') + 1;
      return { ok: false, firstBad: { line, column: Math.max(1, column) } };
    }
    start = end + 1;
    line += 1;
  }
}
