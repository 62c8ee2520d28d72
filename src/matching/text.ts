/** A word of a normalised text. `end` is exclusive; offsets are UTF-16 units of that text. */
export interface Word {
  /** As written. */
  readonly written: string;
  /** For comparing: lower case, without accents, apostrophes and thousands separators. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Brings the many ways of writing the same text together: Unicode NFKC, invisible characters out, typographic quotes,
 * apostrophes and dashes as on a keyboard, white space as single blanks. Case and accents stay. Idempotent.
 */
export function normaliseText(text: string): string {
  // Most text is plain ASCII with single blanks, and that is already in its normal form.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  return (
    text
      .normalize('NFKC')
      // \p{Cf} holds zero-width characters, bidi controls and tags; the rest are variation selectors and lone surrogates.
      .replace(/[\p{Cf}\p{Variation_Selector}\p{Cs}]/gu, '')
      .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/g, "'")
      .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      // Taking characters out can bring a letter and its accent together.
      .normalize('NFC')
  );
}

/**
 * Numbers with their inner separators (1,450,000 and 1.45), abbreviations with dots (U.S.), and runs of letters, marks
 * and digits with inner apostrophes (don't). No alternative can match the same characters twice, so the time is linear.
 */
const wordPattern =
  /\p{Nd}+(?:[.,]\p{Nd}+)*(?:\p{L}[\p{L}\p{M}\p{Nd}]*)?|(?<![\p{L}\p{Nd}])(?:\p{Lu}\.){2,}|[\p{L}\p{M}][\p{L}\p{M}\p{Nd}]*(?:'[\p{L}\p{M}]+)*/gu;

/** The words of a text that went through `normaliseText`. Scripts without blanks come as one word a run. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: written, index } of text.matchAll(wordPattern)) {
    words.push({
      written,
      folded: foldWord(written),
      start: index,
      end: index + written.length,
    });
  }
  return words;
}

/** `Café` → `cafe`, `don't` → `dont`, `U.S.` → `us`, `1,450,000` → `1450000`; `1.45` keeps its point. */
export function foldWord(written: string): string {
  let folded = written.toLowerCase();
  if (/[^\x20-\x7e]/.test(folded)) {
    // Only accents go: the vowel signs of Indic scripts are marks too, and they carry meaning.
    folded = folded
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC');
  }
  if (folded.includes("'")) folded = folded.replace(/'s$/, '').replaceAll("'", '');
  if (/^\d/.test(folded)) return folded.replace(/,(?=\d{3}(?!\d))/g, '');
  return folded.replaceAll('.', '');
}
