/**
 * The page that a link leads to in the end: caches, archives and redirects that name another page in their address are passed
 * over. Undefined where it is no link.
 */
export function originalOf(link: string): URL | undefined {
  let page = parseLink(link);
  for (let step = 0; page && step < mostSteps; step += 1) {
    const behind = pageBehind(page);
    const next = behind === undefined ? undefined : parseLink(behind);
    if (!next?.hostname.includes('.')) return page;
    page = next;
  }
  return page;
}

/** An archive's copy of a cache of a page that a network redirects to; more is nonsense. */
const mostSteps = 3;

function parseLink(link: string): URL | undefined {
  return (
    URL.parse(/^https?:/i.test(link) ? link : `https://${link.replace(/^\/\//, '')}`) ?? undefined
  );
}

function pageBehind(page: URL): string | undefined {
  const { hostname, pathname, search, searchParams } = page;
  const host = hostname.replace(/^www\./, '');
  for (const { hosts, path } of copies) {
    const copied = hosts.test(host) ? path.exec(pathname)?.[1] : undefined;
    // A slash that is doubled gets lost on the way.
    if (copied) return copied.replace(/^(https?):\/+/i, '$1://') + search + page.hash;
  }
  for (const { hosts, path, names } of redirects) {
    if (!hosts.test(host) || !path.test(pathname)) continue;
    return names.map((name) => searchParams.get(name) ?? undefined).find((to) => to?.includes('.'));
  }
  const translated = /^([\w-]+)\.translate\.goog$/.exec(hostname)?.[1];
  // A dash is two, and one stands for a dot.
  return (
    translated &&
    translated.replace(/--|-/g, (dash) => (dash === '-' ? '.' : '-')) + pathname + search
  );
}

/** Hosts whose paths hold the address of the page that they show. */
const copies = [
  { hosts: /^(?:google\.[a-z.]{2,6}|bing\.com)$/, path: /^\/amp\/(?:s\/)?(.+)$/ },
  { hosts: /^web\.archive\.org$/, path: /^\/web\/(?:[\d*]{1,15}(?:\w{2}_)?\/)?(.+)$/ },
  {
    hosts: /^archive\.(?:ph|today|is|md|vn|fo|li)$/,
    path: /^\/(?:[\d.-]{4,20}|newest|oldest|o\/\w+)\/(.+)$/,
  },
  { hosts: /\.cdn\.ampproject\.org$/, path: /^\/[a-z]\/(?:s\/)?(.+)$/ },
  { hosts: /^12ft\.io$/, path: /^\/(.+\..+)$/ },
] as const;

/** Those that lead on to a page named behind a question mark, by one of these names. */
const redirects = [
  { hosts: /^google\.[a-z.]{2,6}$/, path: /^\/url$/, names: ['q', 'url'] },
  {
    hosts: /^(?:lm?\.(?:facebook|messenger|instagram)\.com|l\.threads\.(?:net|com))$/,
    path: /^\//,
    names: ['u'],
  },
  { hosts: /^youtube\.com$/, path: /^\/redirect$/, names: ['q'] },
  { hosts: /^duckduckgo\.com$/, path: /^\/l\/$/, names: ['uddg'] },
  { hosts: /^out\.reddit\.com$/, path: /^\//, names: ['url'] },
  { hosts: /^t\.umblr\.com$/, path: /^\/redirect$/, names: ['z'] },
  { hosts: /^linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)$/, names: ['url'] },
  { hosts: /^vk\.com$/, path: /^\/away\.php$/, names: ['to'] },
  { hosts: /^steamcommunity\.com$/, path: /^\/linkfilter\/$/, names: ['u', 'url'] },
  { hosts: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, names: ['url'] },
] as const;
