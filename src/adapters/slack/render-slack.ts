import type { types } from '@slack/bolt';
import { platformId, type UserKey } from '../../core/keys.ts';

import { fitReply } from '../../core/reply/fit-reply.ts';
import {
  fillReferences,
  idOn,
  type Reference,
  referenceMark,
  referenceToText,
} from '../../core/reply/reference.ts';
import type { Block, ListItem, Reply } from '../../core/reply/reply.ts';
import { replyToText } from '../../core/reply/reply-text.ts';
import { cutText } from '../../core/texts/cut-text.ts';
import { type Texts, textsFor } from '../../core/texts/texts.ts';
import { actionsToBlocks } from './actions-to-blocks.ts';
import { plainText } from './plain-text.ts';
import { toShowable, typedToSlack } from './slack-text.ts';

/** Slack's limits, in UTF-16 units where they are lengths: never fewer than the code points that Slack may count. */
const limits = {
  blocks: 50,
  header: 150,
  /** Documented for text objects; for rich text nothing is, so the same. */
  textElement: 3000,
  linkUrl: 3000,
  /**
   * Undocumented: beyond about 13,200 characters Slack answers `msg_blocks_too_long`, and 11,341 characters of text
   * in rich text were already too many (slackapi/bolt-js#2509, #2867). So the JSON is measured, not the text in it.
   */
  allBlocksAsJson: 12_000,
  /** `text`: the notification and what screen readers say. Slack splits longer ones. */
  fallback: 4000,
} as const;

