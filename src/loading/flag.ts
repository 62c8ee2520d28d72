/** What one thread raises for another to see, at any time and for good. */
export type Flag = Int32Array<SharedArrayBuffer>;

export function createFlag(): Flag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

export function raise(flag: Flag): void {
  Atomics.store(flag, 0, 1);
}

export function isRaised(flag: Int32Array): boolean {
  return Atomics.load(flag, 0) !== 0;
}
