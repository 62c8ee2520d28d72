import { type Day, formatPartialDate } from '../claims/calendar.ts';
import type { Claim, Source } from '../claims/claim.ts';
import { type VerificationState, verificationOn } from '../claims/verification.ts';
import type { Texts } from '../texts/texts.ts';
import { presentDraftSource, presentFirstSource, presentSource } from './present-sources.ts';
import { presentVerdict, verdictTone } from './present-verdict.ts';
import type { Answer, Block, ListItem } from './reply.ts';

/** What is said about a claim as of a day, by how far its record can be trusted then. */
export function presentClaim(claim: Claim, today: Day, t: Texts): Answer {
  return {
    tone: verdictTone(claim, today),
    title: presentVerdict(claim, today, t),
    blocks: presentClaimBlocks(claim, today, t),
  };
}

/** The record under its title: the claim, what was found, the sources, the verification. */
export function presentClaimBlocks(claim: Claim, today: Day, t: Texts): readonly Block[] {
  const state = verificationOn(claim, today);
  const quote: Block = { kind: 'quote', text: claim.claim };
  switch (state) {
    case 'draft':
      return [
        quote,
        { kind: 'text', text: t('claim.draft') },
        ...sourceList(claim, t('claim.draftSources'), (source) => presentDraftSource(source, t)),
        record(claim, state, t),
      ];
    case 'retracted':
      return [
        quote,
        {
          kind: 'text',
          text: t('claim.retracted', { reason: claim.verification.reason ?? '' }).trim(),
        },
        record(claim, state, t),
      ];
    case 'verified':
    case 'due':
    case 'expired':
    case 'disputed':
      return [quote, ...caution(claim, state, t), ...finding(claim, t), record(claim, state, t)];
  }
}

/** What must be said before the finding of a check that can no longer, or not quite, be relied on. */
export function caution(claim: Claim, state: VerificationState, t: Texts): readonly Block[] {
  if (state === 'expired') return [{ kind: 'text', text: t('claim.expired') }];
  if (state === 'disputed') {
    return [
      {
        kind: 'text',
        text: t('claim.disputed', { reason: claim.verification.reason ?? '' }).trim(),
      },
    ];
  }
  return [];
}

function finding(claim: Claim, t: Texts): readonly Block[] {
  const [main] = claim.sources;
  return [
    { kind: 'text', text: claim.summary, mayCut: true },
    // Named here as well as in the list below: on a phone the context would push the list off the first screen.
    ...(main && claim.context
      ? [
          {
            kind: 'list',
            heading: t('claim.firstSource', { count: claim.sources.length }),
            ordered: false,
            items: [presentFirstSource(main, t)],
            omitted: 0,
          } as const,
        ]
      : []),
    ...(claim.context
      ? [{ kind: 'text', heading: t('claim.context'), text: claim.context, mayCut: true } as const]
      : []),
    ...sourceList(claim, t('claim.sources'), (source) => presentSource(source, t)),
  ];
}

function sourceList(
  claim: Claim,
  heading: string,
  present: (source: Source) => ListItem,
): readonly Block[] {
  if (claim.sources.length === 0) return [];
  return [
    {
      kind: 'list',
      heading,
      ordered: true,
      items: claim.sources.map(present),
      omitted: 0,
    },
  ];
}

function record(claim: Claim, state: VerificationState, t: Texts): Block {
  const { claimant, occasion } = claim;
  const said =
    claimant !== null && occasion !== null
      ? t('claim.claimantAndOccasion', { claimant, occasion })
      : (claimant ?? occasion);
  return {
    kind: 'fields',
    fields: [
      ...(said ? [{ name: t('claim.saidBy'), value: said }] : []),
      { name: t('claim.verification'), value: presentVerification(claim, state, t) },
      { name: t('claim.asOf'), value: formatPartialDate(claim.asOf, t.locale) },
      { name: t('claim.ref'), value: claim.ref },
      ...languageNote(claim, t),
    ],
  };
}

/** Said where the check is in another language than the reader's: it is not translated. */
function languageNote({ language }: Claim, t: Texts): readonly { name: string; value: string }[] {
  if (language.split('-')[0] === t.locale.split('-')[0]) return [];
  const name = new Intl.DisplayNames([t.locale], { type: 'language' }).of(language) ?? language;
  return [{ name: t('language.note'), value: t('language.checkedIn', { language: name }) }];
}

/** "Verified 22 Nov 2026 · re-check due 22 May 2027 · by first reader, second reader". */
function presentVerification(claim: Claim, state: VerificationState, t: Texts): string {
  const { on, recheckDueOn, by } = claim.verification;
  if (state === 'draft') {
    return t('verification.draftSince', { day: formatPartialDate(on, t.locale) });
  }
  const name = t(`verification.${state}`);
  const day = (value: Day): string => formatPartialDate(value, t.locale);
  const parts =
    state === 'due' || state === 'expired'
      ? [
          recheckDueOn && state === 'due'
            ? t('claim.stateOn', { state: name, day: day(recheckDueOn) })
            : name,
          t('claim.lastVerifiedOn', { day: day(on) }),
        ]
      : [
          t('claim.stateOn', { state: name, day: day(on) }),
          ...(state === 'verified' && recheckDueOn
            ? [t('claim.recheckDue', { day: day(recheckDueOn) })]
            : []),
        ];
  return [...parts, t('claim.checkedBy', { names: by })].join(' · ');
}
