import type { PackChanges } from '../claims/claim-changes.ts';
import type { ReloadOutcome, Rollback } from '../claims/library.ts';
import { type Mistake, mistakeToText } from '../claims/mistake.ts';
import type { Others } from '../ports/processes.ts';
import type { Texts } from '../texts/texts.ts';
import type { Answer, Block } from './reply.ts';

/** What the other processes of the bot made of a change; undefined where they could not be told. */
/** What a reload did here and in the other processes, or every mistake that kept it from doing anything. */
export function presentReload(result: ReloadOutcome, others: Others, t: Texts): Answer {
  if (result.outcome === 'loaded') {
    return {
      tone: 'neutral',
      title: t('admin.reloadedTitle'),
      blocks: [...presentChanges(result.changes, t), ...presentOthers(others, t)],
    };
  }
  return {
    tone: 'error',
    title: t('admin.failedTitle'),
    blocks: [presentMistakes(result.mistakes, t)],
  };
}

export function presentMistakes(mistakes: readonly Mistake[], t: Texts): Block {
  return {
    kind: 'list',
    heading: t('admin.failed', { mistakes: mistakes.length }),
    ordered: false,
    items: mistakes.map((mistake) => ({ text: mistakeToText(mistake) })),
    omitted: 0,
  };
}

/** Without a number, it was one step back. */
export function presentRollback(
  { to, changes }: Rollback,
  number: number | undefined,
  others: Others,
  t: Texts,
): Answer {
  return {
    tone: 'neutral',
    title:
      number === undefined
        ? t('admin.undoneTitle')
        : t('admin.rolledBackTitle', { number, at: to.loadedAt }),
    blocks: [
      { kind: 'text', text: t('admin.undone') },
      ...presentChanges(changes, t),
      ...presentOthers(others, t),
    ],
  };
}

const outcomeTexts = {
  taken: 'admin.processTaken',
  differs: 'admin.processDiffers',
  broken: 'admin.processBroken',
  silent: 'admin.processSilent',
} as const;

/** What they made of it; nothing where there are none. */
export function presentOthers(others: Others, t: Texts): readonly Block[] {
  if (!others) return [{ kind: 'text', text: t('admin.othersUnknown') }];
  if (others.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: t('admin.otherProcesses'),
      ordered: false,
      items: others.map(({ process, outcome }) => ({
        text: t(outcomeTexts[outcome ?? 'silent'], { name: process }),
      })),
      omitted: 0,
    },
  ];
}

/** Only those that have not taken a change over: that the others have goes without saying. */
export function presentLate(others: Others, t: Texts): readonly Block[] {
  return presentOthers(
    others?.filter(({ outcome }) => outcome !== 'taken'),
    t,
  );
}

export function presentChanges(changes: readonly PackChanges[], t: Texts): readonly Block[] {
  if (changes.length === 0) return [{ kind: 'text', text: t('admin.unchanged') }];
  return changes.map(({ pack, added, removed, changed }) => ({
    kind: 'list',
    heading: t('admin.change', {
      pack,
      added: added.length,
      removed: removed.length,
      changed: changed.length,
    }),
    ordered: false,
    items: [
      ...added.map((id) => ({ text: `+ ${id}` })),
      ...removed.map((id) => ({ text: `− ${id}` })),
      ...changed.map((id) => ({ text: `~ ${id}` })),
    ],
    omitted: 0,
  }));
}
