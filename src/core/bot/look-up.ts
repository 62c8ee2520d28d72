import type { Claim } from '../claims/claim.ts';
import type { ClaimSet, LookupOptions } from '../claims/claim-set.ts';
import { answersTo } from '../claims/claim-texts.ts';
import type { Lookup, Match } from '../claims/lookup.ts';
import type { Subject } from '../claims/subjects.ts';
import { asksElsewhere } from './asks-elsewhere.ts';
import { lookUpSeveral, type Parts } from './look-up-parts.ts';
import { labelToClaims } from './suggestion-label.ts';

/** What was found for what somebody asked; not every question makes a statement. */
export type Finding =
  | Lookup
  /** One claim, and sentences or clauses beside it that are on no record; `left` were not looked up. */
  | {
      readonly outcome: 'partly';
      readonly lookup: Match;
      readonly missing: readonly string[];
      readonly left: number;
    }
  /** More than one statement, each with what was found for it. */
  | ({ readonly outcome: 'several' } & Parts)
  /** A name or topic alone; `count` claims are about it, of which the first may be all that is known. */
  | { readonly outcome: 'subject'; readonly subject: Subject; readonly count: number }
  /** A link, perhaps among words for which there is no claim; `count` claims cite it, of which the first may be all that is known. */
  | { readonly outcome: 'cited'; readonly claims: readonly Claim[]; readonly count: number }
  /** A request to check something that stands where the bot can't see it. */
  | { readonly outcome: 'elsewhere' };

/** Looks a question up: the claim it makes, else what is on record about the page, name or topic that it is. */
export async function lookUp(
  claims: ClaimSet,
  text: string,
  options: LookupOptions,
): Promise<Finding> {
  if (asksElsewhere(text)) return { outcome: 'elsewhere' };
  const [named, ...alike] = labelToClaims(text, claims);
  if (named && alike.length === 0) return claims.lookup(named.ref, options);
  /** What is not a claim as a whole is not answered with it for one of its clauses. */
  const look = (part: string): Lookup => {
    const lookup = claims.lookup(part, options);
    if (lookup.outcome !== 'match' || !claims.isNearMiss(text, lookup.claim)) return lookup;
    return { outcome: 'none', nearest: [lookup.claim], reason: 'no-record' };
  };
  const lookup = look(text);
  // What is a claim word for word is that claim, whatever its clauses would be.
  if (lookup.outcome === 'match' && (lookup.byId || answersTo(text, lookup.claim))) return lookup;
  const parts = await lookUpSeveral(text, lookup, look);
  if (parts) return partsToFinding(parts);
  if (lookup.outcome === 'match') return lookup;
  const cited = claims.citing(text, options);
  if (cited.length > 0) return { outcome: 'cited', claims: cited, count: cited.length };
  const subject = claims.subject(text, options);
  return subject ? { outcome: 'subject', subject, count: subject.refs.length } : lookup;
}

/** One record is told as ever, with what it does not speak of; several are listed. */
function partsToFinding({ parts, left }: Parts): Finding {
  const matches = parts.flatMap(({ lookup }) => (lookup.outcome === 'match' ? [lookup] : []));
  const isUnclear = parts.some(({ lookup }) => lookup.outcome === 'ambiguous');
  const [first] = matches.toSorted(
    (one, other) => one.differences.length - other.differences.length,
  );
  const isOne = new Set(matches.map(({ claim }) => claim.ref)).size === 1;
  if (!first || !isOne || isUnclear) return { outcome: 'several', parts, left };
  const missing = parts.filter(({ lookup }) => lookup.outcome === 'none').map(({ text }) => text);
  return missing.length > 0 || left > 0
    ? { outcome: 'partly', lookup: first, missing, left }
    : first;
}

/** The one claim that an answer is about; undefined where it is about none, or several. */
export function claimOf(finding: Finding | undefined): Claim | undefined {
  if (finding?.outcome === 'partly') return finding.lookup.claim;
  return finding?.outcome === 'match' ? finding.claim : undefined;
}
