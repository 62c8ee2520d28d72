import type { IncomingMessage, ServerResponse } from 'node:http';
import { type MessageKey, type MessageValues, textsFor } from '../../core/texts/texts.ts';

/** A page at the end of an installation: what happened, and one link to go on. */
export interface OauthPage {
  readonly status: 200 | 400 | 500;
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly values?: MessageValues;
  readonly link: { readonly label: MessageKey; readonly url: string };
}

/** In the language of the browser; it loads nothing and runs nothing. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { status, title, text, values, link }: OauthPage,
): void {
  const languages = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((range) => range.split(';', 1)[0]?.trim());
  const say = textsFor(...languages);
  const page = `<!doctype html>
<html lang="${say.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(say(title))}</title>
</head>
<body>
<main>
<h1>${escapeHtml(say(title))}</h1>
<p>${escapeHtml(say(text, values))}</p>
<p><a href="${escapeHtml(link.url)}">${escapeHtml(say(link.label))}</a></p>
</main>
</body>
</html>
`;
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    // The address holds the code of the installation.
    'referrer-policy': 'no-referrer',
  });
  response.end(page);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
