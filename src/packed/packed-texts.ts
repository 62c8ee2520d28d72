import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Earlier } from './earlier.ts';
import type { StringList } from './packed-strings.ts';

/**
 * Long texts, compressed some at a time, in typed arrays: like strings of `packStrings`, for those of which few are ever asked for.
 */
export type PackedTexts = {
  /** Compressed, one block after the other. */
  readonly blocks: Uint8Array<ArrayBuffer>;
  /** The bytes from `blockStarts[i]` to `blockStarts[i + 1]` are block `i`. */
  readonly blockStarts: Uint32Array<ArrayBuffer>;
  /** Where each text ends in its block, in bytes before they were compressed; it begins where the one before it ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
};

/** So many texts of a kilobyte take a seventh of their room, and 30 µs to be had again. */
const textsInBlock = 16;

/** @param textAt asked only for texts of blocks that are not as they were */
export function packTexts(
  length: number,
  textAt: (place: number) => string,
  earlier?: Earlier<PackedTexts>,
): PackedTexts {
  const ends = new Uint32Array(length);
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < length; start += textsInBlock) {
    const end = Math.min(start + textsInBlock, length);
    const known = earlier && knownBlock(earlier, start, end);
    if (known) {
      ends.set(known.ends, start);
      blocks.push(known.bytes);
      continue;
    }
    const texts: Buffer[] = [];
    let size = 0;
    for (let place = start; place < end; place += 1) {
      const text = Buffer.from(textAt(place));
      size += text.length;
      ends[place] = size;
      texts.push(text);
    }
    blocks.push(deflateRawSync(Buffer.concat(texts)));
  }
  return { ...joined(blocks), ends };
}

export function openTexts({ blocks, blockStarts, ends }: PackedTexts): StringList {
  // Whoever walks over all of them unpacks each block once.
  let unpacked = { block: -1, bytes: Buffer.alloc(0) };
  const unpack = (block: number): Buffer => {
    if (unpacked.block !== block) {
      const packed = blocks.subarray(blockStarts[block], blockStarts[block + 1]);
      unpacked = { block, bytes: inflateRawSync(packed) };
    }
    return unpacked.bytes;
  };
  return {
    length: ends.length,
    at(place) {
      if (place < 0 || place >= ends.length) return '';
      const isFirst = place % textsInBlock === 0;
      const bytes = unpack(Math.floor(place / textsInBlock));
      return bytes.toString('utf8', isFirst ? 0 : ends[place - 1], ends[place]);
    },
  };
}

/** The block of texts that has these, and no others. */
function knownBlock(
  { made: { blocks, blockStarts, ends }, placeOf }: Earlier<PackedTexts>,
  start: number,
  end: number,
): { readonly bytes: Uint8Array; readonly ends: Uint32Array } | undefined {
  const first = placeOf(start);
  if (first === undefined || first % textsInBlock !== 0) return undefined;
  const last = first + end - start;
  if (last !== Math.min(first + textsInBlock, ends.length)) return undefined;
  for (let place = start; place < end; place += 1) {
    if (placeOf(place) !== first + place - start) return undefined;
  }
  const block = first / textsInBlock;
  return {
    bytes: blocks.subarray(blockStarts[block], blockStarts[block + 1]),
    ends: ends.subarray(first, last),
  };
}

function joined(blocks: readonly Uint8Array[]): Omit<PackedTexts, 'ends'> {
  const blockStarts = new Uint32Array(blocks.length + 1);
  for (const [block, { length }] of blocks.entries()) {
    blockStarts[block + 1] = (blockStarts[block] as number) + length;
  }
  const all = new Uint8Array(blockStarts[blocks.length] as number);
  for (const [block, bytes] of blocks.entries()) all.set(bytes, blockStarts[block]);
  return { blocks: all, blockStarts };
}
