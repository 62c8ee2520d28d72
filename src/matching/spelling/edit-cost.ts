/**
 * What the letters between a misspelling and the word meant cost. How often people make each slip was counted on
 * misspelt tweets beside the originals: nine in ten letters lost are vowels or one of a double, so these are cheap;
 * letters put in or taken for others are rare, unless they sound alike.
 */
const vowelLost = 0.35;
const doubleLost = 0.4;
const lastLost = 0.7;
const letterLost = 1;
const doublePut = 0.3;
const vowelPut = 0.8;
const letterPut = 1;
const vowelForVowel = 0.8;
const alikeForAlike = 0.5;
const letterForLetter = 1.3;
const swapped = 0.75;

const soundAlike = ['sz', 'ck', 'cs', 'kq', 'fv', 'dt', 'iy', 'ei'];

const letters = 'abcdefghijklmnopqrstuvwxyz';
const a = 97;
const isVowel = Uint8Array.from(letters, (letter) => ('aeiouy'.includes(letter) ? 1 : 0));
const costOfChange = Float32Array.from({ length: letters.length ** 2 }, (_, pair) => {
  const one = letters[Math.floor(pair / letters.length)] ?? '';
  const other = letters[pair % letters.length] ?? '';
  if (one === other) return 0;
  if (soundAlike.includes(one + other) || soundAlike.includes(other + one)) return alikeForAlike;
  return [one, other].every((letter) => 'aeiouy'.includes(letter))
    ? vowelForVowel
    : letterForLetter;
});

/** In letters. A longer word is seldom a slip of another, and has too many neighbours to try. */
export const longestSpellable = 24;

/** Damerau and Levenshtein's distance with these costs, between words of the letters a to z. Gives up beyond `most`. */
export function editCost(misspelt: string, meant: string, most: number): number {
  if ((meant.length - misspelt.length) * vowelLost > most) return Number.POSITIVE_INFINITY;
  if ((misspelt.length - meant.length) * doublePut > most) return Number.POSITIVE_INFINITY;
  const width = meant.length;
  let [twoAbove, above, row] = rows;
  above[0] = 0;
  for (let j = 0; j < width; j += 1) {
    const code = meant.charCodeAt(j) - a;
    codes[j] = code;
    lost[j] = costOfLost(code, j === 0 ? -1 : (codes[j - 1] as number), j === width - 1);
    above[j + 1] = (above[j] as number) + (lost[j] as number);
  }
  let before = -1;
  for (let i = 0; i < misspelt.length; i += 1) {
    const code = misspelt.charCodeAt(i) - a;
    const put = code === before ? doublePut : isVowel[code] === 1 ? vowelPut : letterPut;
    let least = (above[0] as number) + put;
    row[0] = least;
    for (let j = 0; j < width; j += 1) {
      const other = codes[j] as number;
      let cost = (above[j] as number) + (costOfChange[code * letters.length + other] as number);
      const withPut = (above[j + 1] as number) + put;
      if (withPut < cost) cost = withPut;
      const withLost = (row[j] as number) + (lost[j] as number);
      if (withLost < cost) cost = withLost;
      if (i > 0 && j > 0 && other === before && code === codes[j - 1]) {
        const withSwap = (twoAbove[j - 1] as number) + swapped;
        if (withSwap < cost) cost = withSwap;
      }
      row[j + 1] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [twoAbove, above, row] = [above, row, twoAbove];
    before = code;
  }
  return above[width] as number;
}

function costOfLost(code: number, before: number, isLast: boolean): number {
  if (code === before) return doubleLost;
  if (isVowel[code] === 1) return vowelLost;
  return isLast ? lastLost : letterLost;
}

/** Rows of the table and what belongs to its columns, kept between calls, which nothing can interrupt. */
const newRow = () => new Float32Array(longestSpellable + 1);
const rows: readonly [Float32Array, Float32Array, Float32Array] = [newRow(), newRow(), newRow()];
const lost = newRow();
const codes = new Uint8Array(longestSpellable + 1);
