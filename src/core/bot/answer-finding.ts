import { dayOf } from '../claims/calendar.ts';
import type { Claim, ClaimRef } from '../claims/claim.ts';
import type { Subject } from '../claims/subjects.ts';
import type { Detail } from '../ports/settings.ts';
import { openAction } from '../reply/claim-select.ts';
import { presentElsewhere } from '../reply/present-elsewhere.ts';
import { presentSubject } from '../reply/present-subject.ts';
import type { Answer, Visibility } from '../reply/reply.ts';
import { answerLookup } from './answer-claim.ts';
import type { AnswerContext } from './command.ts';
import type { Finding } from './look-up.ts';

/** The answer to a question, with what can be done about it. */
export async function answerFinding(
  finding: Finding,
  context: AnswerContext,
  visibility: Visibility,
  detail: Detail,
): Promise<Answer> {
  switch (finding.outcome) {
    case 'subject':
      return answerSubject(finding.subject, context);
    case 'elsewhere':
      return presentElsewhere(context.platform, context.t);
    case 'match':
    case 'ambiguous':
    case 'none':
      return answerLookup(finding, context, visibility, detail);
  }
}

/** Names the most asked of its claims; the others can be opened too, as far as a select takes them. */
async function answerSubject(
  { words, claims }: Subject,
  { keep, now, t, services, community }: AnswerContext,
): Promise<Answer> {
  const sorted = mostAskedFirst(claims, services.popularity.top(community));
  const answer = presentSubject(words, sorted, dayOf(now), t);
  const id = await keep({ kind: 'list', refs: sorted.map(({ ref }) => ref) });
  return id === undefined ? answer : { ...answer, actions: [openAction(id, sorted, t)] };
}

function mostAskedFirst(claims: readonly Claim[], popular: readonly ClaimRef[]): readonly Claim[] {
  const places = new Map(popular.map((ref, place) => [ref, place]));
  const placeOf = ({ ref }: Claim): number => places.get(ref) ?? places.size;
  return claims.toSorted((one, other) => placeOf(one) - placeOf(other));
}
