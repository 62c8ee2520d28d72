/** The words of a text that may be names, as they are written but for a genitive's end. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).map((word) =>
    word.replace(/['’]s?$/, ''),
  );
}

/** Equal for a name however it is typed: without accents, in small letters, without a final s. */
export function wordKey(word: string): string {
  return plain(word).replace(/s$/, '');
}

export function plain(text: string): string {
  // Most words of a large set, which would take as long again to take apart.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
