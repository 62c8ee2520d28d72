import { dayOf } from '../claims/calendar.ts';
import type { Lookup } from '../claims/lookup.ts';
import { claimToRevision } from '../claims/revision.ts';
import { verificationOn } from '../claims/verification.ts';
import type { KeptAnswer } from '../ports/kept-answers.ts';
import type { Detail } from '../ports/settings.ts';
import type { Action, SelectAction } from '../reply/action.ts';
import { pickAction } from '../reply/claim-select.ts';
import { presentLookup } from '../reply/present-lookup.ts';
import { requestAction } from '../reply/present-request.ts';
import { type Press, pressIdToText, pressIdWith } from '../reply/press-id.ts';
import { readingOn } from '../reply/reading-on.ts';
import type { Answer, Visibility } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';
import type { AnswerContext } from './command.ts';

/** What an answer with its buttons is made from. */
export type QuestionContext = Pick<
  AnswerContext,
  'platform' | 'keep' | 'now' | 't' | 'canShare'
> & {
  /** What was asked; empty where it is no longer known. */
  readonly asked: string;
};

/** The answer to a lookup, with the buttons that go with it. */
export async function answerLookup(
  lookup: Lookup,
  context: QuestionContext,
  visibility: Visibility,
  detail: Detail,
): Promise<Answer> {
  const { keep, now, t } = context;
  const shown = presentLookup(lookup, dayOf(now), t, detail);
  const content = lookupToKept(lookup);
  const request = requestFor(lookup, context, visibility);
  if (!content) return { ...shown, actions: request };
  const about = lookup.outcome === 'match' ? [claimToRevision(lookup.claim)] : [];
  const answer = { ...shown, about };
  const id = await keep(content, visibility);
  return id === undefined
    ? answer
    : { ...answer, actions: [...actionsFor(lookup, id, visibility, context), ...request] };
}

/** What the buttons need: of the asker's words, only those that the claim has too. */
function lookupToKept(lookup: Lookup): KeptAnswer['content'] | undefined {
  switch (lookup.outcome) {
    case 'match': {
      const { claim, confidence, evidence } = lookup;
      const { words, wording = null, numbers, names } = evidence;
      const why = lookup.byId ? undefined : { confidence, words, wording, numbers, names };
      const differences = lookup.differences.map(({ kind, checked }) => ({ kind, checked }));
      return { kind: 'claim', ref: claim.ref, why, differences };
    }
    case 'ambiguous':
      return { kind: 'list', refs: lookup.claims.map(({ ref }) => ref) };
    case 'none':
      return lookup.nearest.length > 0
        ? { kind: 'list', refs: lookup.nearest.map(({ ref }) => ref) }
        : undefined;
  }
}

function actionsFor(
  lookup: Lookup,
  answer: string,
  visibility: Visibility,
  { now, t, canShare, asked: question }: QuestionContext,
): readonly Action[] {
  const id = (press: Press): string => pressIdToText({ press, answer, page: 0 });
  switch (lookup.outcome) {
    case 'match': {
      const state = verificationOn(lookup.claim, dayOf(now));
      const asked = lookup.differences.map((difference) => difference.asked);
      const share = pressIdToText({ press: 'share', answer, page: 0, asked });
      return [
        ...readingOn(lookup.claim, state, answer, t),
        { kind: 'button', id: id('why'), label: t('button.why') },
        ...(visibility === 'private' && canShare
          ? [{ kind: 'button', id: share, label: t('button.share') } as const]
          : []),
        { kind: 'button', id: id('wrong'), label: t('button.wrong') },
      ];
    }
    case 'ambiguous':
      return [
        withNoneOfThese(
          pickAction(
            pressIdWith({ press: 'pick', answer, page: 0 }, question),
            lookup.claims,
            t('ambiguous.prompt'),
            t,
          ),
          t,
        ),
      ];
    case 'none':
      return [pickAction(id('pick'), lookup.nearest, t('list.open'), t)];
  }
}

/** Where nobody checked the claim, it can be asked for; the terminal has no buttons. */
function requestFor(
  lookup: Lookup,
  { platform, asked, t }: QuestionContext,
  visibility: Visibility,
): readonly Action[] {
  if (platform === 'console' || lookup.outcome !== 'none') return [];
  return lookup.reason === 'no-record' ? [requestAction(asked, visibility, t)] : [];
}

function withNoneOfThese(select: SelectAction, t: Texts): SelectAction {
  const none = { label: t('ambiguous.noneOfThese'), value: noneOfThese };
  return { ...select, choices: [...select.choices, none] };
}

export const noneOfThese = 'none';
