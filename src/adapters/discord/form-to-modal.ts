import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { Choice, Form, FormField } from '../../core/reply/form.ts';
import { cutText } from '../../core/texts/cut-text.ts';
import { selectOption } from './select-option.ts';

/** Discord's limits for modals (discord-api-docs, components/reference.mdx), in characters, fields and options. */
const limits = { title: 45, fields: 5, label: 45, hint: 100, text: 4000, options: 25 } as const;

/** Where people write; a thread or a forum's post counts as its channel. */
const writableChannels = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
] as const;

/**
 * `isChannel` tells channels that are still there from deleted ones. Discord names the button that sends a modal off
 * itself, so the form's own word for it is not used.
 */
export function formToModal(
  { id, title, fields }: Form,
  isChannel: (id: string) => boolean,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: cutText(title, limits.title),
    components: fields
      .filter(canBeShown)
      .slice(0, limits.fields)
      .map((field) => fieldToLabel(field, isChannel)),
  };
}

type ShownField = Exclude<FormField, { type: 'searched' }>;

/** Discord has no search in modals, and refuses a select without options. */
function canBeShown(field: FormField): field is ShownField {
  return field.type !== 'searched' && (!('choices' in field) || field.choices.length > 0);
}

function fieldToLabel(field: ShownField, isChannel: (id: string) => boolean): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: cutText(field.label, limits.label),
    ...(field.hint !== undefined && { description: cutText(field.hint, limits.hint) }),
    component: fieldToComponent(field, isChannel),
  };
}

/** What was sent off says no more than its id and values, so the id tells which type of field it was. */
function fieldId({ type, name }: Pick<FormField, 'type' | 'name'>): string {
  return `${type}:${name}`;
}

function fieldToComponent(
  field: ShownField,
  isChannel: (id: string) => boolean,
): APIComponentInLabel {
  const { required } = field;
  const shared = { custom_id: fieldId(field) };
  switch (field.type) {
    case 'text':
      return {
        ...shared,
        type: ComponentType.TextInput,
        style: field.multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required,
        max_length: Math.min(field.maxLength, limits.text),
        ...(field.value && { value: field.value.slice(0, limits.text) }),
      };
    // Discord has no suggestions in modals.
    case 'suggested':
      return {
        ...shared,
        type: ComponentType.TextInput,
        style: field.suggest === 'claim' ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required,
        max_length: Math.min(field.maxLength, limits.text),
      };
    case 'choice':
      return {
        ...shared,
        type: ComponentType.StringSelect,
        required,
        min_values: required ? 1 : 0,
        max_values: 1,
        options: choicesToOptions(field.choices, field.value === undefined ? [] : [field.value]),
      };
    case 'choices':
      return {
        ...shared,
        type: ComponentType.StringSelect,
        required,
        min_values: required ? 1 : 0,
        max_values: Math.min(field.choices.length, limits.options),
        options: choicesToOptions(field.choices, field.values),
      };
    case 'channels':
      return {
        ...shared,
        type: ComponentType.ChannelSelect,
        channel_types: [...writableChannels],
        required,
        min_values: required ? 1 : 0,
        max_values: limits.options,
        default_values: field.values
          .filter(isChannel)
          .slice(0, limits.options)
          .map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
      };
    case 'flag':
      return { ...shared, type: ComponentType.Checkbox, default: field.value };
  }
}

function choicesToOptions(
  choices: readonly Choice[],
  chosen: readonly string[],
): APISelectMenuOption[] {
  return choices
    .slice(0, limits.options)
    .map((choice) => ({ ...selectOption(choice), default: chosen.includes(choice.value) }));
}
