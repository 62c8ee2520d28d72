import type { Claim } from '../claims/claim.ts';
import type { Answer, Block, ListItem } from '../reply/reply.ts';
import type { MessageKey, Texts } from '../texts/texts.ts';
import type { Digest } from './collect-digest.ts';

/** How many of each a digest names; the others are counted. */
const named = 10;

/** Empty lists are left out; where all are, it says that nothing waits. */
export function presentDigest(digest: Digest, t: Texts): Answer {
  const claims = (list: readonly Claim[]): readonly ListItem[] =>
    list.map(({ claim, ref }) => ({ text: t('claim.quoted', { claim }), detail: ref }));
  const blocks = [
    ...section('digest.due', claims(digest.due), t),
    ...section('digest.expired', claims(digest.expired), t),
    ...section('digest.disputed', claims(digest.disputed), t),
    ...section('digest.proposed', claims(digest.proposed), t),
    ...section(
      'digest.asked',
      digest.asked.map(({ claim, times }) => ({
        text: t('claim.quoted', { claim: claim.claim }),
        detail: t('digest.times', { times }),
      })),
      t,
    ),
    ...section(
      'digest.waiting',
      digest.waiting.map(({ claim, askers }) => ({
        text: t('claim.quoted', { claim }),
        detail: t('digest.askers', { askers }),
      })),
      t,
    ),
  ];
  return {
    tone: 'neutral',
    title: t('digest.title'),
    blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: t('digest.nothing') }],
  };
}

function section(heading: MessageKey, items: readonly ListItem[], t: Texts): readonly Block[] {
  if (items.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: t(heading, { count: items.length }),
      ordered: false,
      items: items.slice(0, named),
      omitted: Math.max(0, items.length - named),
    },
  ];
}
