import { asciiDigits, joinThousands, plainDigits } from './number-format.ts';

/** A word of a normalised text. `end` is exclusive; offsets are UTF-16 units of that text. */
export interface Word {
  /** As written. */
  readonly written: string;
  /** For comparing: lower case, without accents, apostrophes and thousands separators. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** In UTF-16 units. What a text is about is said by then, and no text can take long to read. */
const longestText = 12_000;

/**
 * Brings the many ways of writing the same text together: Unicode NFKC, invisible characters out, typographic quotes,
 * apostrophes and dashes as on a keyboard, white space as single blanks. Case and accents stay. What lies beyond `longestText` is left out. Idempotent.
 */
export function normaliseText(text: string): string {
  const begun = text.slice(0, longestText);
  // Most text is plain ASCII with single blanks, and that is already in its normal form.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(begun)) return joinThousands(begun);
  // NFKC makes up to 18 characters of one, so that the limit is kept again.
  return joinThousands(
    asciiDigits(begun.normalize('NFKC').slice(0, longestText))
      // \p{Cf} holds zero-width characters, bidi controls and tags; the rest are variation selectors and lone surrogates.
      .replace(/[\p{Cf}\p{Variation_Selector}\p{Cs}]/gu, '')
      .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/g, "'")
      .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      // Taking characters out can bring a letter and its accent together.
      .normalize('NFC'),
  );
}

/** In letters. What is longer is no word: it is compared as it stands, neither stemmed nor taken apart. */
export const longestWord = 40;

/** Letters and marks of scripts written without blanks between words, for a class in a `v` pattern. */
export const unspaced =
  '[\\p{L}\\p{M}]&&[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
/** All other letters and marks, and those with digits, as classes of such a pattern. */
export const letter = `[[\\p{L}\\p{M}]--[${unspaced}]]`;
export const letterOrDigit = `[[\\p{L}\\p{M}\\p{N}]--[${unspaced}]]`;

/**
 * Numbers with their inner separators (1,450,000 and 1.45), abbreviations with dots (U.S.), runs of letters, marks and
 * digits with inner apostrophes (don't), and runs of a script without blanks, which numbers and other words end. No
 * alternative can match the same characters twice, so the time is linear.
 */
const wordPattern = new RegExp(
  `\\p{Nd}+(?:[.,]\\p{Nd}+)*(?:${letter}${letterOrDigit}*)?|(?<![\\p{L}\\p{Nd}])(?:\\p{Lu}\\.){2,}|${letter}${letterOrDigit}*(?:'${letter}+)*|[${unspaced}]+`,
  'gv',
);

const unspacedWord = new RegExp(`^[${unspaced}]`, 'v');

/** Whether a folded word is a run of a script written without blanks between words. */
export function isUnspaced(folded: string): boolean {
  return folded.charCodeAt(0) > 0x0e00 && unspacedWord.test(folded);
}

/**
 * The first words of a text that went through `normaliseText`, at most so many. Scripts without blanks come as one word a
 * run.
 */
export function splitWords(text: string, most = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = [];
  eachMatch(wordPattern, text, (written, start) => {
    words.push({ written, folded: foldWord(written), start, end: start + written.length });
    return words.length < most;
  });
  return words;
}

/**
 * Calls `visit` with every match of a global pattern, until it says `false`; a third faster than `matchAll`, which copies the
 * pattern.
 */
export function eachMatch(
  pattern: RegExp,
  text: string,
  visit: (match: string, start: number) => boolean | undefined,
): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (visit(match[0], match.index) === false) return;
  }
}

/**
 * `Café` → `cafe`, `don't` → `dont`, `U.S.` → `us`, `1,450,000` → `1450000`; `1.45` keeps its point. In other languages:
 * letters that people without them on the keyboard write otherwise (`Straße` → `strasse`), and the article before an
 * apostrophe (`l'énergie` → `energie`).
 */
export function foldWord(written: string): string {
  let folded = (written.includes("'") ? written.replace(elision, '') : written).toLowerCase();
  if (/[^\x20-\x7e]/.test(folded)) folded = foldLetters(folded);
  if (folded.includes("'")) {
    folded = folded.replace(/'s$/, '').replaceAll("'", '');
  }
  if (/^\d/.test(folded)) {
    const digits = /^[\d.,]+/.exec(folded)?.[0] ?? '';
    return plainDigits(digits) + folded.slice(digits.length);
  }
  return folded.replaceAll('.', '');
}

/** French, Italian and Catalan drop the vowel of short words before another one; before a capital it is a name (L'Oréal). */
const elision =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|dell|all|nell|sull|dall|[CDJLMNST]|Qu|Jusqu|Lorsqu|Puisqu|Un|Dell|All|Nell|Sull|Dall)'(?=[aeiouyhàâäáéèêëíîïóôöúùûœ])/;

/** Letters that are no accented ones, and what stands for them where they cannot be typed. */
const substitutes: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  // Arabic: alef with hamza or madda, final ya and ta marbuta are left bare as often as not.
  '\u0671': '\u0627',
  '\u0649': '\u064a',
  '\u0629': '\u0647',
  // Devanagari: the dot of the nasal for the crescent.
  '\u0901': '\u0902',
};
const substituted = new RegExp(`[${Object.keys(substitutes).join('')}]`, 'g');

function foldLetters(lower: string): string {
  return (
    lower
      .normalize('NFD')
      // Only accents go, with Arabic vowel and hamza signs, its lengthening stroke and Devanagari's dot below: the other
      // vowel signs are marks too, and they carry meaning.
      .replace(/[\u0300-\u036f\u0640\u064b-\u0655\u093c]/g, '')
      .replace(substituted, (letter) => substitutes[letter] ?? letter)
      // Katakana as hiragana: animals and plants are written in both.
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .normalize('NFC')
  );
}
