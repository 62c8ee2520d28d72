import type { Difference, DifferenceKind } from '../matcher.ts';

/** Differences in what was said, rather than in how: put right, the text would be the claim. */
const details: ReadonlySet<DifferenceKind> = new Set([
  'number',
  'date',
  'place',
  'name',
  'speaker',
]);

/**
 * The text as it would be if its only difference from the claim were put right: "362 homicides" becomes "562 homicides".
 * Undefined when there is no such difference, or more than one: then the text is about something else.
 */
export function withoutDifference(
  text: string,
  differences: readonly Difference[],
): string | undefined {
  const [difference, ...more] = differences.filter(({ kind }) => details.has(kind));
  if (!difference || more.length > 0 || !difference.asked || !difference.checked) return undefined;
  const { asked, checked } = difference;
  // Thirty-one people are no wrong share of them, but something else that was counted.
  if (isShare(asked) !== isShare(checked)) return undefined;
  return text.includes(asked) ? text.replace(asked, () => checked) : undefined;
}

function isShare(text: string): boolean {
  return /%|\bper ?cent/i.test(text);
}
