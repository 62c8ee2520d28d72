/** Strings by their places. */
export interface StringList {
  readonly length: number;
  /** Empty outside the list. */
  at(place: number): string;
}

/**
 * Strings one after the other in a typed array, which goes to another thread or on to disk without any of them being
 * touched. A type, not an interface, so that it counts as a record of typed arrays.
 */
export type PackedStrings = {
  /** UTF-16 units: bytes where none is above 255. */
  readonly units: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  /** The units from `starts[i]` to `starts[i + 1]` are string `i`. */
  readonly starts: Uint32Array<ArrayBuffer>;
};

export function packStrings(strings: readonly string[]): PackedStrings {
  const starts = new Uint32Array(strings.length + 1);
  let highest = 0;
  strings.forEach((string, place) => {
    starts[place + 1] = (starts[place] as number) + string.length;
    for (let at = 0; at < string.length; at += 1) {
      highest = Math.max(highest, string.charCodeAt(at));
    }
  });
  const size = starts[strings.length] as number;
  const units = highest < 256 ? new Uint8Array(size) : new Uint16Array(size);
  strings.forEach((string, place) => {
    const start = starts[place] as number;
    for (let at = 0; at < string.length; at += 1) units[start + at] = string.charCodeAt(at);
  });
  return { units, starts };
}

export function openStrings({ units, starts }: PackedStrings): StringList {
  const { buffer, byteOffset, byteLength, BYTES_PER_ELEMENT: width } = units;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const encoding = width === 1 ? 'latin1' : 'utf16le';
  const length = starts.length - 1;
  return {
    length,
    at: (place) =>
      place < 0 || place >= length
        ? ''
        : bytes.toString(
            encoding,
            (starts[place] as number) * width,
            (starts[place + 1] as number) * width,
          ),
  };
}

/** Finds strings among packed ones: an open-addressed table of places, each one more, with 0 for an empty slot. */
export type Slots = Uint32Array<ArrayBuffer>;

/** @param strings each once */
export function hashStrings(strings: readonly string[]): Slots {
  // At most half full, so that a search soon meets an empty slot.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(strings.length * 2 + 1)));
  const mask = slots.length - 1;
  strings.forEach((string, place) => {
    let slot = hashOf(string) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = place + 1;
  });
  return slots;
}

/** Gives the place of a string, or -1. */
export function createPlaceFinder(
  { units, starts }: PackedStrings,
  slots: Slots,
): (string: string) => number {
  const mask = slots.length - 1;
  const isAt = (place: number, string: string): boolean => {
    const start = starts[place] as number;
    if ((starts[place + 1] as number) - start !== string.length) return false;
    for (let at = 0; at < string.length; at += 1) {
      if (units[start + at] !== string.charCodeAt(at)) return false;
    }
    return true;
  };
  return (string) => {
    for (let slot = hashOf(string) & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] as number) - 1;
      if (place < 0 || isAt(place, string)) return place;
    }
  };
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones that tables go by. */
function hashOf(string: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < string.length; at += 1) {
    value = Math.imul(value ^ string.charCodeAt(at), 0x01000193);
  }
  return value ^ (value >>> 15);
}
