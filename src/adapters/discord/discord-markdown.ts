// discord.js's `escapeMarkdown` is not used: it escapes only the first masked link of a line, leaves block quotes,
// subtext, mentions, timestamps and emoji alive, and skips what stands in a URL, which comes alive again once the URL
// is no longer a link. A backslash before every character that can begin markup has no such gaps.

/** Characters that begin or end markup wherever they stand. */
const always = /[\\*_~|`<>[\]#@]/g;

/** `:name:` becomes an emoji and `https://` a link; a colon that ends a word does neither. */
const colonBeforeWord = /:(?=\S)/g;

/** At the start of a line, `- ` and `1.` begin a list and `-#` begins small print. */
const bullet = /^([^\S\n]*)-/gm;
const listNumber = /^([^\S\n]*\d+)\./gm;

/** Bidirectional embeddings, overrides and isolates, and direction marks: they make a text read as what it is not. */
const bidirectional = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Invisible characters, except the two joiners: Persian and emoji families need them. */
const invisible = /[\u00AD\u180E\u200B\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point.
const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** The text without what can't be seen: Discord would show the rest in an order or place that nobody typed. */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(bidirectional, '')
    .replace(invisible, '')
    .replace(control, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Markdown that shows the text as typed: no mention, emoji, link, list or style comes out of it. */
export function escapeText(text: string): string {
  return visibleText(text)
    .replace(always, '\\$&')
    .replace(colonBeforeWord, '\\:')
    .replace(bullet, '$1\\-')
    .replace(listNumber, '$1\\.');
}

/** `escapeText` on one line, for titles, names and link texts; the no-break spaces of print stay. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/[^\S\u00A0\u202F]+/g, ' '));
}

/** The same for each line that holds something. All are escaped at once: of thousands, each by itself would take long. */
export function escapeLines(text: string): readonly string[] {
  return escapeText(text.replace(/[^\S\n\u00A0\u202F]+/g, ' '))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A masked link, or the escaped text alone when the address is not one that Discord links. */
export function linkTo(text: string, url: string): string {
  const address = safeAddress(url);
  if (address === undefined) return escapeLine(text);
  // Discord shows a masked link as raw markup when its text looks like an address itself.
  if (/:\/\//.test(text)) return `${escapeLine(text)} <${address}>`;
  // Its parser ends a link text at a square bracket even behind a backslash.
  const label = escapeLine(text.replaceAll('[', '(').replaceAll(']', ')'));
  return label ? `[${label}](<${address}>)` : `<${address}>`;
}

/** Longest address that is linked, in UTF-16 units: the limit Discord sets for an embed's own `url`. */
const addressLength = 2048;

function safeAddress(url: string): string | undefined {
  if (url.length > addressLength) return undefined;
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined;
  const address = parsed.href.replace(
    /[()<>[\]\\\s"'`*|]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return address.length <= addressLength ? address : undefined;
}
