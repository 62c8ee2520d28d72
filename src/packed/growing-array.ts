/** A list of numbers that becomes a typed array without ever being an array of objects. */
export interface GrowingArray<Numbers = Uint32Array<ArrayBuffer>> {
  push(value: number): void;
  /** Room for so many more, to be filled before anything else is added. */
  extend(count: number): Numbers;
  length(): number;
  /** Nothing is copied: the numbers begin a buffer that may be longer, and the system has given no memory for the rest. */
  finish(): Numbers;
}

/**
 * How many numbers a list is likely to come to. Of room that is never used much is touched all the same where memory was in use before.
 * @param earlier what the list came to for so many entries as there were then
 */
export function likelyLength(
  entries: number,
  usual: number,
  earlier?: { readonly length: number; readonly entries: number },
): number {
  if (!earlier || earlier.entries === 0) return entries * usual;
  return Math.ceil((earlier.length * entries) / earlier.entries) + spare;
}

/** For some entries that are longer than they were. */
const spare = 1024;

export function growingArray(capacity: number): GrowingArray {
  return grow((length) => new Uint32Array(length), capacity);
}

export function growingBytes(capacity: number): GrowingArray<Uint8Array<ArrayBuffer>> {
  return grow((length) => new Uint8Array(length), capacity);
}

function grow<Numbers extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  make: (length: number) => Numbers,
  capacity: number,
): GrowingArray<Numbers> {
  let buffer = make(Math.max(16, capacity));
  let used = 0;
  const makeRoom = (count: number): void => {
    if (used + count <= buffer.length) return;
    const larger = make(Math.max(buffer.length * 2, used + count));
    larger.set(buffer.subarray(0, used));
    buffer = larger;
  };
  const part = (start: number): Numbers => buffer.subarray(start, used) as Numbers;
  return {
    push(value) {
      if (used === buffer.length) makeRoom(1);
      buffer[used] = value;
      used += 1;
    },
    extend(count) {
      makeRoom(count);
      used += count;
      return part(used - count);
    },
    length: () => used,
    finish: () => part(0),
  };
}
