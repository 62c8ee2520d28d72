/** Digits of whatever script as `0` to `9`, full-width forms as usual ones, and the decimal sign of Arabic as a point. */
export function asciiDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(decimalOf(digit)))
    .replaceAll('٫', '.');
}

/** The digits of a script stand side by side, the one for zero first. */
function decimalOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
