import type { Texts } from '../texts/texts.ts';

/** So many are named one by one. */
const mostNamed = 10;

/** Some names in a row, and how many there are besides. */
export function listNames(names: readonly string[], t: Texts): string {
  const others = names.length - mostNamed;
  const named = names.slice(0, mostNamed);
  return t.list(others > 0 ? [...named, t('list.omitted', { count: others })] : named);
}
