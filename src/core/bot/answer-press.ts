import { dayOf } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { type Judgement, judgements } from '../claims/decisions.ts';
import { claimToRevision } from '../claims/revision.ts';
import { hasVerdict, type VerificationState, verificationOn } from '../claims/verification.ts';
import {
  buttonsWorkForMs,
  type FoundAnswer,
  type KeptAnswer,
  type KeptAnswers,
} from '../ports/kept-answers.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import type { Form } from '../reply/form.ts';
import { presentClaim } from '../reply/present-claim.ts';
import { presentMore, presentQuotes, presentWhy } from '../reply/present-details.ts';
import { presentFound } from '../reply/present-lookup.ts';
import { type Press, type PressId, textToPressId } from '../reply/press-id.ts';
import { readingOn } from '../reply/reading-on.ts';
import type { Answer, Visibility } from '../reply/reply.ts';
import { UserError } from '../texts/user-error.ts';
import { answerLookup, noneOfThese } from './answer-claim.ts';
import type { AnswerContext } from './command.ts';
import { keepDraft } from './draft-claim.ts';
import type { FormValues, PressInput } from './invocation.ts';
import { listClaims } from './list-claims.ts';
import type { Delivery } from './plan.ts';
import { type KeptClaim, takeWrongMatch, wrongMatchForm } from './take-wrong-match.ts';
import { confirmShown, decideShown, whyForm } from './verify-claim.ts';

type PressDelivery = Exclude<Delivery, 'none' | 'public'>;

/** How each button is answered; whether it can be is seen only when the kept answer is found. */
const deliveries: Readonly<Record<Press, PressDelivery>> = {
  more: 'private',
  sources: 'private',
  'sources-page': 'replace',
  why: 'private',
  share: 'share',
  wrong: 'form',
  pick: 'replace',
  open: 'private',
  page: 'replace',
  request: 'form',
  confirmed: 'replace',
  disputed: 'form',
  retracted: 'form',
  'keep-draft': 'replace',
};

export function pressDelivery(id: string): PressDelivery {
  const pressed = textToPressId(id);
  return pressed ? deliveries[pressed.press] : 'private';
}

/** @throws {UserError} when the button is too old, somebody else's, or its claim is gone. */
export async function answerPress(
  { id, value }: PressInput,
  find: KeptAnswers['find'],
  context: AnswerContext,
): Promise<Answer> {
  const { pressed, kept } = await findPressed(id, find, context);
  const { t, now, claims } = context;
  const today = dayOf(now);
  if (isList(kept.content)) return answerListPress(kept.content, kept, pressed, value, context);
  if (kept.content.kind === 'draft') {
    return { ...(await keepDraft(kept.content, context)), placement: 'replace' };
  }
  if (kept.content.kind === 'verification') {
    return { ...(await confirmShown(kept.content, context)), placement: 'replace' };
  }
  const claim = claims.find(kept.content.ref);
  if (!claim) throw new UserError('button.gone');
  if (!mayReadOn(pressed.press, verificationOn(claim, today))) {
    const placement =
      deliveries[pressed.press] === 'replace' ? { placement: 'replace' as const } : {};
    return { ...presentClaim(claim, today, t, context.detail), ...placement };
  }
  switch (pressed.press) {
    case 'more':
      return presentMore(claim, today, t);
    case 'sources':
      return presentQuotes(claim, pressed, t);
    case 'sources-page':
      return { ...presentQuotes(claim, pressed, t), placement: 'replace' };
    case 'why':
      return presentWhy(claim, kept.content.why, t);
    case 'share':
      return shareClaim(claim, kept.content, pressed, context);
    case 'wrong':
    case 'pick':
    case 'open':
    case 'page':
    case 'request':
    case 'confirmed':
    case 'disputed':
    case 'retracted':
    case 'keep-draft':
      throw new UserError('button.tooOld', { days });
  }
}

type KeptList = Extract<KeptAnswer['content'], { kind: 'list' | 'search' }>;

function isList(content: KeptAnswer['content']): content is KeptList {
  return content.kind === 'list' || content.kind === 'search';
}

