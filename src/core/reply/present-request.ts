import type { DeclineReason, RequestAsker } from '../ports/requests.ts';
import type { MessageKey, Texts } from '../texts/texts.ts';
import type { ButtonAction } from './action.ts';
import type { Form } from './form.ts';
import { pressIdToText, pressIdWith } from './press-id.ts';
import type { Answer, Visibility } from './reply.ts';

/** Stands under an answer that knows no claim; what was asked stands in the form then. */
export function requestAction(asked: string, seenAs: Visibility, t: Texts): ButtonAction {
  const id = pressIdWith({ press: 'request', answer: seenAs, page: 0 }, asked);
  return { kind: 'button', id, label: t('button.request') };
}

export interface RequestFormParts {
  /** What was asked, to be edited; empty where it is no longer known. */
  readonly asked: string;
  /** Who saw the answer. */
  readonly seenAs: Visibility;
  /** Whether they may be told where they asked, where others read it. */
  readonly mayTellHere: boolean;
}

/** How many requests somebody may wait for at once. */
export const mostRequests = 20;

/** The most characters that a claim to be checked may have. */
const longestRequest = 500;

/** What would be kept, for the asker to edit, and the tick without which nothing is. */
export function requestForm({ asked, seenAs, mayTellHere }: RequestFormParts, t: Texts): Form {
  const direct = { label: t('request.direct'), value: 'direct' };
  const here = { label: t('request.here'), value: 'here' };
  return {
    id: pressIdToText({ press: 'request', answer: seenAs, page: 0 }),
    locale: t.locale,
    title: t('request.title'),
    submit: t('request.submit'),
    fields: [
      {
        name: 'claim',
        type: 'text',
        label: t('request.claim'),
        hint: t('request.claimHint'),
        required: true,
        multiline: true,
        maxLength: longestRequest,
        value: asked,
      },
      {
        name: 'reach',
        type: 'choice',
        label: t('request.reach'),
        required: true,
        choices: mayTellHere ? [here, direct] : [direct],
        value: mayTellHere && seenAs === 'public' ? 'here' : 'direct',
      },
      {
        name: 'consent',
        type: 'flag',
        label: t('request.consent'),
        hint: t('request.consentHint'),
        required: false,
        value: false,
      },
    ],
  };
}

export function presentRequestKept(askers: number, place: RequestAsker['place'], t: Texts): Answer {
  const where = t(place ? 'request.toldHere' : 'request.toldDirectly');
  return said('request.keptTitle', `${t('request.kept', { askers })} ${where}`, t);
}

/** Nothing was kept, and why. */
export function presentRequestRefused(
  why: 'request.noConsent' | 'request.again' | 'request.tooMany',
  t: Texts,
): Answer {
  return said('request.notKeptTitle', t(why, { most: mostRequests }), t);
}

export function presentDeclinedBefore(reason: DeclineReason, t: Texts): Answer {
  return said('request.declinedTitle', t(reasonKey(reason)), t);
}

/** A sentence for the asker. */
function reasonKey(reason: DeclineReason): MessageKey {
  return `declined.${reason}`;
}

function said(title: MessageKey, text: string, t: Texts): Answer {
  return { tone: 'neutral', title: t(title), blocks: [{ kind: 'text', text }] };
}
