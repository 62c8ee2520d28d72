import type { Day } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { presentVerdict } from '../reply/present-verdict.ts';
import { cutText } from '../texts/cut-text.ts';
import type { Texts } from '../texts/texts.ts';

/** How a claim is suggested while people type: verdict and claim, cut to `max` UTF-16 units. */
export function claimToLabel(claim: Claim, today: Day, t: Texts, max: number): string {
  const said = t('claim.quoted', { claim: claim.claim });
  return cutText(`${presentVerdict(claim, today, t)} · ${said}`, max);
}

/** So many of the nearest claims are held against a label: what it stands for holds all its words. */
const lookedAt = 50;

/**
 * The claims that a label stands for: none for any other text, several where they begin alike and the label is cut. Some
 * of Discord's clients send the label of the suggestion that was chosen instead of its value, and its verdict may be
 * in another language, or of another day.
 */
export function labelToClaims(text: string, claims: Pick<ClaimSet, 'search'>): readonly Claim[] {
  const [, said = ''] = label.exec(text.trim()) ?? [];
  if (said === '') return [];
  const near = claims.search({ words: said }).slice(0, lookedAt);
  const cut = /^(.+)…$/su.exec(said);
  if (cut) return near.filter(({ claim }) => bare(claim).startsWith(bare(cut[1] ?? '')));
  return near.filter(({ claim }) => bare(claim) === bare(said));
}

/** Quotation marks in a claim are others where it is quoted. */
function bare(text: string): string {
  return text.replace(/\s*["“”„«»‘’‚]\s*/gu, '');
}

const label = /^[^\n]{1,80}? · ["“„«]\s*(.+)$/su;
