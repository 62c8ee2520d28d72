import type { Difference } from '../matching/matcher.ts';
import type { Day } from './calendar.ts';
import type { Claim } from './claim.ts';
import type { Lookup } from './lookup.ts';
import { presentClaim, presentClaimBlocks } from './present-claim.ts';
import { presentVerdict } from './present-verdict.ts';
import type { Block, ListItem, Reply } from './reply.ts';
import { texts } from './texts.ts';
import { verificationOn } from './verification.ts';

export function presentLookup(lookup: Lookup, today: Day): Omit<Reply, 'visibility'> {
  switch (lookup.outcome) {
    case 'match':
      return lookup.differences.length > 0
        ? presentDifferent(lookup.claim, lookup.differences, today)
        : presentClaim(lookup.claim, today);
    case 'ambiguous':
      return {
        tone: 'neutral',
        title: texts.ambiguous.title,
        blocks: [{ kind: 'text', text: texts.ambiguous.text }, claimList(lookup.claims)],
      };
    case 'none':
      return lookup.reason === 'nothing-to-check'
        ? {
            tone: 'neutral',
            title: texts.none.nothingToCheckTitle,
            blocks: [{ kind: 'text', text: texts.none.nothingToCheck }],
          }
        : {
            tone: 'neutral',
            title: texts.none.title,
            blocks: [
              { kind: 'text', text: texts.none.text },
              ...(lookup.nearest.length > 0 ? [claimList(lookup.nearest, texts.none.nearest)] : []),
            ],
          };
  }
}

/** Says first what differs; the verdict comes after the checked claim, and is named as that claim's. */
function presentDifferent(
  claim: Claim,
  differences: readonly Difference[],
  today: Day,
): Omit<Reply, 'visibility'> {
  const [quote, ...rest] = presentClaimBlocks(claim, today);
  const stands = !['draft', 'retracted'].includes(verificationOn(claim, today));
  const verdict: Block = {
    kind: 'text',
    text: texts.difference.verdict(presentVerdict(claim, today)),
  };
  return {
    tone: 'neutral',
    title: texts.difference.title,
    blocks: [
      { kind: 'text', text: differences.map(presentDifference).join('\n') },
      ...(quote ? [quote] : []),
      ...(stands ? [verdict] : []),
      ...rest,
    ],
  };
}

function presentDifference({ kind, asked, checked }: Difference): string {
  if (kind === 'negation') return texts.difference.negated;
  if (asked && checked) return texts.difference.replaced(asked, checked);
  return asked ? texts.difference.added(asked) : texts.difference.missing(checked);
}

/** Claims without their verdicts: none of them is known to be the one that was asked about. */
function claimList(claims: readonly Claim[], heading?: string): Block {
  const items = claims.map(
    (claim): ListItem => ({ text: texts.claim.quoted(claim.claim), detail: `/fact ${claim.ref}` }),
  );
  return {
    kind: 'list',
    ordered: true,
    items,
    omitted: 0,
    ...(heading !== undefined && { heading }),
  };
}
