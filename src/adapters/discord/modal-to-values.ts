import { ComponentType, type ModalData } from 'discord.js';
import type { FormValues } from '../../core/bot/invocation.ts';

type FormValue = FormValues[string];

/** What was filled into a modal that `formToModal` made; a choice that nobody made is left out. */
export function modalToValues(fields: Iterable<ModalData>): FormValues {
  const values: Record<string, FormValue> = {};
  for (const field of fields) {
    const [type = '', name = ''] = field.customId.split(/:(.*)/s);
    const value = fieldToValue(type, field);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function fieldToValue(type: string, field: ModalData): FormValue | undefined {
  switch (field.type) {
    case ComponentType.TextInput:
    case ComponentType.Checkbox:
      return field.value;
    case ComponentType.StringSelect:
      return type === 'choice' ? field.values[0] : field.values;
    case ComponentType.ChannelSelect:
      return field.values;
    default:
      return undefined;
  }
}
