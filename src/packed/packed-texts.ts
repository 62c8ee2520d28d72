import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
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
  /** The texts from `firsts[i]` to `firsts[i + 1]` are in block `i`. */
  readonly firsts: Uint32Array<ArrayBuffer>;
  /** Where each text ends in its block, in bytes before they were compressed; it begins where the one before it ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
};

/**
 * Fourteen or so texts of a kilobyte take a seventh of their room, and 30 µs to be had again. A block ends behind a text by what that
 * holds, not by its place: so behind one that was added or taken out the blocks are soon the same again.
 */
const endsBehindOneOf = 16;
const mostInBlock = 32;

function endsBlock(text: Uint8Array, count: number): boolean {
  return count === mostInBlock || crc32(text) % endsBehindOneOf === 0;
}

/** @param textAt asked only for texts of blocks that are not as they were */
export function packTexts(
  length: number,
  textAt: (place: number) => string,
  earlier?: Earlier<PackedTexts>,
): PackedTexts {
  const ends = new Uint32Array(length);
  const firsts: number[] = [];
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < length; ) {
    firsts.push(start);
    const known = earlier && knownBlock(earlier, start, length);
    if (known) {
      ends.set(known.ends, start);
      blocks.push(known.bytes);
      start += known.ends.length;
      continue;
    }
    const texts: Buffer[] = [];
    let size = 0;
    for (let isLast = false; !isLast && start < length; start += 1) {
      const text = Buffer.from(textAt(start));
      size += text.length;
      ends[start] = size;
      isLast = endsBlock(text, texts.push(text));
    }
    blocks.push(deflateRawSync(Buffer.concat(texts)));
  }
  return { ...joined(blocks), firsts: Uint32Array.from([...firsts, length]), ends };
}

export function openTexts({ blocks, blockStarts, firsts, ends }: PackedTexts): StringList {
  // Whoever walks over all of them unpacks each block once.
  let unpacked = { block: -1, bytes: Buffer.alloc(0) };
  const unpack = (block: number): Buffer => {
    if (unpacked.block !== block) {
      const packed = blocks.subarray(blockStarts[block], blockStarts[block + 1]);
      const size = ends[(firsts[block + 1] ?? 0) - 1] ?? 0;
      // With room for one byte more the end is seen in the first chunk: no second one, nothing to join.
      unpacked = { block, bytes: inflateRawSync(packed, { chunkSize: Math.max(64, size + 1) }) };
    }
    return unpacked.bytes;
  };
  return {
    length: ends.length,
    at(place) {
      if (place < 0 || place >= ends.length) return '';
      const block = blockOf(firsts, place);
      const start = firsts[block] === place ? 0 : ends[place - 1];
      return unpack(block).toString('utf8', start, ends[place]);
    },
  };
}

/** The block that holds a text. */
function blockOf(firsts: Uint32Array, place: number): number {
  let low = 0;
  let high = firsts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((firsts[middle] as number) <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** The earlier block that begins with the text at `start`, where it would come out the same. */
function knownBlock(
  { made: { blocks, blockStarts, firsts, ends }, placeOf }: Earlier<PackedTexts>,
  start: number,
  length: number,
): { readonly bytes: Uint8Array; readonly ends: Uint32Array } | undefined {
  const first = placeOf(start);
  if (first === undefined) return undefined;
  const block = blockOf(firsts, first);
  const last = firsts[block + 1] as number;
  const end = start + last - first;
  if (firsts[block] !== first || end > length) return undefined;
  // What only ended because nothing followed goes on where something does.
  if (last === ends.length && end < length) return undefined;
  for (let place = start; place < end; place += 1) {
    if (placeOf(place) !== first + place - start) return undefined;
  }
  return {
    bytes: blocks.subarray(blockStarts[block], blockStarts[block + 1]),
    ends: ends.subarray(first, last),
  };
}

function joined(blocks: readonly Uint8Array[]): Pick<PackedTexts, 'blocks' | 'blockStarts'> {
  const blockStarts = new Uint32Array(blocks.length + 1);
  for (const [block, { length }] of blocks.entries()) {
    blockStarts[block + 1] = (blockStarts[block] as number) + length;
  }
  const all = new Uint8Array(blockStarts[blocks.length] as number);
  for (const [block, bytes] of blocks.entries()) all.set(bytes, blockStarts[block]);
  return { blocks: all, blockStarts };
}
