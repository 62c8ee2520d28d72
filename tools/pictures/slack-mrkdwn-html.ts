import type { types } from '@slack/bolt';
import { emojiToHtml, escapeHtml } from './html.ts';

export function textObjectToHtml({ type, text }: types.TextObject): string {
  return type === 'mrkdwn' ? mrkdwnToHtml(text) : emojiToHtml(escapeHtml(text));
}

/** Slack's mrkdwn; in its wire form `& < >` come escaped already. */
function mrkdwnToHtml(text: string): string {
  const html = text
    .replace(/<(https?:[^|<>]+)(?:\|([^<>]*))?>/g, (_, url: string, label?: string) =>
      linkToHtml(url, label ?? url),
    )
    .replace(/<([@#!][^<>]*)>/g, '<span class="mention">$1</span>')
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
    .replace(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/g, '<strong>$1</strong>')
    .replace(/(?<![\w_])_([^_\n]+)_(?![\w_])/g, '<em>$1</em>')
    .replace(/(?<![\w~])~([^~\n]+)~(?![\w~])/g, '<s>$1</s>')
    .replace(/^&gt; ?(.*)$/gm, '<blockquote>$1</blockquote>');
  return emojiToHtml(html);
}

/** `label` is HTML. */
export function linkToHtml(url: string, label: string): string {
  return `<a href="${escapeHtml(url)}">${label}</a>`;
}
