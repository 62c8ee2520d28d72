import type { FoundClaims } from '../claims/claim-lists.ts';
import type { Answer, Block, ListItem } from '../reply/reply.ts';
import type { MessageKey, Texts } from '../texts/texts.ts';
import type { Digest } from './collect-digest.ts';

/** How many of each a digest names; the others are counted. */
const named = 10;

/** Empty lists are left out; where all are, it says that nothing waits. */
export function presentDigest(digest: Digest, t: Texts): Answer {
  const claims = (heading: MessageKey, { total, slice }: FoundClaims): readonly Block[] => {
    const items = slice(0, named).map(({ claim, ref }) => {
      return { text: t('claim.quoted', { claim }), detail: ref };
    });
    return section(heading, items, t, total);
  };
  const blocks = [
    ...claims('digest.due', digest.due),
    ...claims('digest.expired', digest.expired),
    ...claims('digest.disputed', digest.disputed),
    ...claims('digest.proposed', digest.proposed),
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

/** @param total how many there are; those given, unless they are the first of more */
function section(
  heading: MessageKey,
  items: readonly ListItem[],
  t: Texts,
  total = items.length,
): readonly Block[] {
  if (total === 0) return [];
  return [
    {
      kind: 'list',
      heading: t(heading, { count: total }),
      ordered: false,
      items: items.slice(0, named),
      omitted: Math.max(0, total - named),
    },
  ];
}
