/**
 * The addresses in a cell or field, each once, in order: several may stand between commas, blanks or "and", one may lack its
 * scheme or lie below the site of `base`. What is no address ("in an ad") gives none; pictures neither.
 */
export function readAddresses(written: string, base?: string): readonly string[] {
  const parts = written.slice(0, 20_000).split(/\s+|[、，；]|[,;|](?=\s|https?:|www\.|$)/i);
  const found = parts.flatMap((part) => readAddress(part, base) ?? []);
  return [...new Set(found)].slice(0, 50);
}

/** The one address that a text is; undefined where it is none, or leads where no reader can follow. */
export function readAddress(written: string, base?: string): string | undefined {
  const text = written.trim().replace(/^[<("'“]+|[>)"'”,;]+$/g, '');
  if (text === '' || /\s/.test(text) || text.length > 2048) return undefined;
  const full = fullAddress(text, base);
  if (full === undefined || !URL.canParse(full)) return undefined;
  const url = new URL(full);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return undefined;
  }
  const isPublic = url.hostname.includes('.') && !/^[\d.]+$|^\[|\.$/.test(url.hostname);
  const isPicture = /\.(?:jpe?g|png|gif|webp|svg)$/i.test(url.pathname);
  return isPublic && !isPicture ? url.href : undefined;
}

function fullAddress(text: string, base: string | undefined): string | undefined {
  // A scheme that lost its slashes: `https:www.example.org`.
  if (/^https?:\/{0,2}[^/]/i.test(text)) return text.replace(/^(https?):\/*/i, '$1://');
  if (text.startsWith('//')) return `https:${text}`;
  if (text.startsWith('/'))
    return base && URL.canParse(text, base) ? new URL(text, base).href : undefined;
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#].*)?$/u.test(text))
    return `https://${text}`;
  return undefined;
}

/**
 * The address of the work that an address leads to: that of the original for a copy in the Internet Archive, whose addresses
 * end in it.
 */
export function originalOf(address: string): string {
  const [, original] =
    address.match(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/{1,2}\S+)$/i) ?? [];
  // Some programs make one slash of two.
  return original?.replace(/^(https?):\/+/i, '$1://') ?? address;
}

/** The site's name without `www.`; empty where the text is no address. */
export function siteOf(address: string | null): string {
  return address && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}
