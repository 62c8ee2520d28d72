/** `“False” 12, “Misleading” 3, …`: the most frequent names first, and whether there are more. */
export function mostFrequent(counts: ReadonlyMap<string, number>, most: number): string {
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  const shown = sorted.slice(0, most).map(([name, count]) => `“${shortName(name)}” ${count}`);
  return [...shown, ...(sorted.length > most ? ['…'] : [])].join(', ');
}

function shortName(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
