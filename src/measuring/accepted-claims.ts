import type { DataSet, Query } from './data-set.ts';

/** The claims that a query may be answered with: those marked, and those that say nearly the same. */
export function acceptedClaims({ gold }: Query, { twins }: DataSet): Set<string> {
  const accepted = new Set(gold);
  for (const id of gold) for (const twin of twins.get(id) ?? []) accepted.add(twin);
  return accepted;
}
