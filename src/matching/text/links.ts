/**
 * The same page however it is linked: `https://m.example.org/a/?utm_source=x#part` → `example.org/a`. Scheme, the host's
 * `www`, `m` and `amp`, parts that only tell where somebody came from, and marks of the sentence around are left out; what
 * else stands behind a question mark stays, in the order of the alphabet. Never throws.
 */
export function canonicalLink(url: string): string {
  const page = parseLink(unwrapped(url.trim()));
  if (!page) return url.trim().toLowerCase();
  const bare = page.hostname.replace(/(?<=^|\.)(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/g, '');
  const host = bare === 'twitter.com' ? 'x.com' : bare;
  // A short address of a video.
  if (host === 'youtu.be') return `youtube.com/watch?v=${page.pathname.slice(1)}`.toLowerCase();
  const path = page.pathname
    .replace(/\/amp(?=\/|$)|\.amp(?=(?:\.html?)?\/*$)/gi, '')
    .replace(/\/+$/, '');
  const kept = [...page.searchParams].filter(([name]) => !isTracking(name.toLowerCase(), host));
  const query = new URLSearchParams(kept.toSorted(byName)).toString();
  return `${host}${path}${query && `?${query}`}`.toLowerCase();
}

/** The page without what stands behind the question mark; undefined where nothing does. */
export function withoutQuery(canonical: string): string | undefined {
  const at = canonical.indexOf('?');
  return at === -1 ? undefined : canonical.slice(0, at);
}

function parseLink(url: string): URL | undefined {
  const whole = /^https?:/i.test(url) ? url : `https://${url}`;
  return URL.parse(withoutEndMarks(whole)) ?? undefined;
}

/** A full stop or bracket after a link belongs to the sentence, unless the link opened the bracket. */
function withoutEndMarks(url: string): string {
  const bare = url.replace(/[.,;:!?'"“”’»\]}>*_~…，。；：！？」』）】]+$/u, '');
  return bare.endsWith(')') && !bare.includes('(') ? withoutEndMarks(bare.slice(0, -1)) : bare;
}

/** Pages that stand in between: caches and archives of a page, and redirects of search engines and networks. */
function unwrapped(url: string): string {
  const cached =
    /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/amp\/(?:s\/)?(.+)$/i.exec(url) ??
    /^https?:\/\/web\.archive\.org\/web\/\d{1,14}\w{0,5}\/(.+)$/i.exec(url) ??
    /^https?:\/\/[\w-]{1,200}\.cdn\.ampproject\.org\/[a-z]\/(?:s\/)?(.+)$/i.exec(url);
  if (cached?.[1]) return cached[1];
  if (!/^https?:\/\/(?:lm?\.facebook\.com\/l\.php|(?:www\.)?google\.[a-z.]{2,6}\/url)\?/i.test(url))
    return url;
  const { searchParams } = URL.parse(url) ?? {};
  return searchParams?.get('u') ?? searchParams?.get('q') ?? searchParams?.get('url') ?? url;
}

const tracking =
  /^(?:utm_.+|[a-z]{1,2}clid|fbclid|msclkid|twclid|ttclid|[gw]braid|_ga|_gl|mc_[ce]id|igsh(?:id)?|ref|ref_(?:src|url)|ns_.+|cmpid|ncid|smid|smtyp|spm|share|sharetype|shareid|feature|si|amp|outputtype|trk|src|source)$/;

function isTracking(name: string, host: string): boolean {
  // Who shared a post, and how; elsewhere `s` and `t` are what was searched for, or a time.
  return tracking.test(name) || (host === 'x.com' && /^[st]$/.test(name));
}

function byName([one]: readonly string[], [other]: readonly string[]): number {
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
