import type { ClaimSet, LookupOptions } from '../claims/claim-set.ts';
import type { Lookup } from '../claims/lookup.ts';
import type { Subject } from '../claims/subjects.ts';
import { asksElsewhere } from './asks-elsewhere.ts';

/** What was found for what somebody asked; not every question makes a statement. */
export type Finding =
  | Lookup
  /** A name or topic alone. */
  | { readonly outcome: 'subject'; readonly subject: Subject }
  /** A request to check something that stands where the bot can't see it. */
  | { readonly outcome: 'elsewhere' };

/** Looks a question up: the claim it makes, else what is on record about the name or topic that it is. */
export function lookUp(claims: ClaimSet, text: string, options: LookupOptions): Finding {
  if (asksElsewhere(text)) return { outcome: 'elsewhere' };
  const lookup = claims.lookup(text, options);
  const subject = lookup.outcome === 'match' ? undefined : claims.subject(text, options);
  return subject ? { outcome: 'subject', subject } : lookup;
}
