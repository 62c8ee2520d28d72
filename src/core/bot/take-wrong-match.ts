import { wordingKey } from '../claims/claim-texts.ts';
import type { KeptAnswer } from '../ports/kept-answers.ts';
import type { ShownMatch } from '../ports/reports.ts';
import type { Form } from '../reply/form.ts';
import type { Answer } from '../reply/reply.ts';
import type { AnswerContext } from './command.ts';

export type KeptClaim = Extract<KeptAnswer['content'], { kind: 'claim' }>;

/** The form under "Wrong match"; sent off, its id names the kept answer. */
export function wrongMatchForm(id: string, { t }: Pick<AnswerContext, 't'>): Form {
  return {
    id,
    locale: t.locale,
    title: t('wrong.title'),
    submit: t('wrong.submit'),
    fields: [
      {
        name: 'text',
        type: 'text',
        label: t('wrong.text'),
        hint: t('wrong.textHint'),
        required: false,
        multiline: false,
        maxLength: 500,
      },
      {
        name: 'consent',
        type: 'flag',
        label: t('wrong.consent'),
        hint: t('wrong.consentHint'),
        required: false,
        value: false,
      },
    ],
  };
}

function shownMatch({ why, differences }: KeptClaim): ShownMatch | undefined {
  if (!why) return undefined;
  const { confidence, wording } = why;
  return { confidence, wording, differences: differences.map(({ kind }) => kind) };
}

/** Keeps the report; the text only with the asker's tick. */
export async function takeWrongMatch(
  content: KeptClaim,
  values: { readonly text?: unknown; readonly consent?: unknown },
  { t, now, services }: AnswerContext,
): Promise<Answer> {
  const written =
    values.consent === true && typeof values.text === 'string' ? values.text.trim() : '';
  // Of marks alone nobody could make anything.
  const text = wordingKey(written) === '' ? '' : written;
  await services.reports.add({
    at: now.toISOString(),
    ref: content.ref,
    text: text === '' ? undefined : text.slice(0, 500),
    shown: shownMatch(content),
  });
  return {
    tone: 'neutral',
    title: t('wrong.thanksTitle'),
    blocks: [
      { kind: 'text', text: t(text === '' ? 'wrong.thanksWithoutText' : 'wrong.thanksWithText') },
    ],
  };
}
