import { dayOf } from '../claims/calendar.ts';
import { wordingKey } from '../claims/claim-texts.ts';
import { hasVerdict, verificationOn } from '../claims/verification.ts';
import type { RequestPlace } from '../ports/requests.ts';
import type { Form } from '../reply/form.ts';
import {
  presentDeclinedBefore,
  presentRequestKept,
  presentRequestRefused,
  requestForm,
} from '../reply/present-request.ts';
import type { PressId } from '../reply/press-id.ts';
import type { Answer } from '../reply/reply.ts';
import { UserError } from '../texts/user-error.ts';
import { answerLookup } from './answer-claim.ts';
import { checkForm } from './check-form.ts';
import type { AnswerContext } from './command.ts';
import type { FormValues, Invocation } from './invocation.ts';

/** The form under "Ask for a check"; sent off, its id says who saw the answer that knew nothing. */
export function openRequestForm({ answer, asked }: PressId, { canShare, t }: AnswerContext): Form {
  const seenAs = answer === 'public' ? 'public' : 'private';
  return requestForm({ asked: asked?.join('') ?? '', seenAs, mayTellHere: canShare }, t);
}

/**
 * Keeps the request, with the asker's tick alone. A claim that is on record is answered instead, as the asker may have
 * found better words for it.
 * @throws {UserError} for what no form of ours sends.
 */
export async function takeRequest(
  pressed: PressId,
  values: FormValues,
  invocation: Invocation,
  context: AnswerContext,
): Promise<Answer> {
  const { t, now, user, community, claims, settings, services } = context;
  const form = openRequestForm(pressed, context);
  checkForm(form, values);
  if (values.consent !== true) return presentRequestRefused('request.noConsent', t);
  const claim = String(values.claim).trim();
  if (wordingKey(claim) === '') throw new UserError('form.refused', { field: t('request.claim') });
  const lookup = claims.lookup(claim, { strictness: settings.strictness });
  if (
    lookup.outcome === 'match' &&
    lookup.differences.length === 0 &&
    hasVerdict(verificationOn(lookup.claim, dayOf(now)))
  ) {
    return answerLookup(lookup, { ...context, asked: claim }, 'private', context.detail);
  }
  const place = values.reach === 'here' ? placeOf(invocation) : undefined;
  const asker = { user, at: now.toISOString(), locale: t.locale, community, place };
  const asked = await services.requests.ask(claim, asker);
  switch (asked.outcome) {
    case 'kept':
      return presentRequestKept(asked.askers, place, t);
    case 'again':
      return presentRequestRefused('request.again', t);
    case 'too-many':
      return presentRequestRefused('request.tooMany', t);
    case 'declined':
      return presentDeclinedBefore(asked.reason, t);
  }
}

function placeOf({ platform, community, channel, thread }: Invocation): RequestPlace | undefined {
  return channel === undefined ? undefined : { platform, community, channel, thread };
}
