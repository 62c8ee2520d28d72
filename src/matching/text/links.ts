/** `https://www.example.org/a/?utm=1#x` → `example.org/a`: the same page however it is linked. Never throws. */
export function canonicalLink(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
}
