import { type Day, formatPartialDate } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { gistOf } from '../claims/gist.ts';
import { hasVerdict, type VerificationState, verificationOn } from '../claims/verification.ts';
import { worksOf } from '../claims/works.ts';
import type { Detail } from '../ports/settings.ts';
import type { Texts } from '../texts/texts.ts';
import { publishedFindings, publishedNote, withdrawal } from './present-published.ts';
import { presentWork, presentWorkShort } from './present-sources.ts';
import { presentVerdict, verdictTone } from './present-verdict.ts';
import type { Answer, Block, Field } from './reply.ts';

/** What is said about a claim as of a day, by how far its record can be trusted then. */
export function presentClaim(claim: Claim, today: Day, t: Texts, detail: Detail): Answer {
  return {
    tone: verdictTone(claim, today),
    title: presentVerdict(claim, today, t),
    blocks: presentClaimBlocks(claim, today, t, detail),
  };
}

/** The record under its title: the claim, how far to trust it, what was found, the sources. */
export function presentClaimBlocks(
  claim: Claim,
  today: Day,
  t: Texts,
  detail: Detail,
): readonly Block[] {
  const head = presentCheckHead(claim, today, t);
  if (!hasVerdict(verificationOn(claim, today))) return head;
  if (claim.checks) {
    const record = detail === 'full' ? recordFields(claim, t) : [];
    return [...head, ...publishedFindings(claim, claim.checks, t, detail), ...record];
  }
  return detail === 'short'
    ? [...head, { kind: 'text', text: gistOf(claim) }, ...shortSources(claim, t)]
    : [...head, ...findings(claim, t, { mayCut: true }), ...recordFields(claim, t)];
}

/** The claim, who checked it and when, and what to know before the finding of a check that is not to be relied on. */
export function presentCheckHead(claim: Claim, today: Day, t: Texts): readonly Block[] {
  const state = verificationOn(claim, today);
  const caution = cautionText(claim, state, t);
  return [
    { kind: 'quote', text: claim.claim },
    { kind: 'note', text: presentCheck(claim, state, t) },
    ...(caution === undefined ? [] : [{ kind: 'text', text: caution } as const]),
  ];
}

function cautionText(
  { gist, checks = [], verification: { reason = '', proposed } }: Claim,
  state: VerificationState,
  t: Texts,
): string | undefined {
  switch (state) {
    case 'draft':
      // Not the summary's beginning, which would tell the verdict that is not yet found.
      return proposed ? undefined : gist;
    case 'retracted':
      return t('claim.retracted', {
        reason: [withdrawal(checks, t), reason].filter(Boolean).join(' '),
      }).trim();
    case 'disputed':
      return t('claim.disputed', { reason }).trim();
    case 'expired':
      return t('claim.expired');
    case 'verified':
    case 'due':
      return undefined;
  }
}

/** Summary, context and all sources. */
export function findings(
  claim: Claim,
  t: Texts,
  { mayCut }: { readonly mayCut: boolean },
): readonly Block[] {
  if (claim.checks) {
    return publishedFindings(claim, claim.checks, t, 'full');
  }
  const works = worksOf(claim.sources);
  return [
    { kind: 'text', text: claim.summary, mayCut },
    ...(claim.context
      ? [{ kind: 'text', heading: t('claim.context'), text: claim.context, mayCut } as const]
      : []),
    ...(works.length > 0
      ? [
          {
            kind: 'list',
            heading: t('claim.sources'),
            ordered: true,
            items: works.map((work) => presentWork(work, t)),
            omitted: 0,
          } as const,
        ]
      : []),
  ];
}

/** How many sources a short answer names. */
const shownSources = 3;

function shortSources(claim: Claim, t: Texts): readonly Block[] {
  const works = worksOf(claim.sources);
  if (works.length === 0) return [];
  return [
    {
      kind: 'list',
      ordered: false,
      inline: true,
      items: works.slice(0, shownSources).map((work) => presentWorkShort(work, t)),
      omitted: Math.max(0, works.length - shownSources),
    },
  ];
}

/** Who said it, how it was checked, when it is due again, and the name to ask for it by. */
export function recordFields(claim: Claim, t: Texts): readonly Block[] {
  const { claimant, occasion } = claim;
  const { how, recheckDueOn } = claim.verification;
  const said =
    claimant !== null && occasion !== null
      ? t('claim.claimantAndOccasion', { claimant, occasion })
      : (claimant ?? occasion);
  const fields: readonly Field[] = [
    ...(said ? [{ name: t('claim.saidBy'), value: said }] : []),
    ...(claim.checks ? [] : [{ name: t('claim.how'), value: how }]),
    ...(recheckDueOn
      ? [{ name: t('claim.recheckDue'), value: formatPartialDate(recheckDueOn, t.locale) }]
      : []),
    { name: t('claim.ref'), value: claim.ref },
  ];
  return [{ kind: 'fields', fields }];
}

/** "Checked 22 Nov 2026 by the Riverton desk · evidence up to 1 Nov 2026 · re-check due since 22 May 2027". */
function presentCheck(claim: Claim, state: VerificationState, t: Texts): string {
  const { on, recheckDueOn, by } = claim.verification;
  const day = (value: Day): string => formatPartialDate(value, t.locale);
  if (claim.checks) {
    return [
      ...publishedNote(claim, claim.checks, t, { withReading: hasVerdict(state) }),
      ...languageNote(claim, t),
    ].join(' · ');
  }
  if (state === 'draft') {
    return [t('verification.draftSince', { day: day(on) }), t('claim.draft')].join(' · ');
  }
  const parts = [
    t('claim.checked', { day: day(on), names: by }),
    t('claim.evidenceUpTo', { day: day(claim.asOf) }),
    ...(state === 'due' && recheckDueOn ? [t('claim.dueSince', { day: day(recheckDueOn) })] : []),
    ...(state === 'expired' ? [t('claim.expiredNote')] : []),
    ...languageNote(claim, t),
  ];
  return parts.join(' · ');
}

/** Said where the check is in another language than the reader's: it is not translated. */
function languageNote({ language }: Claim, t: Texts): readonly string[] {
  if (language.split('-')[0] === t.locale.split('-')[0]) return [];
  const name = new Intl.DisplayNames([t.locale], { type: 'language' }).of(language) ?? language;
  return [t('language.checkedIn', { language: name })];
}
