import type { Rehearsal } from '../claims/library.ts';
import { mistakeToText } from '../claims/mistake.ts';
import type { StandingAnswers } from '../ports/standing-answers.ts';
import type { Texts } from '../texts/texts.ts';
import { presentChanges, presentMistakes } from './present-reload.ts';
import type { Answer, Block } from './reply.ts';

/** What a reload would do; `standing` is undefined where nobody could count. */
export function presentRehearsal(
  rehearsal: Rehearsal,
  standing: StandingAnswers | undefined,
  t: Texts,
): Answer {
  if (rehearsal.outcome === 'would-fail') {
    return {
      tone: 'error',
      title: t('admin.rehearsalFailedTitle'),
      blocks: [presentMistakes(rehearsal.mistakes, t)],
    };
  }
  return {
    tone: 'neutral',
    title: t('admin.rehearsedTitle'),
    blocks: [
      ...presentChanges(rehearsal.changes, t),
      { kind: 'text', text: standingText(standing, t) },
      presentWarnings(rehearsal.warnings, t),
    ],
  };
}

function standingText(standing: StandingAnswers | undefined, t: Texts): string {
  if (!standing) return t('admin.standingUnknown');
  const { count, editable, isAll } = standing;
  if (!isAll) return t('admin.standingMore', { count });
  return t('admin.standing', { count, editable }).trim();
}

function presentWarnings(
  warnings: Extract<Rehearsal, { outcome: 'would-load' }>['warnings'],
  t: Texts,
): Block {
  if (warnings.length === 0) return { kind: 'text', text: t('admin.noMistakes') };
  return {
    kind: 'list',
    heading: t('admin.warnings'),
    ordered: false,
    items: warnings.map((warning) => ({ text: mistakeToText(warning) })),
    omitted: 0,
  };
}
