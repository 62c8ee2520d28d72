import type { FormField } from '../reply/form.ts';
import { UserError } from '../texts/user-error.ts';
import type { FormContent } from './command.ts';
import type { FormValues } from './invocation.ts';

/** A platform's id. */
const channelId = /^\w{1,32}$/;
/** No select takes more. */
const mostChosen = 100;

/**
 * Checks what came back of a form against what it asks for: a program can send anything, and a reload can have taken a
 * choice away meanwhile. Values of fields that the form does not have are nobody's business.
 * @throws {UserError} naming the field.
 */
export function checkForm({ fields }: Pick<FormContent, 'fields'>, values: FormValues): void {
  for (const field of fields) {
    const value = values[field.name];
    const isEmpty = value === undefined || value === '';
    if (isEmpty ? field.required : !takes(field, value))
      throw new UserError('form.refused', { field: field.label });
  }
}

function takes(field: FormField, value: FormValues[string]): boolean {
  switch (field.type) {
    case 'text':
    case 'suggested':
      return typeof value === 'string' && value.length <= field.maxLength;
    case 'choice':
      return field.choices.some((choice) => choice.value === value);
    case 'choices':
      return Array.isArray(value) && value.every((each) => isChoice(field, each));
    case 'searched':
      return Array.isArray(value) && value.length <= mostChosen && value.every(isName);
    case 'channels':
      return Array.isArray(value) && value.length <= mostChosen && value.every(isChannelId);
    case 'flag':
      return typeof value === 'boolean';
  }
}

function isChoice({ choices }: Extract<FormField, { type: 'choices' }>, value: unknown): boolean {
  return choices.some((choice) => choice.value === value);
}

/** Whether there is one of the name is for the command to say. */
function isName(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 100;
}

function isChannelId(value: unknown): boolean {
  return typeof value === 'string' && channelId.test(value);
}
