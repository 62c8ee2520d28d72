import { type Day, formatPartialDate } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { type Judgement, judgements } from '../claims/decisions.ts';
import { gistOf } from '../claims/gist.ts';
import { worksOf } from '../claims/works.ts';
import type { Texts } from '../texts/texts.ts';
import { presentCheckHead, recordFields } from './present-claim.ts';
import { presentChanges } from './present-details.ts';
import { presentWorkQuoted } from './present-sources.ts';
import { presentFoundVerdict } from './present-verdict.ts';
import type { Answer, Block } from './reply.ts';

/** All that somebody needs who is to say whether a check still holds: claim, verdict, evidence and history. */
export function presentVerification(claim: Claim, today: Day, t: Texts): Answer {
  const names = Object.fromEntries(judgements.map((each) => [each, t(`decision.${each}`)]));
  const isDraft = claim.verification.status === 'draft';
  const heads = presentCheckHead(claim, today, t);
  return {
    tone: 'neutral',
    title: t('verify.title'),
    blocks: [
      // Of a draft, the gist stands below in any case.
      ...(isDraft ? heads.slice(0, 2) : heads),
      { kind: 'text', text: t('difference.verdict', { verdict: presentFoundVerdict(claim, t) }) },
      { kind: 'text', text: gistOf(claim) },
      { kind: 'text', text: claim.summary, mayCut: true },
      ...(claim.context
        ? [
            {
              kind: 'text',
              heading: t('claim.context'),
              text: claim.context,
              mayCut: true,
            } as const,
          ]
        : []),
      ...evidence(claim, t),
      ...recordFields(claim, t),
      presentChanges(claim, t),
      { kind: 'text', text: t(isDraft ? 'verify.explainDraft' : 'verify.explain', names) },
    ],
  };
}

function evidence({ sources }: Claim, t: Texts): readonly Block[] {
  const works = worksOf(sources);
  if (works.length === 0) return [];
  const items = works.map((work) => presentWorkQuoted(work, t));
  return [{ kind: 'list', heading: t('claim.sources'), ordered: true, items, omitted: 0 }];
}

/** What was decided, and that it holds; `claim` is undefined for a draft that was withdrawn. */
export function presentDecided(judgement: Judgement, claim: Claim | undefined, t: Texts): Answer {
  const isDraft = claim?.verification.status === 'draft';
  const dueOn = claim?.verification.status === 'verified' && claim.verification.recheckDueOn;
  return {
    tone: 'neutral',
    title: t(isDraft ? 'decide.draftTitle' : `decide.${judgement}Title`),
    blocks: [
      ...(claim ? [{ kind: 'quote', text: claim.claim } as const] : []),
      ...(dueOn
        ? [
            {
              kind: 'fields',
              fields: [{ name: t('claim.recheckDue'), value: formatPartialDate(dueOn, t.locale) }],
            } as const,
          ]
        : []),
      { kind: 'text', text: t('decide.holds', { command: 'npm run packs:write' }) },
    ],
  };
}
