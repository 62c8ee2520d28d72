import type { ViewOutput } from '@slack/bolt';
import type { FormValues } from '../../core/bot/invocation.ts';
import { choiceSuffix } from './form-to-view.ts';

type StateValue = ViewOutput['state']['values'][string][string];

/** What was filled in, by field name; a field that was left empty is left out. */
export function viewToValues({ state }: Pick<ViewOutput, 'state'>): FormValues {
  const filled = Object.entries(state.values).flatMap(([block, elements]) => {
    const [element] = Object.values(elements);
    const value = element && stateToValue(element);
    return value === undefined ? [] : [[block, value] as const];
  });
  // What was chosen says more exactly what is meant than what was typed above it.
  const chosen = filled.flatMap(([block, value]) =>
    block.endsWith(choiceSuffix) ? [[block.slice(0, -choiceSuffix.length), value] as const] : [],
  );
  return Object.fromEntries([
    ...filled.filter(([block]) => !block.endsWith(choiceSuffix)),
    ...chosen,
  ]);
}

function stateToValue(element: StateValue): FormValues[string] | undefined {
  switch (element.type) {
    case 'plain_text_input':
      return element.value ?? undefined;
    case 'checkboxes':
      return (element.selected_options ?? []).length > 0;
    case 'multi_static_select':
    case 'multi_external_select':
      return (element.selected_options ?? []).map(({ value }) => value);
    case 'multi_conversations_select':
      return element.selected_conversations ?? [];
    default:
      return element.selected_option?.value;
  }
}
