/**
 * Adds a square matrix, row by row, times a vector: `at` and `outAt` are where the vectors begin. Four sums a row, since a
 * processor does not wait for one to add to another; the width is a multiple of four.
 */
export function addProduct(
  matrix: Float64Array,
  vector: Float64Array,
  at: number,
  out: Float64Array,
  outAt: number,
  width: number,
): void {
  for (let row = 0; row < width; row += 1) {
    const from = row * width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let column = 0; column < width; column += 4) {
      const cell = from + column;
      const own = at + column;
      a += (matrix[cell] as number) * (vector[own] as number);
      b += (matrix[cell + 1] as number) * (vector[own + 1] as number);
      c += (matrix[cell + 2] as number) * (vector[own + 2] as number);
      d += (matrix[cell + 3] as number) * (vector[own + 3] as number);
    }
    out[outAt + row] = (out[outAt + row] as number) + (a + b) + (c + d);
  }
}

/** Adds a vector so many times. */
export function addVector(
  vector: Float64Array,
  at: number,
  times: number,
  out: Float64Array,
  outAt: number,
  width: number,
): void {
  if (times === 0) return;
  for (let k = 0; k < width; k += 1) {
    out[outAt + k] = (out[outAt + k] as number) + times * (vector[at + k] as number);
  }
}

export function dot(
  one: Float64Array,
  at: number,
  other: Float64Array,
  otherAt: number,
  width: number,
): number {
  let sum = 0;
  for (let k = 0; k < width; k += 1) {
    sum += (one[at + k] as number) * (other[otherAt + k] as number);
  }
  return sum;
}

/** Sets what is below zero to zero. */
export function rectify(values: Float64Array, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    if ((values[at] as number) < 0) values[at] = 0;
  }
}
