import { type ImportField, importFields } from '../../core/claims/import-fields.ts';
import headings from './headings.json' with { type: 'json' };

/** The known headings in every language that the bot speaks; each field by its own name, too. */
const byHeading = new Map(
  importFields.flatMap((field) =>
    [field, ...headings[field]].map((heading) => [headingKey(heading), field] as const),
  ),
);

/**
 * What a column holds, by its heading, or as `columns` says. Several columns may hold one field: `source 1`, `source 2`.
 */
export function fieldOf(
  heading: string,
  columns: Readonly<Record<string, ImportField>>,
): ImportField | undefined {
  const key = headingKey(heading);
  const named = Object.entries(columns).find(([name]) => headingKey(name) === key);
  return (
    named?.[1] ??
    byHeading.get(key) ??
    byHeading.get(headingKey(heading.replace(/[\s_]*\d+\s*$/, '')))
  );
}

function headingKey(heading: string): string {
  return (
    heading
      .normalize('NFC')
      .toLowerCase()
      // In Turkish, `I` and `İ` are other letters than elsewhere.
      .replaceAll('\u0307', '')
      .replaceAll('ı', 'i')
      .replace(/\([^()]*\)/g, ' ')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}
