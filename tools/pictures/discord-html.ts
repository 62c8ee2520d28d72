import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { discordMarkdownToHtml, inlineToHtml } from './discord-markdown-html.ts';
import { deedToHtml, escapeHtml, type Scene, toPage, unknownPart } from './html.ts';

/** The JSON of a message as it goes to Discord. */
export interface DiscordPayload {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIMessageTopLevelComponent[];
}

/** A Discord client in its dark theme, with the message that the payload makes. */
export function discordToHtml(payload: DiscordPayload, scene: Scene): string {
  const { message, deed, isPrivate, screen } = scene;
  const asked = message?.by === 'Ada' ? '<span class="mention">@factbot</span> ' : '';
  const body = [
    ...(payload.content ? [discordMarkdownToHtml(payload.content)] : []),
    ...(payload.embeds ?? []).map(embedToHtml),
    ...(payload.components ?? []).map(componentToHtml),
    ...(isPrivate ? ['<div class="only-you">👁 Only you can see this · Dismiss message</div>'] : []),
  ];
  const parts = [
    ...(message
      ? [
          messageToHtml(
            message.by,
            '',
            `<div class="line">${asked}${escapeHtml(message.text)}</div>`,
          ),
        ]
      : []),
    deedToHtml(deed),
    '<div class="answer">',
    ...(asked
      ? [`<div class="answers"><b>@Ada</b> ${asked}${escapeHtml(message?.text ?? '')}</div>`]
      : []),
    messageToHtml('factbot', '<span class="app">APP</span>', body.join('')),
    '</div>',
  ];
  return toPage('discord', screen, parts.join(''));
}

function messageToHtml(author: string, badge: string, body: string): string {
  return `<div class="message"><div class="avatar ${author}">${author.charAt(0)}</div>
<div class="body"><div class="author">${author} ${badge}<time>Today at 12:00</time></div>${body}</div></div>`;
}

function embedToHtml(embed: APIEmbed): string {
  const { color, title, url, description, fields, author, footer, ...others } = embed;
  const heading = title === undefined ? '' : inlineToHtml(title);
  const parts = [
    ...(author ? [`<div class="embed-author">${escapeHtml(author.name)}</div>`] : []),
    ...(title === undefined
      ? []
      : [
          `<div class="title">${url ? `<a href="${escapeHtml(url)}">${heading}</a>` : heading}</div>`,
        ]),
    ...(description
      ? [`<div class="description">${discordMarkdownToHtml(description)}</div>`]
      : []),
    ...(fields ? [`<div class="fields">${fields.map(fieldToHtml).join('')}</div>`] : []),
    ...(footer ? [`<div class="footer">${escapeHtml(footer.text)}</div>`] : []),
    ...Object.keys(others).map((part) => unknownPart(`embed.${part}`)),
  ];
  const stripe = `#${(color ?? 0x1e1f22).toString(16).padStart(6, '0')}`;
  return `<div class="embed" style="border-left-color:${stripe}">${parts.join('')}</div>`;
}

function fieldToHtml({ name, value, inline }: NonNullable<APIEmbed['fields']>[number]): string {
  return `<div class="field${inline ? ' inline' : ''}"><div class="name">${inlineToHtml(name)}</div>${discordMarkdownToHtml(value)}</div>`;
}

function componentToHtml(component: APIMessageTopLevelComponent): string {
  return component.type === ComponentType.ActionRow
    ? rowToHtml(component)
    : unknownPart(`component ${ComponentType[component.type]}`);
}

function rowToHtml({ components }: APIActionRowComponent<APIComponentInMessageActionRow>): string {
  return `<div class="row">${components.map(controlToHtml).join('')}</div>`;
}

function controlToHtml(control: APIComponentInMessageActionRow): string {
  switch (control.type) {
    case ComponentType.Button:
      return buttonToHtml(control);
    case ComponentType.StringSelect:
      return selectToHtml(control);
    default:
      return unknownPart(`component ${ComponentType[control.type]}`);
  }
}

function buttonToHtml(button: APIButtonComponent): string {
  if (button.style === ButtonStyle.Premium) return unknownPart('premium button');
  const label = [button.emoji?.name, button.label].filter(Boolean).join(' ');
  const off = button.disabled ? ' off' : '';
  const out = button.style === ButtonStyle.Link ? ' ↗' : '';
  return `<span class="button style-${button.style}${off}">${escapeHtml(label + out)}</span>`;
}

/** Open, as after a click: what matters is what there is to choose from. */
export function selectToHtml({ placeholder, options }: APIStringSelectComponent): string {
  const chosen = options
    .filter((option) => option.default)
    .map(({ label }) => label)
    .join(', ');
  const shown = options.map(
    ({ label, description }) =>
      `<div class="option">${escapeHtml(label)}${description ? `<div class="detail">${escapeHtml(description)}</div>` : ''}</div>`,
  );
  return `<div class="select"><div class="chosen">${escapeHtml(chosen || (placeholder ?? 'Make a selection'))} ▾</div>${shown.join('')}</div>`;
}
