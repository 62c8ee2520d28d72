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

export const noStrings: PackedStrings = { units: new Uint8Array(), starts: Uint32Array.of(0) };

export function packStrings(strings: readonly string[]): PackedStrings {
  const starts = new Uint32Array(strings.length + 1);
  let highest = 0;
  strings.forEach((string, place) => {
    starts[place + 1] = (starts[place] as number) + string.length;
    for (let at = 0; at < string.length; at += 1) {
      highest = Math.max(highest, string.charCodeAt(at));
    }
  });
  const units = unitsFor(highest, starts);
  strings.forEach((string, place) => {
    const start = starts[place] as number;
    for (let at = 0; at < string.length; at += 1) units[start + at] = string.charCodeAt(at);
  });
  return { units, starts };
}

/** The strings at some places of a list, which may go on in another one. */
export function pickStrings(
  places: Uint32Array,
  list: PackedStrings,
  continued: PackedStrings = noStrings,
): PackedStrings {
  const length = list.starts.length - 1;
  const starts = new Uint32Array(places.length + 1);
  let highest = 0;
  /** Calls `visit` with all units of places that follow each other, in one piece: where few are new, there are few pieces. */
  const eachPiece = (visit: (units: PackedStrings['units'], number: number) => void): void => {
    for (let number = 0; number < places.length; ) {
      const place = places[number] as number;
      const isInList = place < length;
      const { units, starts: from } = isInList ? list : continued;
      const begin = number;
      number += 1;
      while (places[number] === place + number - begin && places[number] !== length) number += 1;
      const at = isInList ? place : place - length;
      visit(units.subarray(from[at], from[at + number - begin]), begin);
    }
  };
  for (let number = 0; number < places.length; number += 1) {
    const place = places[number] as number;
    const from = place < length ? list.starts : continued.starts;
    const at = place < length ? place : place - length;
    starts[number + 1] =
      (starts[number] as number) + (from[at + 1] as number) - (from[at] as number);
  }
  eachPiece((units) => {
    if (units instanceof Uint8Array) return;
    for (let at = 0; at < units.length; at += 1) highest = Math.max(highest, units[at] as number);
  });
  const units = unitsFor(highest, starts);
  eachPiece((some, number) => units.set(some, starts[number]));
  return { units, starts };
}

/** No wider than they must be, so that equal strings are packed into equal arrays. */
function unitsFor(highest: number, starts: Uint32Array): PackedStrings['units'] {
  const size = starts.at(-1) ?? 0;
  return highest < 256 ? new Uint8Array(size) : new Uint16Array(size);
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
export function hashStrings({ units, starts }: PackedStrings): Slots {
  const length = starts.length - 1;
  // At most half full, so that a search soon meets an empty slot.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(length * 2 + 1)));
  const mask = slots.length - 1;
  for (let place = 0; place < length; place += 1) {
    let value = hashStart;
    const end = starts[place + 1] as number;
    for (let at = starts[place] as number; at < end; at += 1) {
      value = hashStep(value, units[at] as number);
    }
    let slot = hashEnd(value) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = place + 1;
  }
  return slots;
}

/** Gives the place of a string, or -1. */
export function createPlaceFinder(
  strings: PackedStrings,
  slots: Slots,
): (string: string) => number {
  const mask = slots.length - 1;
  return (string) => {
    for (let slot = hashOf(string) & mask; ; slot = (slot + 1) & mask) {
      const place = (slots[slot] as number) - 1;
      if (place < 0 || isStringAt(strings, place, string)) return place;
    }
  };
}

/** The first unit of a string, or -1, without making the string. */
export function firstUnitAt({ units, starts }: PackedStrings, place: number): number {
  const start = starts[place] as number;
  return start < (starts[place + 1] as number) ? (units[start] as number) : -1;
}

/** Without making the one that is there. */
export function isStringAt(
  { units, starts }: PackedStrings,
  place: number,
  string: string,
): boolean {
  const start = starts[place] as number;
  if ((starts[place + 1] as number) - start !== string.length) return false;
  for (let at = 0; at < string.length; at += 1) {
    if (units[start + at] !== string.charCodeAt(at)) return false;
  }
  return true;
}

export function hashOf(string: string): number {
  let value = hashStart;
  for (let at = 0; at < string.length; at += 1) value = hashStep(value, string.charCodeAt(at));
  return hashEnd(value);
}

/** FNV-1a over UTF-16 units. */
const hashStart = 0x811c9dc5;

function hashStep(value: number, unit: number): number {
  return Math.imul(value ^ unit, 0x01000193);
}

/** With the high bits mixed into the low ones that tables go by. */
function hashEnd(value: number): number {
  return (value ^ (value >>> 15)) >>> 0;
}
