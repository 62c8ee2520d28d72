import { Parser } from 'htmlparser2';
import type { FetchedPage } from '../network/fetch-guarded.ts';

/** What people don't read, though it stands between tags. */
const silent = new Set(['script', 'style', 'template', 'noscript']);

/** The words of a page; undefined where it is none that we can read, such as a PDF, or one made to be endlessly deep. */
export function pageText({ headers, body }: FetchedPage): string | undefined {
  const [type = '', ...parameters] = (headers['content-type'] ?? 'text/html').split(';');
  const text = decode(body, parameters.join(';'));
  switch (type.trim().toLowerCase()) {
    case 'text/html':
    case 'application/xhtml+xml':
      return htmlToText(text);
    case 'text/plain':
      return text;
    default:
      return undefined;
  }
}

/** Deeper than any page; the parser takes ever longer for each element that is left open. */
const deepest = 5_000;

/** After so many letters it is seen how deep the page has become. */
const stepLength = 64 * 1024;

function htmlToText(html: string): string | undefined {
  const parts: string[] = [];
  let [depth, silence] = [0, 0];
  const parser = new Parser({
    onopentagname: (name) => {
      depth += 1;
      if (silent.has(name)) silence += 1;
    },
    onclosetag: (name) => {
      depth -= 1;
      if (silent.has(name)) silence -= 1;
    },
    ontext: (text) => {
      if (silence === 0) parts.push(text);
    },
  });
  for (let at = 0; at < html.length && depth < deepest; at += stepLength) {
    parser.write(html.slice(at, at + stepLength));
  }
  if (depth >= deepest) return undefined;
  parser.end();
  return parts.join('');
}

function decode(body: Buffer, parameters: string): string {
  const named = /charset\s*=\s*["']?([\w-]+)/i;
  const [, label = 'utf-8'] =
    parameters.match(named) ?? body.subarray(0, 2048).toString('latin1').match(named) ?? [];
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    // A page that names a charset that there is none.
    return new TextDecoder().decode(body);
  }
}
