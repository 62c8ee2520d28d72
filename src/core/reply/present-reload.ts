import type { PackChanges } from '../claims/claim-changes.ts';
import type { ReloadOutcome } from '../claims/library.ts';
import { mistakeToText } from '../claims/mistake.ts';
import type { Texts } from '../texts/texts.ts';
import type { Answer, Block } from './reply.ts';

/** What a reload did, or every mistake that kept it from doing anything. */
export function presentReload(result: ReloadOutcome, t: Texts): Answer {
  if (result.outcome === 'loaded') {
    return {
      tone: 'neutral',
      title: t('admin.reloadedTitle'),
      blocks: presentChanges(result.changes, t),
    };
  }
  return {
    tone: 'error',
    title: t('admin.failedTitle'),
    blocks: [
      {
        kind: 'list',
        heading: t('admin.failed', { mistakes: result.mistakes.length }),
        ordered: false,
        items: result.mistakes.map((mistake) => ({ text: mistakeToText(mistake) })),
        omitted: 0,
      },
    ],
  };
}

export function presentUndo(changes: readonly PackChanges[], t: Texts): Answer {
  return {
    tone: 'neutral',
    title: t('admin.undoneTitle'),
    blocks: [{ kind: 'text', text: t('admin.undone') }, ...presentChanges(changes, t)],
  };
}

function presentChanges(changes: readonly PackChanges[], t: Texts): readonly Block[] {
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
