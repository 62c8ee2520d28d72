import { dayOf } from '../claims/calendar.ts';
import { maxGistLength } from '../claims/claim.ts';
import { claimProblems } from '../claims/claim-problems.ts';
import { writtenToDraft } from '../claims/draft.ts';
import { fileToClaim } from '../claims/file-to-claim.ts';
import type { Pack } from '../claims/pack.ts';
import { verdicts } from '../claims/verdict.ts';
import type { KeptAnswer } from '../ports/kept-answers.ts';
import { listNames } from '../reply/list-names.ts';
import { presentClaimBlocks } from '../reply/present-claim.ts';
import { presentOthers } from '../reply/present-reload.ts';
import { presentVerdict } from '../reply/present-verdict.ts';
import { pressIdToText } from '../reply/press-id.ts';
import type { Answer, Block } from '../reply/reply.ts';
import { cutText } from '../texts/cut-text.ts';
import { UserError } from '../texts/user-error.ts';
import type { AnswerContext, CommandContext, FormContent } from './command.ts';
import type { FormValues } from './invocation.ts';

type DraftContext = Pick<CommandContext, 'options' | 'allClaims' | 't'>;

/**
 * Asks for what a new claim needs at least; the pack's own verdicts are to choose from. Of a request for a check, the claim stands
 * in it already.
 * @throws {UserError} where nobody waits for that request.
 */
export async function draftForm(context: CommandContext): Promise<FormContent> {
  const { services, options, form } = context;
  // Of what was sent off, nothing is filled in again: the request may have been answered since.
  const request =
    options.request === undefined || form
      ? undefined
      : await services.requests.find(String(options.request));
  return blankForm(context, request?.claim);
}

/** In UTF-16 units. */
const longestClaim = 300;

function blankForm(context: DraftContext, claim = ''): FormContent {
  const { t } = context;
  const pack = packFor(context);
  const text = { type: 'text', required: true, multiline: true } as const;
  return {
    title: t('draft.title'),
    submit: t('draft.submit'),
    fields: [
      {
        ...text,
        name: 'claim',
        label: t('draft.claim'),
        maxLength: longestClaim,
        multiline: false,
        value: cutText(claim.replace(/\s+/g, ' '), longestClaim),
      },
      {
        name: 'verdict',
        type: 'choice',
        label: t('draft.verdict'),
        required: true,
        choices: verdicts
          .filter((verdict) => pack.verdicts[verdict] !== undefined)
          .map((verdict) => ({ label: t(`verdict.${verdict}`), value: verdict })),
      },
      { ...text, name: 'gist', label: t('draft.gist'), maxLength: maxGistLength },
      { ...text, name: 'summary', label: t('draft.summary'), maxLength: 1000 },
      {
        ...text,
        name: 'source',
        label: t('draft.source'),
        hint: t('draft.sourceHint'),
        maxLength: 1000,
      },
    ],
  };
}

/** @throws {UserError} where there are several and none is named. */
function packFor({ options, allClaims, t }: DraftContext): Pack {
  const { packs } = allClaims;
  const packNames = listNames(
    packs.map(({ name }) => name),
    t,
  );
  const [only, ...others] = packs;
  if (options.pack === undefined) {
    if (!only || others.length > 0) throw new UserError('draft.whichPack', { packs: packNames });
    return only;
  }
  const name = String(options.pack).toLowerCase();
  const pack = packs.find((each) => each.name === name);
  if (!pack) throw new UserError('draft.noSuchPack', { pack: name, packs: packNames });
  return pack;
}

/** The claim as it will be answered once it is verified, with the button that keeps it; or what the packs' rules say against it. */
export async function previewDraft(context: CommandContext): Promise<Answer> {
  const { form, user, now, t, keep, allClaims, options } = context;
  if (!form) throw new UserError('draft.noForm');
  const pack = packFor(context);
  const today = dayOf(now);
  const draft = writtenToDraft(formToWritten(form), pack, user, today);
  const verified = {
    ...draft,
    verification: { ...draft.verification, status: 'verified' as const },
  };
  const problems = claimProblems(verified, pack, allClaims.packs, today);
  if (problems.length > 0) return presentProblems(problems, form, context);
  const claim = fileToClaim(verified, pack);
  const request = options.request === undefined ? undefined : String(options.request);
  const answer = await keep({ kind: 'draft', pack: pack.name, draft, request });
  return {
    tone: 'neutral',
    title: t('draft.previewTitle'),
    blocks: [
      { kind: 'text', text: presentVerdict(claim, today, t) },
      ...presentClaimBlocks(claim, today, t, 'full'),
      { kind: 'text', text: t('draft.previewNote') },
    ],
    actions:
      answer === undefined
        ? []
        : [
            {
              kind: 'button',
              id: pressIdToText({ press: 'keep-draft', answer, page: 0 }),
              label: t('draft.keep'),
            },
          ],
  };
}

function formToWritten(form: FormValues) {
  const [claim, gist, summary, source] = ['claim', 'gist', 'summary', 'source'].map((name) =>
    String(form[name] ?? ''),
  );
  const verdict = verdicts.find((each) => each === form.verdict) ?? 'unverified';
  return {
    claim: claim ?? '',
    verdict,
    gist: gist ?? '',
    summary: summary ?? '',
    source: source ?? '',
  };
}

/** What was typed stays to be copied: the form is gone. */
function presentProblems(
  problems: readonly string[],
  form: FormValues,
  context: DraftContext,
): Answer {
  const { t } = context;
  const typed = blankForm(context).fields.flatMap(({ name, label }): Block[] =>
    name === 'verdict' ? [] : [{ kind: 'text', heading: label, text: String(form[name] ?? '') }],
  );
  return {
    tone: 'error',
    title: t('draft.notKept'),
    blocks: [
      { kind: 'list', ordered: false, items: problems.map((text) => ({ text })), omitted: 0 },
      ...typed,
    ],
  };
}

/** Keeps what was previewed: from now on it is a check under way. */
export async function keepDraft(
  { pack, draft, request }: Extract<KeptAnswer['content'], { kind: 'draft' }>,
  { services, user, isOperator, t }: AnswerContext,
): Promise<Answer> {
  if (!isOperator(user)) throw new UserError('admin.refused');
  const ref = `${pack}/${draft.id}` as const;
  const decision = { kind: 'drafted', ref, by: user, draft, request } as const;
  const { others } = await services.library.decide(decision);
  return {
    tone: 'neutral',
    title: t('draft.keptTitle'),
    blocks: [
      { kind: 'quote', text: draft.claim },
      { kind: 'text', text: t('draft.kept', { command: `/fact-admin verify ${ref}` }) },
      ...(request === undefined ? [] : [{ kind: 'text', text: t('draft.keptFor') } as const]),
      ...presentOthers(others, t),
    ],
  };
}
