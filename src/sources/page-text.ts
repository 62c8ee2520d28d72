import { Parser } from 'htmlparser2';
import type { FetchedPage } from '../network/fetch-guarded.ts';

/** What people don't read, though it stands between tags. */
const silent = new Set(['script', 'style', 'template', 'noscript']);

/** The words of a page; undefined where it is none that we can read, such as a PDF or a picture. */
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

function htmlToText(html: string): string {
  const parts: string[] = [];
  let silence = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (silent.has(name)) silence += 1;
    },
    onclosetag: (name) => {
      if (silent.has(name)) silence -= 1;
    },
    ontext: (text) => {
      if (silence === 0) parts.push(text);
    },
  });
  parser.end(html);
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
