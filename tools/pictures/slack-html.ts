import type { types } from '@slack/bolt';
import { deedToHtml, escapeHtml, type Scene, toPage, unknownPart } from './html.ts';
import { textObjectToHtml } from './slack-mrkdwn-html.ts';
import { richTextToHtml } from './slack-rich-text-html.ts';

/** The JSON of a message as it goes to Slack. */
export interface SlackPayload {
  /** Not shown where there are blocks: notifications and screen readers have it. */
  readonly text: string;
  readonly blocks?: readonly types.KnownBlock[];
}

/** A Slack client in its light theme, with the message that the payload makes. */
export function slackToHtml({ text, blocks }: SlackPayload, scene: Scene): string {
  const { message, deed, isPrivate, screen } = scene;
  const mention = message?.by === 'Ada' ? '<span class="mention">@factbot</span> ' : '';
  const body = blocks
    ? blocks.map(blockToHtml).join('')
    : `<div class="text">${escapeHtml(text)}</div>`;
  const parts = [
    ...(message ? [messageToHtml(message.by, '', `${mention}${escapeHtml(message.text)}`)] : []),
    deedToHtml(deed),
    ...(mention ? ['<div class="thread">1 reply</div>'] : []),
    '<div class="answer">',
    ...(isPrivate ? ['<div class="only-you">👁 Only visible to you</div>'] : []),
    messageToHtml('factbot', '<span class="app">APP</span>', body),
    '</div>',
  ];
  return toPage('slack', screen, parts.join(''));
}

function messageToHtml(author: string, badge: string, body: string): string {
  return `<div class="message"><div class="avatar ${author}">${author.charAt(0)}</div>
<div class="body"><div class="author">${author} ${badge}<time>12:00</time></div>${body}</div></div>`;
}

export function blockToHtml(block: types.KnownBlock): string {
  switch (block.type) {
    case 'header':
      return `<div class="header">${textObjectToHtml(block.text)}</div>`;
    case 'rich_text':
      return `<div class="block">${richTextToHtml(block)}</div>`;
    case 'section':
      return sectionToHtml(block);
    case 'context':
      return `<div class="context">${block.elements.map(contextToHtml).join(' ')}</div>`;
    case 'actions':
      return `<div class="row">${block.elements.map(controlToHtml).join('')}</div>`;
    case 'divider':
      return '<hr>';
    default:
      return unknownPart(`block ${block.type}`);
  }
}

function sectionToHtml({ text, fields, accessory }: types.SectionBlock): string {
  const columns = fields?.map((field) => `<div class="text">${textObjectToHtml(field)}</div>`);
  return [
    '<div class="block section"><div>',
    ...(text ? [`<div class="text">${textObjectToHtml(text)}</div>`] : []),
    ...(columns ? [`<div class="fields">${columns.join('')}</div>`] : []),
    '</div>',
    ...(accessory ? [controlToHtml(accessory)] : []),
    '</div>',
  ].join('');
}

function contextToHtml(element: types.ContextBlockElement): string {
  return element.type === 'image' ? unknownPart('context image') : textObjectToHtml(element);
}

type Control = types.ActionsBlockElement | types.SectionBlockAccessory;

function controlToHtml(control: Control): string {
  switch (control.type) {
    case 'button':
      return `<span class="button ${control.style ?? ''}">${textObjectToHtml(control.text)}</span>`;
    case 'static_select':
      return selectToHtml(control);
    case 'overflow':
      return optionsToHtml('⋯', control.options);
    default:
      return unknownPart(`control ${control.type}`);
  }
}

export function selectToHtml({
  placeholder,
  initial_option,
  options,
  option_groups,
}: types.StaticSelect) {
  const shown = initial_option?.text ?? placeholder;
  const all = options ?? option_groups?.flatMap((group) => group.options) ?? [];
  return optionsToHtml(`${shown ? textObjectToHtml(shown) : 'Choose'} ▾`, all);
}

/** Open, as after a click: what matters is what there is to choose from. */
export function optionsToHtml(chosen: string, options: readonly types.Option[]): string {
  const shown = options.map(({ text, description }) => {
    const detail = description ? `<div class="detail">${textObjectToHtml(description)}</div>` : '';
    return `<div class="option">${textObjectToHtml(text)}${detail}</div>`;
  });
  return `<div class="select"><div class="chosen">${chosen}</div>${shown.join('')}</div>`;
}
