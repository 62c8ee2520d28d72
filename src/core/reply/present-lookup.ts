import type { Difference } from '../../matching/matcher.ts';
import type { Day } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { wordingKey } from '../claims/claim-texts.ts';
import type { Lookup } from '../claims/lookup.ts';
import { hasVerdict, verificationOn } from '../claims/verification.ts';
import type { Detail } from '../ports/settings.ts';
import type { Texts } from '../texts/texts.ts';
import { presentClaim, presentClaimBlocks } from './present-claim.ts';
import { presentVerdict } from './present-verdict.ts';
import type { Answer, Block, ListItem } from './reply.ts';

export function presentLookup(lookup: Lookup, today: Day, t: Texts, detail: Detail): Answer {
  switch (lookup.outcome) {
    case 'match':
      return presentFound(lookup.claim, lookup.differences, today, t, detail);
    case 'ambiguous':
      return {
        tone: 'neutral',
        title: t('ambiguous.title'),
        blocks: [{ kind: 'text', text: t('ambiguous.text') }, claimList(lookup.claims, today, t)],
      };
    case 'none':
      return presentNone(lookup, today, t);
  }
}

/** One line where there is nothing to name: in a channel it is said to people who did not ask. */
function presentNone(
  { reason, nearest }: Extract<Lookup, { outcome: 'none' }>,
  today: Day,
  t: Texts,
): Answer {
  if (nearest.length > 0) {
    const near = claimList(nearest, today, t, t('none.nearest'));
    return { tone: 'neutral', title: t('none.unsure'), blocks: [near] };
  }
  const title = t(reason === 'nothing-to-check' ? 'none.nothingToCheck' : 'none.title');
  return { tone: 'neutral', title, blocks: [] };
}

/** Where what was asked is not what the claim says; without the asker's words where they are no longer known. */
type ToldDifference = Pick<Difference, 'asked' | 'checked'> & { readonly kind: string };

/** The record that was found; as another claim than the asker's where they differ. */
export function presentFound(
  claim: Claim,
  differences: readonly ToldDifference[],
  today: Day,
  t: Texts,
  detail: Detail,
): Answer {
  return differences.length > 0
    ? presentDifferent(claim, differences, today, t, detail)
    : presentClaim(claim, today, t, detail);
}

/** Says first what differs; the verdict comes after the checked claim, and is named as that claim's. */
function presentDifferent(
  claim: Claim,
  differences: readonly ToldDifference[],
  today: Day,
  t: Texts,
  detail: Detail,
): Answer {
  const [quote, ...rest] = presentClaimBlocks(claim, today, t, detail);
  const verdict: Block = {
    kind: 'text',
    text: t('difference.verdict', { verdict: presentVerdict(claim, today, t) }),
  };
  return {
    tone: 'neutral',
    title: t('difference.title'),
    blocks: [
      {
        kind: 'text',
        text: differences.map((difference) => presentDifference(difference, claim, t)).join('\n'),
      },
      ...(quote ? [quote] : []),
      ...(hasVerdict(verificationOn(claim, today)) ? [verdict] : []),
      ...rest,
    ],
  };
}

/** One place where the text and the claim do not say the same, in a sentence. */
export function presentDifference(
  { kind, asked, checked }: ToldDifference,
  claim: Claim,
  t: Texts,
): string {
  if (kind === 'negation') return t('difference.negated');
  // What a wording says, and not the claim itself, is not what "the checked claim says".
  const isSaid = checked !== '' && saysWords(claim.claim, checked);
  if (asked && isSaid) return t('difference.replaced', { asked, checked });
  if (asked) return t('difference.added', { asked });
  return isSaid ? t('difference.missing', { checked }) : t('difference.unnamed');
}

/** Whether the words stand in the text, whatever their case and the marks between them; whole, where spaces part words. */
function saysWords(text: string, words: string): boolean {
  const [said, sought] = [wordingKey(text), wordingKey(words)];
  return /\p{scx=Han}/u.test(sought) ? said.includes(sought) : ` ${said} `.includes(` ${sought} `);
}

/**
 * Claims without their verdicts: none of them is known to be the one that was asked about. A draft or a withdrawn
 * check is named as such, so that nobody takes it for a checked claim.
 */
function claimList(claims: readonly Claim[], today: Day, t: Texts, heading?: string): Block {
  const items = claims.map(
    (claim): ListItem => ({
      text: t('claim.quoted', { claim: claim.claim }),
      detail: hasVerdict(verificationOn(claim, today))
        ? claim.ref
        : `${presentVerdict(claim, today, t)} · ${claim.ref}`,
    }),
  );
  return {
    kind: 'list',
    ordered: true,
    items,
    omitted: 0,
    ...(heading !== undefined && { heading }),
  };
}
