import { dayOf } from '../claims/calendar.ts';
import type { Claim, ClaimRef } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { type Judgement, judgements } from '../claims/decisions.ts';
import { claimToRevision } from '../claims/revision.ts';
import type { KeptAnswer } from '../ports/kept-answers.ts';
import type { Action } from '../reply/action.ts';
import type { Form } from '../reply/form.ts';
import { presentOthers } from '../reply/present-reload.ts';
import { presentDecided, presentVerification } from '../reply/present-verification.ts';
import { pressIdToText } from '../reply/press-id.ts';
import type { Answer } from '../reply/reply.ts';
import { phrase } from '../texts/texts.ts';
import { UserError } from '../texts/user-error.ts';
import type { AnswerContext, CommandContext, CommandOption } from './command.ts';

/** A pack's `reason` may be longer, but nobody reads that in a chat. */
const longestWhy = 500;

type Shown = Extract<KeptAnswer['content'], { kind: 'verification' }>;

/** Shows the record of a claim, or decides about it at once. */
export async function verify(context: CommandContext): Promise<Answer> {
  const { claim, decision, why } = context.options;
  const judgement = judgements.find((each) => each === decision);
  if (!judgement) return showVerification(String(claim), context);
  const shown = claimToRevision(namedClaim(String(claim), context.allClaims));
  return decide(shown, judgement, String(why ?? ''), context);
}

/** The record for an operator who looks at it again, with the buttons to decide by, or what to type instead. */
async function showVerification(text: string, context: AnswerContext): Promise<Answer> {
  const { now, t, keep } = context;
  const claim = namedClaim(text, context.allClaims);
  const shown = presentVerification(claim, dayOf(now), t);
  const { ref, revision } = claimToRevision(claim);
  const answer = await keep({ kind: 'verification', ref, revision });
  if (answer !== undefined) {
    const actions = judgements.map(
      (press): Action => ({
        kind: 'button',
        id: pressIdToText({ press, answer, page: 0 }),
        label: t(`decision.${press}`),
      }),
    );
    return { ...shown, actions };
  }
  const decisions = judgements.map((each) => `decision:${each}`);
  const example = `/fact-admin verify ${ref} decision:disputed why:"…"`;
  const typed = t('verify.typed', { decisions, example });
  return { ...shown, blocks: [...shown.blocks, { kind: 'text', text: typed }] };
}

/** The option that says which claim is meant. */
export const claimOption = {
  name: 'claim',
  description: phrase('command.admin.verify.claim'),
  type: 'text',
  maxLength: 300,
  required: true,
  suggest: 'claim',
} as const satisfies CommandOption;

/** @throws {UserError} where the text does not name one claim. */
export function namedClaim(text: string, claims: Pick<ClaimSet, 'lookup'>): Claim {
  const lookup = claims.lookup(text);
  if (lookup.outcome === 'match') return lookup.claim;
  throw new UserError('verify.notFound', { claim: text });
}

/** @throws {UserError} as `Library.decide` does, and where the reason is missing that readers are to see. */
async function decide(
  { ref, revision }: { readonly ref: ClaimRef; readonly revision: string },
  judgement: Judgement,
  why: string,
  context: Pick<AnswerContext, 'allClaims' | 'services' | 'user' | 'isOperator' | 't'>,
): Promise<Answer> {
  const { services, user, t, isOperator, allClaims } = context;
  // By then there may be nobody who could open it.
  if (!isOperator(user)) throw new UserError('admin.refused');
  if (judgement !== 'confirmed' && why === '') throw new UserError('decide.needsWhy');
  const claim = allClaims.find(ref);
  if (claim && claimToRevision(claim).revision !== revision) throw new UserError('decide.changed');
  const about = { ref, by: user };
  const { result, others } = await services.library.decide(
    judgement === 'confirmed'
      ? { ...about, kind: judgement, revision }
      : { ...about, kind: judgement, why },
  );
  const decided = presentDecided(judgement, result, t);
  return { ...decided, blocks: [...decided.blocks, ...presentOthers(others, t)] };
}

/** What a button under the record came to that needs no reason. */
export function confirmShown(shown: Shown, context: AnswerContext): Promise<Answer> {
  return decide(shown, 'confirmed', '', context);
}

/** Asks for the reason; sent off, its id names what was shown. */
export function whyForm(id: string, judgement: Judgement, { t }: Pick<AnswerContext, 't'>): Form {
  return {
    id,
    locale: t.locale,
    title: t(`decision.${judgement}`),
    submit: t(`decision.${judgement}`),
    fields: [
      {
        name: 'why',
        type: 'text',
        label: t('decide.why'),
        required: true,
        multiline: true,
        maxLength: longestWhy,
      },
    ],
  };
}

/** What the form came back with. */
export function decideShown(
  shown: Shown,
  judgement: Judgement,
  values: { readonly why?: unknown },
  context: AnswerContext,
): Promise<Answer> {
  const why = typeof values.why === 'string' ? values.why.trim().slice(0, longestWhy) : '';
  return decide(shown, judgement, why, context);
}
