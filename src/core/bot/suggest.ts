import type { Day } from '../claims/calendar.ts';
import type { Claim, ClaimRef } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { Pack } from '../claims/pack.ts';
import { cutText } from '../texts/cut-text.ts';
import type { Texts } from '../texts/texts.ts';
import type { Suggestion, SuggestionLimits } from './bot.ts';
import { claimToLabel, labelToClaims } from './suggestion-label.ts';

export interface ClaimTyping {
  readonly claims: ClaimSet;
  readonly typed: string;
  /** The most told claims first, offered before anything is typed. */
  readonly popular: readonly ClaimRef[];
  readonly today: Day;
}

/** Claims for the words typed so far, each with its verdict: by id, then by wording, then by text. The value is the id. */
export function suggestClaims(
  typing: ClaimTyping,
  limits: SuggestionLimits,
  t: Texts,
): readonly Suggestion[] {
  return [...new Set(found(typing, limits.count))]
    .filter((claim) => claim.ref.length <= limits.valueLength)
    .slice(0, limits.count)
    .map((claim) => ({
      label: claimToLabel(claim, typing.today, t, limits.labelLength),
      value: claim.ref,
    }));
}

function found({ claims, typed, popular }: ClaimTyping, count: number): readonly Claim[] {
  const words = typed.trim().toLowerCase();
  const best = claims.search({ words }).slice(0, count);
  if (words === '') {
    const often = popular.flatMap((ref) => claims.find(ref) ?? []);
    return [...often, ...best];
  }
  const byWording = best.filter(({ wordings }) =>
    wordings.some((wording) => wording.toLowerCase().includes(words)),
  );
  return [...labelToClaims(typed, claims), ...claims.named(words, count), ...byWording, ...best];
}

/** Topics that hold what was typed. */
export function suggestTopics(
  claims: ClaimSet,
  typed: string,
  limits: SuggestionLimits,
): readonly Suggestion[] {
  const part = typed.trim().toLowerCase();
  return claims
    .topics()
    .filter((topic) => topic.includes(part) && topic.length <= limits.valueLength)
    .slice(0, limits.count)
    .map((topic) => ({ label: cutText(topic, limits.labelLength), value: topic }));
}

/** Packs whose title or name holds what was typed. */
export function suggestPacks(
  packs: readonly Pack[],
  typed: string,
  limits: SuggestionLimits,
): readonly Suggestion[] {
  const part = typed.trim().toLowerCase();
  return packs
    .filter(({ title, name }) => title.toLowerCase().includes(part) || name.includes(part))
    .slice(0, limits.count)
    .map(({ title, name }) => ({ label: cutText(title, limits.labelLength), value: name }));
}
