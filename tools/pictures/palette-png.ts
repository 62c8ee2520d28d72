import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel: 3, or 4 with an alpha that is ignored. */
  readonly depth: number;
  readonly bytes: Buffer;
}

/**
 * A PNG with at most 256 colours, a third of the size or less: text on a few flat colours loses nothing that is seen.
 * Takes what Chromium writes: 8 bits a channel, no interlacing (PNG specification, 3rd edition, sections 9 and 11).
 */
export function toPalettePng(png: Buffer): Buffer {
  const pixels = decode(png);
  const colours = countColours(pixels);
  const palette = choosePalette(colours);
  const indexes = new Map([...colours.keys()].map((colour) => [colour, nearest(colour, palette)]));
  return encode(pixels, palette, indexes);
}

/** The most used, after one for each shade that a reader tells apart: a word in a colour of its own keeps it. */
function choosePalette(colours: ReadonlyMap<number, number>): readonly number[] {
  const byUse = [...colours].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const shades = new Map<number, number>();
  for (const colour of byUse) {
    const shade = colour & 0xe0e0e0;
    if (!shades.has(shade)) shades.set(shade, colour);
  }
  return [...new Set([...shades.values(), ...byUse])].slice(0, 256);
}

function countColours({ depth, bytes }: Pixels): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < bytes.length; at += depth) {
    const colour = bytes.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((other) =>
    [16, 8, 0].reduce(
      (sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2,
      0,
    ),
  );
  return distances.indexOf(Math.min(...distances));
}

function encode(
  { width, height, depth, bytes }: Pixels,
  palette: readonly number[],
  indexes: ReadonlyMap<number, number>,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    // Each row begins with its filter: 0, none, which suits a palette.
    const at = pixel + Math.floor(pixel / width) + 1;
    rows[at] = indexes.get(bytes.readUIntBE(pixel * depth, 3)) ?? 0;
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}

function decode(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const depth = png[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    const end = at + 8 + png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, end));
  }
  const filtered = inflateSync(Buffer.concat(data));
  const stride = width * depth;
  const bytes = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column < depth ? 0 : (bytes[at - depth] ?? 0);
      const up = row === 0 ? 0 : (bytes[at - stride] ?? 0);
      const corner = row === 0 || column < depth ? 0 : (bytes[at - stride - depth] ?? 0);
      bytes[at] = (filtered[at + row + 1] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return { width, height, depth, bytes };
}

/** What a filter expects a byte to be, from its neighbours. */
function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 4) {
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) return left;
    return toUp <= toCorner ? up : corner;
  }
  return 0;
}
