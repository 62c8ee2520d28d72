import {
  type APIApplicationCommandOptionChoice,
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { SuggestionRequest } from '../../src/core/bot/bot.ts';
import { selectToHtml } from './discord-html.ts';
import { deedToHtml, escapeHtml, nameOf, type Scene, toPage, unknownPart } from './html.ts';

/** The modal as a Discord client shows it; the words of its two buttons are Discord's own. */
export function discordModalToHtml(
  { title, components }: APIModalInteractionResponseCallbackData,
  { deed, screen }: Scene,
): string {
  const fields = components.map((component) =>
    component.type === ComponentType.Label
      ? labelToHtml(component)
      : unknownPart(`component ${ComponentType[component.type]}`),
  );
  const footer =
    '<div class="footer"><span class="button">Cancel</span><span class="button style-1">Submit</span></div>';
  return toPage(
    'discord',
    screen,
    `${deedToHtml(deed)}<div class="answer modal"><div class="modal-title">${escapeHtml(title)}</div>${fields.join('')}${footer}</div>`,
  );
}

function labelToHtml({ label, description, component }: APILabelComponent): string {
  const isRequired = 'required' in component && component.required;
  const name = `${escapeHtml(label)}${isRequired ? ' <span class="required">*</span>' : ''}`;
  const hint = description ? `<div class="hint">${escapeHtml(description)}</div>` : '';
  return `<div class="form-field"><div class="label">${name}</div>${hint}${fieldToHtml(component)}</div>`;
}

function fieldToHtml(component: APIComponentInLabel): string {
  switch (component.type) {
    case ComponentType.TextInput: {
      const { style, value, placeholder, max_length } = component;
      const tall = style === TextInputStyle.Paragraph ? ' tall' : '';
      const left = max_length
        ? `<span class="left">${max_length - (value?.length ?? 0)}</span>`
        : '';
      return `<div class="input${tall}">${escapeHtml(value ?? placeholder ?? '')}${left}</div>`;
    }
    case ComponentType.StringSelect:
      return selectToHtml(component);
    case ComponentType.ChannelSelect: {
      const chosen = component.default_values?.map(
        ({ id }) => `<span class="chip"># ${escapeHtml(nameOf(id))}</span>`,
      );
      return `<div class="input">${chosen?.join(' ') || 'Make a selection'} <span class="left">▾</span></div>`;
    }
    case ComponentType.Checkbox:
      return `<div><span class="box">${component.default ? '✓' : ''}</span></div>`;
    default:
      return unknownPart(`component ${ComponentType[component.type]}`);
  }
}

/** The commands with options of these names. */
const typedInto: Readonly<Record<SuggestionRequest['suggest'], string>> = {
  claim: '/fact',
  topic: '/fact-search',
  pack: '/fact-settings pack',
};

/** What a Discord client offers above the box while somebody types into a command's option. */
export function discordChoicesToHtml(
  choices: readonly APIApplicationCommandOptionChoice<string>[],
  { suggest, typed }: Pick<SuggestionRequest, 'suggest' | 'typed'>,
  { screen }: Scene,
): string {
  const offered = choices.map(({ name }) => `<div class="option">${escapeHtml(name)}</div>`);
  return toPage(
    'discord',
    screen,
    `<div class="answer completions"><div class="label">${suggest}</div>${offered.join('')}</div>
<div class="box-below"><b>${typedInto[suggest]}</b> <span class="option-name">${suggest}</span> ${escapeHtml(typed)}▏</div>`,
  );
}
