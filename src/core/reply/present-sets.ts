import type { KeptSet } from '../claims/kept-sets.ts';
import type { Texts } from '../texts/texts.ts';
import type { Answer } from './reply.ts';

/** The sets to go back to, the newest first, under the numbers by which they are chosen. */
export function presentSets(sets: readonly KeptSet[], inUse: string, t: Texts): Answer {
  const title = t('admin.setsTitle');
  if (sets.length === 0) {
    return { tone: 'neutral', title, blocks: [{ kind: 'text', text: t('admin.noSets') }] };
  }
  return {
    tone: 'neutral',
    title,
    blocks: [
      {
        kind: 'list',
        ordered: false,
        items: sets.map(({ claims, loadedAt, by, fingerprint }, number) => ({
          text: t('admin.setLine', { number, claims, at: loadedAt, by }),
          ...(fingerprint === inUse && { detail: t('admin.setInUse') }),
        })),
        omitted: 0,
      },
      { kind: 'text', text: t('admin.setsHow') },
    ],
  };
}
