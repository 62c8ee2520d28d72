import type { FormField } from './form.ts';
import type { Visibility } from './reply.ts';

/** In a form: who sees the answer, or a community's answers. */
export function visibilityField(
  name: string,
  says: { readonly label: string } & Readonly<Record<Visibility, string>>,
  value: Visibility,
): FormField {
  return {
    name,
    type: 'choice',
    label: says.label,
    required: true,
    choices: (['public', 'private'] as const).map((each) => ({ label: says[each], value: each })),
    value,
  };
}
