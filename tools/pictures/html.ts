import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How wide the window is that shows the message, in CSS pixels. */
export type Screen = 'desktop' | 'phone';

/** How something came to be seen, on a platform. */
export interface Scene {
  /** The message that was answered or checked; undefined where something else was done. */
  readonly message: { readonly by: 'Ada' | 'Bea'; readonly text: string } | undefined;
  /** What Ada did, as she would tell it: the clients themselves don't show it. */
  readonly deed: string | undefined;
  /** Only the asker sees the answer. */
  readonly isPrivate: boolean;
  readonly screen: Screen;
}

/** Names behind the ids in these pictures, which a client knows. */
const names: Readonly<Record<string, string>> = {
  '200000000000000001': 'Ada',
  '400000000000000001': 'fact-checks',
  U0000000ADA: 'Ada',
  C0000000001: 'fact-checks',
};

export function nameOf(id: string): string {
  return names[id] ?? id;
}

/** `deed`, above what came of it. */
export function deedToHtml(deed: string | undefined): string {
  return deed === undefined ? '' : `<div class="deed">${escapeHtml(deed)}</div>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A red box: whatever these pictures don't know how to draw must be seen to be missing. */
export function unknownPart(kind: string): string {
  return `<span class="unknown">not drawn: ${escapeHtml(kind)}</span>`;
}

/** Parts of a client's emoji set show as coloured pictures, however plain the sender's font has them. */
export function emojiToHtml(escaped: string): string {
  return escaped.replace(
    /\p{Extended_Pictographic}\uFE0F?/gu,
    (emoji) => `<span class="emoji">${emoji}</span>`,
  );
}

/** A page that shows one element, `#picture`, on its client's background. */
export function toPage(surface: 'discord' | 'slack' | 'terminal', screen: Screen, body: string) {
  const style = ['page', surface].map((name) =>
    readFileSync(join(import.meta.dirname, `${name}.css`), 'utf8'),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${style.join('')}</style></head>
<body class="${surface} ${screen}"><main id="picture">${body}</main></body></html>`;
}
