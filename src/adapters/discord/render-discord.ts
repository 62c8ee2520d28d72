import type { APIEmbed } from 'discord.js';
import { fitReply } from '../../core/reply/fit-reply.ts';
import {
  fillReferences,
  idOn,
  type Reference,
  referenceToText,
} from '../../core/reply/reference.ts';
import type { Block, ListItem, Reply } from '../../core/reply/reply.ts';
import { type Texts, textsFor } from '../../core/texts/texts.ts';
import { type ActionRow, actionsToRows } from './actions-to-rows.ts';
import { escapeLine, escapeLines, escapeText, linkTo } from './discord-markdown.ts';
import { toneColours } from './tone-colours.ts';

/**
 * Discord's limits for embeds, in characters (discord-api-docs, resources/message.mdx, "Embed Limits"). Measured here
 * in UTF-16 units: a text never has more code points than that, so it holds whichever of the two Discord counts.
 */
const limits = {
  embeds: 10,
  title: 256,
  description: 4096,
  /** Over all embeds of a message together. */
  total: 6000,
} as const;

/** What is sent or edited. All text is in embeds, so nothing in it can ping anybody. */
export interface DiscordMessage {
  readonly embeds: readonly APIEmbed[];
  /** Empty where there is nothing to press, which takes the buttons away that an edited message had. */
  readonly components: readonly ActionRow[];
}

/** Shortened to Discord's limits where necessary. Fields are lines of text, so that blocks keep their order. */
export function renderDiscord(reply: Reply): DiscordMessage {
  const fitted = fitReply(reply, (shorter) => fits(replyToEmbeds(shorter)));
  return {
    embeds: replyToEmbeds(fitted),
    components: actionsToRows(reply.actions ?? []),
  };
}

function replyToEmbeds(reply: Reply): APIEmbed[] {
  const title = escapeLine(reply.title) || '…';
  const t = textsFor(reply.locale);
  const lines = reply.blocks
    .map((block) => blockToLines(block, t))
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
  const color = toneColours[reply.tone];
  if (title.length > limits.title) {
    return packLines([`**${title}**`, '', ...lines]).map((description) => ({ color, description }));
  }
  const [first, ...rest] = packLines(lines);
  return [
    { color, title, ...(first && { description: first }) },
    ...rest.map((description) => ({ color, description })),
  ];
}

function blockToLines(block: Block, t: Texts): string[] {
  switch (block.kind) {
    case 'text':
      return [
        ...headingToLines(block.heading),
        ...textToLines(block.text).map((line) => (block.struck ? `~~${line}~~` : line)),
      ];
    case 'quote':
      return textToLines(block.text).map((line) => `> ${line}`);
    case 'note':
      return textToLines(block.text).map((line) => `-# ${line}`);
    case 'list':
      return [
        ...headingToLines(block.heading),
        ...block.items.map(
          (item, index) =>
            `${block.ordered ? `${(block.start ?? 1) + index}.` : '-'} ${itemToLines(item, block.inline)}`,
        ),
        ...(block.omitted > 0 ? [escapeLine(t('list.omitted', { count: block.omitted }))] : []),
      ];
    case 'fields':
      return block.fields.flatMap(({ name, value, references }) => {
        const [first = '', ...others] = linesOf(value, references);
        const label = t('field.line', { name, value: '' });
        const space = label.endsWith(' ') ? ' ' : '';
        return [`**${escapeLine(label)}**${space}${first}`, ...others];
      });
  }
}

function headingToLines(heading: string | undefined): string[] {
  return heading ? [`**${escapeLine(heading)}**`] : [];
}

function textToLines(text: string): string[] {
  const escaped = escapeText(text);
  return escaped ? escaped.split('\n') : [];
}

/** Long details on lines of their own, so that what is read first is the item; indented, they stay part of the item. */
function itemToLines(item: ListItem, inline = false): string {
  const { text, url, detail = '', references, detailReferences } = item;
  const name = url ? linkTo(text, url) : withMentions(escapeLine(text), references);
  return [name, ...linesOf(detail, detailReferences)].join(inline ? ' · ' : '\n   ');
}

function linesOf(text: string, references?: readonly Reference[]): string[] {
  const lines = escapeLines(text);
  return lines.length === 0 ? [] : withMentions(lines.join('\n'), references).split('\n');
}

/** In an embed, a mention shows a name and pings nobody. */
function withMentions(escaped: string, references?: readonly Reference[]): string {
  return fillReferences(escaped, references, (reference) => {
    const id = idOn('discord', reference);
    if (!id || !/^\d+$/.test(id)) return escapeLine(referenceToText(reference));
    return reference.kind === 'channel' ? `<#${id}>` : `<@${id}>`;
  });
}

/** Joins lines into descriptions, beginning a new one where the next line would not fit. */
function packLines(lines: readonly string[]): string[] {
  const descriptions: string[] = [];
  let current = '';
  for (const line of lines) {
    if (current && current.length + 1 + line.length > limits.description) {
      descriptions.push(current.trimEnd());
      current = line;
    } else {
      current = current ? `${current}\n${line}` : line;
    }
  }
  return current ? [...descriptions, current] : descriptions;
}

function fits(embeds: readonly APIEmbed[]): boolean {
  const parts = embeds.map(({ title = '', description = '' }) => ({ title, description }));
  const total = parts.reduce(
    (sum, { title, description }) => sum + title.length + description.length,
    0,
  );
  return (
    embeds.length <= limits.embeds &&
    total <= limits.total &&
    parts.every(
      ({ title, description }) =>
        title.length <= limits.title && description.length <= limits.description,
    )
  );
}