/** A message's content, for chat.postMessage and for a response_url. */
export interface SlackContent {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/**
 * Rich text throughout: mrkdwn has no escape for `*`, `_` or backticks, and a claim must show as it was typed.
 * Only the fallback goes through Slack's parser, with `& < >` escaped, which takes the power from `<!channel>`.
 */
export function renderSlack(reply: Reply): SlackContent {
  const toBlocks = (candidate: Reply): types.KnownBlock[] => {
    const actions = actionsToBlocks(reply.actions ?? []);
    const content = replyToBlocks(candidate, limits.blocks - actions.length);
    return [...content, ...actions];
  };
  const fitting = fitReply(reply, (candidate) => fitsBlocks(toBlocks(candidate)));
  return { text: replyToFallback(fitting), blocks: toBlocks(fitting) };
}

function fitsBlocks(blocks: readonly types.KnownBlock[]): boolean {
  return JSON.stringify(blocks).length <= limits.allBlocksAsJson;
}

/** The beginning is enough: verdict, claim, summary and first source. */
function replyToFallback(reply: Reply): string {
  const sharer = reply.sharedBy && `<@${platformId(reply.sharedBy)}>`;
  const sharing = sharer ? `${textsFor(reply.locale)('share.by', { user: sharer })}\n\n` : '';
  const named: Reference[] = [];
  const text = replyToText(reply, (reference) => {
    named.push(reference);
    return referenceMark;
  });
  const escaped = sharing + fillReferences(typedToSlack(toShowable(text)), named, toWireMention);
  if (escaped.length <= limits.fallback) return escaped;
  return cutText(escaped, limits.fallback).replace(/&[a-z]*…$/, '…');
}

function replyToBlocks(reply: Reply, mostBlocks: number): types.KnownBlock[] {
  const t = textsFor(reply.locale);
  const parts = reply.blocks
    .map((block) => ({ block, elements: blockToRichText(block, t) }))
    .filter(({ elements }) => elements.length > 0);
  const sharing = reply.sharedBy ? [sharingToBlock(reply.sharedBy, t)] : [];
  const room = mostBlocks - sharing.length - 1;
  const together = parts.length > room ? parts.slice(room - 1) : [];
  const apart = parts.slice(0, parts.length - together.length);
  return [
    ...sharing,
    ...titleToBlocks(toShowable(reply.title)),
    ...apart.map(({ block, elements }) =>
      block.kind === 'note' ? noteToBlock(block.text) : richText(elements),
    ),
    ...(together.length > 0 ? [richText(together.flatMap(({ elements }) => elements))] : []),
  ];
}

function richText(elements: RichText[]): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

/** Plain text, because mrkdwn would read markup into it. */
function noteToBlock(text: string): types.ContextBlock {
  return { type: 'context', elements: [plainText(text, limits.textElement)] };
}

/** A real mention, which nobody can imitate with a display name. It tells only the one who pressed the button. */
function sharingToBlock(by: UserKey, t: Texts): types.RichTextBlock {
  const sharer = { kind: 'user', key: by } as const;
  const said = withMentions(t('share.by', { user: referenceMark }), [sharer]);
  return { type: 'rich_text', elements: [section(said)] };
}

function titleToBlocks(title: string): types.KnownBlock[] {
  if (title.trim() === '') return [];
  if (title.length > limits.header)
    return [{ type: 'rich_text', elements: [section(bold(title))] }];
  return [{ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }];
}

type RichText = types.RichTextBlock['elements'][number];

/** The SDK's types don't know `offset`, how many numbers a list starts after (docs.slack.dev, rich text block). */
type NumberedList = types.RichTextList & { readonly offset?: number };

function blockToRichText(block: Block, t: Texts): RichText[] {
  switch (block.kind) {
    case 'text':
      return sections([
        ...heading(block.heading),
        ...(block.struck ? struck(block.text) : plain(block.text)),
      ]);
    case 'note':
      return sections(plain(block.text));
    case 'quote':
      return plain(block.text).length > 0
        ? [{ type: 'rich_text_quote', elements: plain(block.text) }]
        : [];
    case 'list':
      return [
        ...sections(bold(block.heading ?? '')),
        ...(block.items.length > 0
          ? [
              {
                type: 'rich_text_list',
                style: block.ordered ? 'ordered' : 'bullet',
                elements: block.items.map((item) => itemToSection(item, block.inline)),
                ...(block.ordered && block.start !== undefined && { offset: block.start - 1 }),
              } satisfies NumberedList,
            ]
          : []),
        ...sections(block.omitted > 0 ? plain(t('list.omitted', { count: block.omitted })) : []),
      ];
    case 'fields':
      return sections(
        block.fields.flatMap(({ name, value, references }, index) => [
          ...plain(index > 0 ? '\n' : ''),
          ...bold(t('field.line', { name, value: '' })),
          ...withMentions(value, references),
        ]),
      );
  }
}

function itemToSection(item: ListItem, inline = false): types.RichTextSection {
  const url = item.url ? toLinkUrl(item.url) : undefined;
  const shown = toShowable(item.text).trim() || (url ? new URL(url).host : '–');
  return section([
    ...(url ? [toLink(url, shown)] : withMentions(shown, item.references)),
    ...withMentions(
      item.detail ? `${inline ? ' · ' : '\n'}${item.detail}` : '',
      item.detailReferences,
    ),
  ]);
}

function withMentions(
  text: string,
  references: readonly Reference[] = [],
): types.RichTextElement[] {
  return text
    .split(referenceMark)
    .flatMap((part, index) => [
      ...(index > 0 ? toMention(references[index - 1]) : []),
      ...plain(part),
    ]);
}

function toWireMention(reference: Reference): string {
  const id = slackIdOf(reference);
  if (!id) return typedToSlack(referenceToText(reference));
  return reference.kind === 'channel' ? `<#${id}>` : `<@${id}>`;
}

/** Slack refuses a whole message for one id that is none. */
function slackIdOf(reference: Reference): string | undefined {
  return idOn('slack', reference)?.match(/^[A-Z][A-Z0-9]+$/)?.[0];
}

function toMention(reference: Reference | undefined): types.RichTextElement[] {
  if (!reference) return plain(referenceMark);
  const id = slackIdOf(reference);
  if (!id) return plain(referenceToText(reference));
  return reference.kind === 'channel'
    ? [{ type: 'channel', channel_id: id }]
    : [{ type: 'user', user_id: id }];
}

function toLink(url: string, text: string): types.RichTextLink {
  return { type: 'link', url, text: cutText(text, limits.textElement) };
}

/** Slack refuses a whole message for one address that it can't read. */
function toLinkUrl(url: string): string | undefined {
  if (url.length > limits.linkUrl) return undefined;
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined;
  return parsed.href.length <= limits.linkUrl ? parsed.href : undefined;
}

function heading(text: string | undefined): types.RichTextElement[] {
  return text ? [...bold(text), ...plain('\n')] : [];
}

function sections(elements: types.RichTextElement[]): types.RichTextSection[] {
  return elements.length > 0 ? [section(elements)] : [];
}

function section(elements: types.RichTextElement[]): types.RichTextSection {
  return { type: 'rich_text_section', elements };
}

function bold(text: string): types.RichTextElement[] {
  return plain(text).map((element) => ({ ...element, style: { bold: true } }));
}

function struck(text: string): types.RichTextElement[] {
  return plain(text).map((element) => ({ ...element, style: { strike: true } }));
}

/** No element for an empty text: Slack refuses one. */
function plain(text: string): types.RichTextText[] {
  const showable = toShowable(text);
  const elements: types.RichTextText[] = [];
  for (let start = 0; start < showable.length; ) {
    let end = Math.min(start + limits.textElement, showable.length);
    if (end < showable.length && /[\uDC00-\uDFFF]/.test(showable.charAt(end))) end -= 1;
    elements.push({ type: 'text', text: showable.slice(start, end) });
    start = end;
  }
  return elements;
}
