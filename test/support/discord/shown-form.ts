import type { FieldBody, ModalBody } from './component-rules.ts';
import { type From, type InteractionEvent, interactionEvent } from './events.ts';

/** What somebody fills in, by label: text, ticks, the label of a choice, labels of several, ids of channels. */
export type FormInput = Readonly<Record<string, string | boolean | readonly string[]>>;

/** A form as the asker meets it. */
export interface ShownForm {
  readonly title: string;
  readonly labels: readonly string[];
  /** What is chosen, ticked or written before anybody touches it, by label. */
  readonly filled: FormInput;
  readonly modal: ModalBody;
  /** What it was opened with, and by whom. */
  readonly openedBy: InteractionEvent;
  readonly from: From;
}

export function showForm(modal: ModalBody, openedBy: InteractionEvent, from: From): ShownForm {
  return {
    title: modal.title,
    labels: modal.components.map(({ label }) => label),
    filled: Object.fromEntries(
      modal.components.map(({ label, component }) => [label, filledIn(component)]),
    ),
    modal,
    openedBy,
    from,
  };
}

/** What is sent off; Discord's client sends nothing that the form does not let people fill in. */
export function formEvent({ modal, filled, openedBy, from }: ShownForm, input: FormInput) {
  for (const label of Object.keys(input)) {
    if (!(label in filled)) throw new Error(`the form has no field “${label}”`);
  }
  const components = modal.components.map(({ label, component }, index) => ({
    type: 18,
    id: index,
    component: {
      id: index + 100,
      type: component.type,
      custom_id: component.custom_id,
      ...sentOff(label, component, input[label] ?? filled[label] ?? ''),
    },
  }));
  return interactionEvent(5, from, { custom_id: modal.custom_id, components }, openedBy.message);
}

function filledIn(field: FieldBody): FormInput[string] {
  switch (field.type) {
    case 3:
      return field.options.flatMap(({ default: chosen, label }) => (chosen ? [label] : []));
    case 4:
      return field.value ?? '';
    case 8:
      return (field.default_values ?? []).map(({ id }) => id);
    case 23:
      return field.default ?? false;
  }
}

function sentOff(label: string, field: FieldBody, value: FormInput[string]): object {
  const refuse = (): never => {
    throw new Error(`Discord's client would not let anybody send ${label}: ${String(value)}`);
  };
  if (field.type === 23) return typeof value === 'boolean' ? { value } : refuse();
  if (field.type === 4) {
    const { max_length = 4000, required = true } = field;
    if (typeof value !== 'string' || value.length > max_length || (required && !value)) refuse();
    return { value };
  }
  const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? value : refuse();
  const { min_values = 1, max_values = 1 } = field;
  if (chosen.length < min_values || chosen.length > max_values) refuse();
  if (field.type === 8) return { values: chosen };
  return {
    values: chosen.map(
      (one: string) => field.options.find((option) => option.label === one)?.value ?? refuse(),
    ),
  };
}
