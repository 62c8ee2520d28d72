import { originalOf } from './original-link.ts';

/**
 * The same page however it is linked: `https://m.example.org/a/?utm_source=x#part` → `example.org/a`. Scheme, default port, the
 * host's `www`, `m` and `amp`, parts that only tell where somebody came from, and marks of the sentence around are left out; what
 * else stands behind a question mark stays, in the order of the alphabet, and so does a fragment that is a path. Never throws.
 */
export function canonicalLink(url: string): string {
  const page = originalOf(withoutEndMarks(url.trim()));
  if (!page) return url.trim().toLowerCase();
  const bare = page.host
    .replace(/:(?:80|443)$/, '')
    .replace(/\.$/, '')
    .replace(/(?<=^|\.)(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/g, '');
  const host = mirrors.get(bare) ?? bare;
  const [path = '', ...behind] = readable(page.pathname)
    .replace(/;(?:jsessionid|phpsessid|sid)=[^/]*/gi, '')
    .replace(/\/amp(?=\/|$)|\.amp(?=(?:\.html?)?\/*$)/gi, '')
    .split('&');
  const isUntold = (part: string): boolean => !isTracking(part.split('=', 1)[0] ?? '', host);
  const whole = [path, ...behind.filter(isUntold)].join('&').replace(/(?<!:)\/{2,}/g, '/');
  const video = videoIn(host, whole);
  if (video !== undefined) return `youtube.com/watch?v=${video}`.toLowerCase();
  const kept = [...page.searchParams].filter(([name]) => !isTracking(name, host));
  const query = new URLSearchParams(kept.toSorted(byName)).toString();
  const route = /^#!?\//.test(page.hash) ? page.hash : '';
  return `${host}${withoutEnd(host, whole)}${query && `?${query}`}${route}`.toLowerCase();
}

/** The page without what stands behind the question mark; undefined where nothing does. */
export function withoutQuery(canonical: string): string | undefined {
  const at = canonical.indexOf('?');
  return at === -1 ? undefined : canonical.slice(0, at);
}

/** Hosts that show the posts of another, in a way that chats can embed. */
const mirrors: ReadonlyMap<string, string> = new Map(
  ['twitter.com', 'fxtwitter.com', 'vxtwitter.com', 'fixupx.com', 'fixvx.com'].map((host) => [
    host,
    'x.com',
  ]),
);

/** What a path says, however its characters are written; `%2F` stays, which is no slash. */
function readable(path: string): string {
  try {
    return decodeURI(path).normalize('NFKC');
  } catch {
    return path;
  }
}

/** The number of a video under one of its short addresses. */
function videoIn(host: string, path: string): string | undefined {
  if (host === 'youtu.be') return path.slice(1);
  if (!/^youtube(?:-nocookie)?\.com$/.test(host)) return undefined;
  return /^\/(?:shorts|live|embed|v)\/([\w-]+)\/?$/.exec(path)?.[1];
}

/** Without a slash at the end, and of a post without which of its pictures is shown. */
function withoutEnd(host: string, path: string): string {
  const end = host === 'x.com' ? /(?<=\/status\/\d+)\/(?:photo|video)\/\d+\/?$|\/+$/ : /\/+$/;
  return path.replace(end, '');
}

/** A full stop or bracket after a link belongs to the sentence, unless the link opened the bracket. */
function withoutEndMarks(url: string): string {
  // Markdown: `[the page](https://a.example)`, where the page may be called by its address.
  let bare = url.replace(/\]\(.*$/s, '');
  for (;;) {
    bare = bare.replace(/[.,;:!?'"`“”’«»\]}>*_~|…，。；：！？」』）】]+$/u, '');
    if (!bare.endsWith(')') || count(bare, '(') >= count(bare, ')')) return bare;
    bare = bare.slice(0, -1);
  }
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

const tracking = new RegExp(
  `^(?:${[
    // Campaigns, and clicks on advertisements.
    'utm_.+|utm|[a-z]{1,3}clid|srsltid|[gw]braid|gad_.+|mkt_tok|mc_[ce]id|_hs(?:enc|mi)|vero_id|wt_mc|_branch_.+|matomo_.+|pk_.+',
    // Networks: who shared a page, and where.
    'igsh(?:id)?|mibextid|sfnsn|rdid|fb_.+|__(?:cft__.*|tn__|twitter_impression)|share|share_?(?:id|type|url)|ref|ref_(?:src|url)|si|pp|feature|ab_channel|spm|trk|_x_tr_.+',
    // Papers: which of their own pages or letters led there.
    '_ga|_gl|ns_.+|at_.+|sr_share|cmpid|cmp|ncid|ocid|icid|xtor|echobox|smid|smtyp|wpisrc|itid|reflink|src|source|amp|outputtype|gu(?:ce_.+|ccounter)',
  ].join('|')})$`,
  'i',
);

function isTracking(name: string, host: string): boolean {
  // Who shared a post, and how; elsewhere `s` and `t` are what was searched for, or a time.
  return tracking.test(name) || (host === 'x.com' && /^[st]$/.test(name));
}

function byName([one]: readonly string[], [other]: readonly string[]): number {
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
