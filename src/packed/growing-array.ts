/** A list of numbers that becomes a typed array without ever being an array of objects. */
export interface GrowingArray {
  push(value: number): void;
  length(): number;
  finish(): Uint32Array<ArrayBuffer>;
}

export function growingArray(capacity: number): GrowingArray {
  let buffer = new Uint32Array(Math.max(16, capacity));
  let used = 0;
  return {
    push(value) {
      if (used === buffer.length) {
        const larger = new Uint32Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[used] = value;
      used += 1;
    },
    length: () => used,
    finish: () => buffer.slice(0, used),
  };
}
