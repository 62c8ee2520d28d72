import type { Suggestion } from './bot.ts';
import type { Day } from './calendar.ts';
import type { ClaimSet } from './claim-set.ts';
import { cutText } from './cut-text.ts';
import { presentVerdict } from './present-verdict.ts';
import type { Texts } from './texts.ts';

export interface SuggestionLimits {
  readonly count: number;
  /** In UTF-16 units, like `valueLength`. */
  readonly labelLength: number;
  readonly valueLength: number;
}

/** Claims for the words typed so far, each with its verdict; the value is the claim's id. */
export function suggestClaims(
  claims: ClaimSet,
  typed: string,
  today: Day,
  limits: SuggestionLimits,
  t: Texts,
): readonly Suggestion[] {
  return claims
    .search({ words: typed })
    .filter((claim) => claim.ref.length <= limits.valueLength)
    .slice(0, limits.count)
    .map((claim) => ({
      label: cutText(
        `${presentVerdict(claim, today, t)} · ${t('claim.quoted', { claim: claim.claim })}`,
        limits.labelLength,
      ),
      value: claim.ref,
    }));
}

/** Topics that hold what was typed. */
export function suggestTopics(
  claims: ClaimSet,
  typed: string,
  limits: SuggestionLimits,
): readonly Suggestion[] {
  const part = typed.trim().toLowerCase();
  return claims.topics
    .filter((topic) => topic.includes(part) && topic.length <= limits.valueLength)
    .slice(0, limits.count)
    .map((topic) => ({ label: cutText(topic, limits.labelLength), value: topic }));
}
