/**
 * Whether a text holds a quotation. Only letters and digits count, whatever their case and width: pages change quotation marks,
 * dashes, spaces and line breaks. What a quotation leaves out (`…`) or puts in (`[the mayor]`) is a gap, and what a page puts in
 * (`[1]`, `[citation needed]`) may be.
 */
export function holdsQuote(text: string, quote: string): boolean {
  return [text, text.replace(/\[[^[\]]{1,40}\]/gu, '')].some((page) => holdsParts(page, quote));
}

function holdsParts(text: string, quote: string): boolean {
  const page = squeeze(text);
  let from = 0;
  for (const part of quote.split(/…|\.{3}|\[[^\]]*\]/u)) {
    const wanted = squeeze(part);
    const at = page.indexOf(wanted, from);
    if (at < 0) return false;
    from = at + wanted.length;
  }
  return true;
}

/** How many letters and digits a text has. */
export function lettersIn(text: string): number {
  return squeeze(text).length;
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
