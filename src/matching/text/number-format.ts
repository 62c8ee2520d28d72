/**
 * The value's digits, however the language groups them: `1,450,000`, `1.450.000`, `1 450 000` and `14,50,000` in threes
 * and twos, `1.45` and `1,45` with decimals. `1,450` is grouped; `1.450` could be either, see `isGroupedByPoint`.
 */
export function plainDigits(written: string): string {
  if (!/[.,]/.test(written)) return written;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)) return written.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}(?:\.\d{3})+,\d+$/.test(written))
    return written.replaceAll('.', '').replace(',', '.');
  // Indian grouping: 10,00,000.
  if (/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(written)) return written.replaceAll(',', '');
  return written.replace(/^(\d+),(\d+)$/, '$1.$2');
}

/**
 * Whether the point in `12.000` parts thousands, as in most of Europe and Latin America. Where English writes three
 * decimals, a magnitude follows ("1.125 million"), so that this is only asked of numbers without one.
 */
export function isGroupedByPoint(digits: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(digits);
}

/** The code point of each script's zero, for scripts whose digits people type. */
const otherZeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6];

/** Digits of other scripts and their separators as on a keyboard: `٣٫٥` → `3.5`, `२०१५` → `2015`. */
export function asciiDigits(text: string): string {
  if (!/[\u0660-\u0ce6]/.test(text)) return text;
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = otherZeros.find((first) => code >= first && code < first + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/\u066a/g, '%');
}

/** `25 000` is one number to those who part thousands by a blank, and nobody counts anything by `000`. */
export function joinThousands(text: string): string {
  if (!text.includes(' 000')) return text;
  return text.replace(/(?<![\d.,])(\d{1,3}) 000(?: 000)*(?!\d)/g, (number) =>
    number.replaceAll(' ', ''),
  );
}
