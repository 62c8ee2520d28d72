/** Longer labels are whole articles; what comes later is not looked at. In UTF-16 units. */
const maxLength = 4000;

/** Equal for labels that differ only in case, marks or the signs between words: `half-true`, `Half True!`. */
export function labelKey(label: string): string {
  return label
    .slice(0, maxLength)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a label, as in its key; in Chinese, which parts no words, each sign is one. */
export function labelWords(label: string): readonly string[] {
  const key = labelKey(label)
    .replace(/\p{Script=Han}/gu, ' $& ')
    .trim();
  return key === '' ? [] : key.split(/ +/);
}

/** Whether `words` holds `phrase`, word by word, from `at` on. */
export function standsAt(phrase: readonly string[], words: readonly string[], at: number): boolean {
  return phrase.every((word, offset) => words[at + offset] === word);
}
