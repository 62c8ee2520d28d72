import type { Seen } from './ledger.ts';

/** What is sent when somebody presses the button, or chooses the option, that whose label begins so. */
export function pressData({ message, buttons, choices }: Seen, label: string): object {
  for (const component of (message.components ?? []).flatMap((row) => row.components)) {
    if (component.type === 2 && component.label.startsWith(label)) {
      return { custom_id: component.custom_id, component_type: 2 };
    }
    const chosen =
      component.type === 3 && component.options.find((option) => option.label.startsWith(label));
    if (chosen) {
      return { custom_id: component.custom_id, component_type: 3, values: [chosen.value] };
    }
  }
  const there = [...buttons, ...choices].join(', ') || 'nothing';
  throw new Error(`“${label}” can't be pressed here; there is ${there}`);
}
