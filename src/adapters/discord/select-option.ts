import type { APISelectMenuOption } from 'discord.js';
import type { Choice } from '../../core/reply/form.ts';
import { cutText } from '../../core/texts/cut-text.ts';
import { visibleText } from './discord-markdown.ts';

/** Longest label of an option, in characters (discord-api-docs, components/reference.mdx). */
const labelLength = 100;

export function selectOption({ label, value }: Choice): APISelectMenuOption {
  return { label: shortLabel(label, labelLength), value };
}

/** A label is shown as it stands, without markdown, on one line, and must not be blank. */
export function shortLabel(label: string, length: number): string {
  return cutText(visibleText(label).replace(/\s+/g, ' '), length) || '…';
}