async function answerListPress(
  content: KeptList,
  { visibility }: Pick<KeptAnswer, 'visibility'>,
  pressed: PressId,
  value: string | undefined,
  context: AnswerContext,
): Promise<Answer> {
  switch (pressed.press) {
    case 'pick':
      return {
        ...(await answerPick(content, pressed, value, visibility, context)),
        placement: 'replace',
      };
    case 'open':
      return answerPick(content, pressed, value, 'private', context);
    default: {
      if (content.kind === 'list') throw new UserError('button.tooOld', { days });
      const { verdict, topic } = content;
      const query = {
        words: pressed.asked?.join('') ?? '',
        verdict: verdict ?? undefined,
        topic: topic ?? undefined,
      };
      return { ...(await listClaims(query, pressed.page + 1, context)), placement: 'replace' };
    }
  }
}

/** The record for all in the channel. The private answer's buttons are the asker's alone; this one's are everybody's. */
async function shareClaim(
  claim: Claim,
  content: KeptClaim,
  { asked = [] }: PressId,
  { user, keep, now, t, detail }: AnswerContext,
): Promise<Answer> {
  const today = dayOf(now);
  const differences = content.differences.map(({ kind, checked }, at) => ({
    kind,
    checked,
    asked: asked[at] ?? '',
  }));
  const answer = await keep({ ...content, sharedBy: user }, 'public');
  return {
    ...presentFound(claim, differences, today, t, detail),
    sharedBy: user,
    about: [claimToRevision(claim)],
    actions: answer ? readingOn(claim, verificationOn(claim, today), answer, t) : [],
  };
}

/** A button stays under an answer whose check was withdrawn or taken up again since: it must not tell that check on. */
function mayReadOn(press: Press, state: VerificationState): boolean {
  return hasVerdict(state) || !['more', 'sources', 'sources-page'].includes(press);
}

const days = buttonsWorkForMs / 86_400_000;

async function findPressed(
  id: string,
  find: KeptAnswers['find'],
  { user }: AnswerContext,
): Promise<{ pressed: PressId; kept: FoundAnswer }> {
  const pressed = textToPressId(id);
  const kept = pressed && (await find(pressed.answer, user).catch(sayLost));
  if (!pressed || !kept) throw new UserError('button.tooOld', { days });
  // Reading on is for everybody who sees a public answer; changing it is for the one who asked.
  const changes = deliveries[pressed.press] === 'replace' && isList(kept.content);
  if (!kept.isOwn && (changes || kept.visibility === 'private')) {
    throw new UserError('button.notYours');
  }
  return { pressed, kept };
}

/** Nobody can tell whether the button is too old. */
function sayLost(error: unknown): never {
  throw error instanceof StoreLostError ? new UserError('button.storeLost') : error;
}

async function answerPick(
  { refs }: KeptList,
  { asked }: PressId,
  value: string | undefined,
  visibility: Visibility,
  context: AnswerContext,
): Promise<Answer> {
  const { claims } = context;
  if (value === noneOfThese) {
    const none = { outcome: 'none', nearest: [], reason: 'no-record' } as const;
    const question = { ...context, asked: asked?.join('') ?? '' };
    return answerLookup(none, question, visibility, context.detail);
  }
  const ref = refs[Number(value)];
  const lookup = claims.lookup(ref ?? '');
  if (lookup.outcome !== 'match') throw new UserError('button.gone');
  return answerLookup(lookup, { ...context, asked: '' }, visibility, context.detail);
}

/** @throws {UserError} as `answerPress` does, for a button that opens a form. */
export async function checkPress(
  { id }: PressInput,
  find: KeptAnswers['find'],
  context: AnswerContext,
): Promise<void> {
  await findPressed(id, find, context);
}

/** The form that a button opens. */
export function pressForm(id: string, context: AnswerContext): Form {
  const judgement = judgementOf(textToPressId(id));
  return judgement ? whyForm(id, judgement, context) : wrongMatchForm(id, context);
}

/** What is to be done about a form under a button. */
export async function takePressForm(
  id: string,
  values: FormValues,
  find: KeptAnswers['find'],
  context: AnswerContext,
): Promise<Answer> {
  const judgement = judgementOf(textToPressId(id));
  const { kept } = await findPressed(id, find, context);
  if (kept.content.kind === 'verification' && judgement) {
    return decideShown(kept.content, judgement, values, context);
  }
  if (kept.content.kind !== 'claim') throw new UserError('button.tooOld', { days });
  return takeWrongMatch(kept.content, values, context);
}

function judgementOf(pressed: PressId | undefined): Judgement | undefined {
  return judgements.find((judgement) => judgement === pressed?.press);
}
