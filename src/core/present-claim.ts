import type { Day } from './calendar.ts';
import type { Claim } from './claim.ts';
import { presentSource } from './present-sources.ts';
import { presentVerdict, verdictTone } from './present-verdict.ts';
import type { Block, Reply } from './reply.ts';
import { texts } from './texts.ts';
import { type VerificationState, verificationOn } from './verification.ts';

/** What is said about a claim as of a day, by how far its record can be trusted then. */
export function presentClaim(claim: Claim, today: Day): Omit<Reply, 'visibility'> {
  return {
    tone: verdictTone(claim, today),
    title: presentVerdict(claim, today),
    blocks: presentClaimBlocks(claim, today),
  };
}

/** The record under its title: the claim, what was found, the sources, the verification. */
export function presentClaimBlocks(claim: Claim, today: Day): readonly Block[] {
  const state = verificationOn(claim, today);
  const quote: Block = { kind: 'quote', text: claim.claim };
  switch (state) {
    case 'draft':
      return [
        quote,
        { kind: 'text', text: texts.claim.draft },
        ...sourceList(claim, texts.claim.draftSources),
        record(claim, state),
      ];
    case 'retracted':
      return [
        quote,
        { kind: 'text', text: texts.claim.retracted(claim.verification.reason ?? '').trim() },
        record(claim, state),
      ];
    case 'verified':
    case 'due':
    case 'expired':
    case 'disputed':
      return [quote, ...caution(claim, state), ...finding(claim), record(claim, state)];
  }
}

function caution(claim: Claim, state: VerificationState): readonly Block[] {
  if (state === 'expired') return [{ kind: 'text', text: texts.claim.expired }];
  if (state === 'disputed') {
    return [{ kind: 'text', text: texts.claim.disputed(claim.verification.reason ?? '').trim() }];
  }
  return [];
}

function finding(claim: Claim): readonly Block[] {
  const [main] = claim.sources;
  return [
    { kind: 'text', text: claim.summary, mayCut: true },
    // Named here as well as in the list below: on a phone the context would push the list off the first screen.
    ...(main && claim.context
      ? [
          {
            kind: 'list',
            heading: texts.claim.mainSource,
            ordered: false,
            items: [presentSource(main)],
            omitted: 0,
          } as const,
        ]
      : []),
    ...(claim.context
      ? [{ kind: 'text', heading: texts.claim.context, text: claim.context, mayCut: true } as const]
      : []),
    ...sourceList(claim, texts.claim.sources),
  ];
}

function sourceList(claim: Claim, heading: string): readonly Block[] {
  if (claim.sources.length === 0) return [];
  return [
    { kind: 'list', heading, ordered: true, items: claim.sources.map(presentSource), omitted: 0 },
  ];
}

function record(claim: Claim, state: VerificationState): Block {
  const said = [claim.claimant, claim.occasion].filter((part) => part !== null).join(', ');
  return {
    kind: 'fields',
    fields: [
      ...(said ? [{ name: texts.claim.saidBy, value: said }] : []),
      { name: texts.claim.verification, value: presentVerification(claim, state) },
      { name: texts.claim.asOf, value: texts.claim.published(claim.asOf, false) },
      { name: texts.claim.ref, value: claim.ref },
    ],
  };
}

/** "Verified 22 Nov 2026 · re-check due 22 May 2027 · by first reader, second reader". */
function presentVerification(claim: Claim, state: VerificationState): string {
  const { on, recheckDueOn, by } = claim.verification;
  const name = texts.verificationStates[state];
  const checkedBy = texts.claim.checkedBy(by);
  const parts =
    state === 'due' || state === 'expired'
      ? [
          recheckDueOn && state === 'due' ? texts.claim.verifiedOn(name, recheckDueOn) : name,
          texts.claim.lastVerifiedOn(on),
        ]
      : [
          texts.claim.verifiedOn(name, on),
          ...(state === 'verified' && recheckDueOn ? [texts.claim.recheckDue(recheckDueOn)] : []),
        ];
  return [...parts, checkedBy].join(' · ');
}
