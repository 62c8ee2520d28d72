import type { Claim } from '../../core/claims/claim.ts';
import { isKnownLabel } from '../../core/ratings/read-rating.ts';
import { siteOf } from './read-addresses.ts';

/** A rating that nobody has said the meaning of. */
export interface UnknownLabel {
  readonly count: number;
  readonly site: string;
  readonly label: string;
}

/** The ratings of imported claims that have no place on our scale, the most frequent first. */
export function unknownLabels(claims: readonly Claim[]): readonly UnknownLabel[] {
  const unknown = claims.flatMap(({ checks = [], language }) =>
    checks.flatMap(({ label, url, publisher, isRead }) => {
      const site = siteOf(url) || publisher;
      const isKnown = isRead || isKnownLabel({ label, numbers: {}, site, language });
      return isKnown || label === null ? [] : [{ site, label }];
    }),
  );
  return [...Map.groupBy(unknown, ({ site, label }) => `${site}\n${label.toLowerCase()}`).values()]
    .flatMap((same) => (same[0] ? [{ ...same[0], count: same.length }] : []))
    .toSorted((one, other) => other.count - one.count);
}
