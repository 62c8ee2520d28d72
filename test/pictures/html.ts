import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How wide the window is that shows the message, in CSS pixels. */
export type Screen = 'desktop' | 'phone';

/** A message as a platform's client shows it, with what it answers. */
export interface Scene {
  /** What the asker typed, without the mention of the bot. */
  readonly typed: string;
  readonly slash: boolean;
  /** Only the asker sees the answer. */
  readonly ephemeral: boolean;
  readonly screen: Screen;
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
