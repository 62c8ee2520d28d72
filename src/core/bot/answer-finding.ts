import { dayOf } from '../claims/calendar.ts';
import type { ClaimRef } from '../claims/claim.ts';
import { claimToRevision } from '../claims/revision.ts';
import type { Detail } from '../ports/settings.ts';
import { openAction } from '../reply/claim-select.ts';
import { presentElsewhere } from '../reply/present-elsewhere.ts';
import { mostMissing, presentLeft, presentMissing, presentParts } from '../reply/present-parts.ts';
import { presentSubject } from '../reply/present-subject.ts';
import type { Answer, Visibility } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';
import { answerLookup, type QuestionContext } from './answer-claim.ts';
import type { AnswerContext } from './command.ts';
import { firstChoices } from './first-choices.ts';
import type { Finding } from './look-up.ts';

type AskedContext = AnswerContext & QuestionContext;

/** The answer to a question, with what can be done about it. */
export async function answerFinding(
  finding: Finding,
  context: AskedContext,
  visibility: Visibility,
  detail: Detail,
): Promise<Answer> {
  switch (finding.outcome) {
    case 'partly':
      return answerPartly(finding, context, visibility, detail);
    case 'several':
      return answerSeveral(finding, context, visibility);
    case 'subject': {
      const { words, refs } = finding.subject;
      const { count } = finding;
      return answerList(refs, count, (t) => t('subject.title', { count, words }), context);
    }
    case 'cited': {
      const { claims, count } = finding;
      const refs = claims.map(({ ref }) => ref);
      return answerList(refs, count, (t) => t('cited.title', { count }), context);
    }
    case 'elsewhere':
      return presentElsewhere(context.platform, context.t);
    case 'match':
    case 'ambiguous':
    case 'none':
      return answerLookup(finding, context, visibility, detail);
  }
}

/** The record that was found; right under its claim stands what it does not speak of. */
async function answerPartly(
  { lookup, missing, left }: Extract<Finding, { outcome: 'partly' }>,
  context: AskedContext,
  visibility: Visibility,
  detail: Detail,
): Promise<Answer> {
  const answer = await answerLookup(lookup, context, visibility, detail);
  const [claim, ...rest] = answer.blocks;
  const beside = [
    ...presentMissing(missing, mostMissing.beside, context.t),
    ...presentLeft(left, context.t),
  ];
  return { ...answer, blocks: [...(claim ? [claim] : []), ...beside, ...rest] };
}

/** Each statement in a list; whoever sees it can open the records for themselves. */
async function answerSeveral(
  parts: Extract<Finding, { outcome: 'several' }>,
  { keep, now, t }: AnswerContext,
  visibility: Visibility,
): Promise<Answer> {
  const { answer, claims, told } = presentParts(parts, dayOf(now), t);
  const shown = { ...answer, about: told.map(claimToRevision) };
  const id = await keep({ kind: 'list', refs: claims.map(({ ref }) => ref) }, visibility);
  return id === undefined ? shown : { ...shown, actions: [openAction(id, claims, t)] };
}

/** Names the most asked of its claims; the others can be opened too, as far as a select takes them. */
async function answerList(
  refs: readonly ClaimRef[],
  count: number,
  say: (t: Texts) => string,
  { keep, now, t, services, community, claims }: AnswerContext,
): Promise<Answer> {
  const first = firstChoices(refs, services.popularity.top(community));
  const shown = first.flatMap((ref) => claims.find(ref) ?? []);
  const answer = presentSubject(say(t), shown, count, dayOf(now), t);
  const id = await keep({ kind: 'list', refs: first });
  return id === undefined ? answer : { ...answer, actions: [openAction(id, shown, t)] };
}
