import type { types } from '@slack/bolt';
import type { Choice, Form, FormField } from '../../core/reply/form.ts';
import { cutText } from '../../core/texts/cut-text.ts';
import { type Texts, textsFor } from '../../core/texts/texts.ts';
import { optionFor, plainText } from './plain-text.ts';
import { suggestActionId } from './suggest-options.ts';

/** Slack's limits for modals (@slack/types, views and block-elements; docs.slack.dev, block-kit reference). */
const limits = {
  title: 24,
  label: 2000,
  hint: 2000,
  text: 3000,
  radioButtons: 4,
  options: 100,
  optionValue: 75,
} as const;

/** Name of the second input of a field that takes free text or a choice. */
export const choiceSuffix = '.choice';

/** The one element of an input block needs a name, too; what counts is the block's, which is the field's. */
const elementName = 'value';

/** The form as a modal; `metadata` comes back when it is sent off. */
export function formToView(form: Form, metadata: string): types.ModalView {
  const t = textsFor(form.locale);
  return {
    type: 'modal',
    callback_id: form.id,
    title: plainText(form.title, limits.title),
    submit: plainText(form.submit, limits.title),
    private_metadata: metadata,
    blocks: form.fields.flatMap((field) => fieldToBlocks(field, t)),
  };
}

function fieldToBlocks(field: FormField, t: Texts): types.InputBlock[] {
  switch (field.type) {
    case 'text': {
      const max_length = Math.min(field.maxLength, limits.text);
      return [
        toInput(field, {
          type: 'plain_text_input',
          action_id: elementName,
          multiline: field.multiline,
          max_length,
          ...(field.value && { initial_value: cutText(field.value, max_length) }),
        }),
      ];
    }
    case 'choice':
      return field.choices.length > 0 ? [toInput(field, choiceToElement(field))] : [];
    case 'choices': {
      const chosen = field.choices.filter(({ value }) => field.values.includes(value));
      if (field.choices.length === 0) return [];
      return [
        toInput(field, {
          type: 'multi_static_select',
          action_id: elementName,
          options: field.choices.slice(0, limits.options).map(optionFor),
          ...(chosen.length > 0 && { initial_options: chosen.map(optionFor) }),
        }),
      ];
    }
    case 'searched':
      // More could not be shown as chosen, and so would be lost.
      if (field.values.length > limits.options) return [];
      return [
        toInput(field, {
          type: 'multi_external_select',
          action_id: suggestActionId(field.suggest, false),
          min_query_length: 0,
          ...(field.values.length > 0 && { initial_options: field.values.map(optionFor) }),
        }),
      ];
    case 'channels':
      return [
        toInput(field, {
          type: 'multi_conversations_select',
          action_id: elementName,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          ...(field.values.length > 0 && { initial_conversations: [...field.values] }),
        }),
      ];
    case 'flag': {
      const options = [optionFor({ label: t('form.yes'), value: 'yes' })];
      return [
        toInput(field, {
          type: 'checkboxes',
          action_id: elementName,
          options,
          ...(field.value && { initial_options: options }),
        }),
      ];
    }
    case 'suggested':
      return suggestedToBlocks(field, t);
  }
}

function choiceToElement({
  choices,
  value,
}: {
  readonly choices: readonly Choice[];
  readonly value?: string;
}): types.StaticSelect | types.RadioButtons {
  const initial = choices.find((choice) => choice.value === value);
  return {
    type: choices.length <= limits.radioButtons ? 'radio_buttons' : 'static_select',
    action_id: elementName,
    options: choices.slice(0, limits.options).map(optionFor),
    ...(initial && { initial_option: optionFor(initial) }),
  };
}

/**
 * A select that is searched while people type offers what they typed as its first choice, where that can't be too long
 * for one. A claim can; so it is typed into a field of its own, and the select is there for those on record.
 */
function suggestedToBlocks(
  field: Extract<FormField, { type: 'suggested' }>,
  t: Texts,
): types.InputBlock[] {
  const takesTyped = field.maxLength <= limits.optionValue;
  const select: types.ExternalSelect = {
    type: 'external_select',
    action_id: suggestActionId(field.suggest, takesTyped),
    min_query_length: 0,
  };
  if (takesTyped) return [toInput(field, select)];
  return [
    toInput(
      // Which of the two is filled in is seen only when the form is sent off.
      { ...field, required: false },
      {
        type: 'plain_text_input',
        action_id: elementName,
        multiline: true,
        max_length: Math.min(field.maxLength, limits.text),
      },
    ),
    toInput(
      { name: field.name + choiceSuffix, label: t('form.orChoose'), required: false },
      select,
    ),
  ];
}

function toInput(
  { name, label, hint, required }: Pick<FormField, 'name' | 'label' | 'hint' | 'required'>,
  element: types.InputBlock['element'],
): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label, limits.label),
    ...(hint !== undefined && { hint: plainText(hint, limits.hint) }),
    optional: !required,
    element,
  };
}
