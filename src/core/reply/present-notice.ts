import type { Day } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { claimToRevision } from '../claims/revision.ts';
import type { UserKey } from '../keys.ts';
import type { DeclineReason } from '../ports/requests.ts';
import type { Texts } from '../texts/texts.ts';
import { presentClaim } from './present-claim.ts';
import { referenceMark } from './reference.ts';
import type { Answer, Block } from './reply.ts';

export interface AskedFor {
  readonly claim: string;
  /** Named where others read it, too; the asker knows. */
  readonly by: UserKey | undefined;
}

/** Tells an asker that there is a claim now for what they asked. */
export function presentAnswered(asked: AskedFor, claim: Claim, today: Day, t: Texts): Answer {
  const shown = presentClaim(claim, today, t, 'short');
  const blocks = [said(t('request.answered')), presentAsked(asked, t), ...shown.blocks];
  return { ...shown, blocks, about: [claimToRevision(claim)] };
}

export function presentDeclined(asked: AskedFor, reason: DeclineReason, t: Texts): Answer {
  return {
    tone: 'neutral',
    title: t('request.declinedTitle'),
    blocks: [said(t(`declined.${reason}`)), presentAsked(asked, t)],
  };
}

/** Tells an asker that nobody knows whether they were told. */
export function presentUnsure(asked: AskedFor, t: Texts): Answer {
  return {
    tone: 'error',
    title: t('mistake.title'),
    blocks: [said(t('request.unsure')), presentAsked(asked, t)],
  };
}

const said = (text: string): Block => ({ kind: 'text', text });

function presentAsked({ claim, by }: AskedFor, t: Texts): Block {
  const asked = { name: t('request.asked'), value: t('claim.quoted', { claim }) };
  if (!by) return { kind: 'fields', fields: [asked] };
  const asker = {
    name: t('request.askedBy'),
    value: referenceMark,
    references: [{ kind: 'user', key: by } as const],
  };
  return { kind: 'fields', fields: [asker, asked] };
}
