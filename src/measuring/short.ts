/** Four digits are more than the data can tell apart, and keep the file readable. */
export function short(value: number): number {
  return Number(value.toPrecision(4));
}
