import { pickAction } from './answer-claim.ts';
import { dayOf } from './calendar.ts';
import type { Claim } from './claim.ts';
import type { CommandContext } from './command.ts';
import type { Lookup } from './lookup.ts';
import { presentVerdict } from './present-verdict.ts';
import { pressIdToText } from './press-id.ts';
import type { Answer, Block } from './reply.ts';
import { splitSentences } from './sentences.ts';

/** The most sentences of one message that are looked up. */
const mostSentences = 10;

interface Checked {
  readonly sentence: string;
  readonly lookup: Lookup;
}

type Found = Extract<Lookup, { outcome: 'match' }>;

/** Looks every checkable sentence of somebody's message up, and says which are on record and which are not. */
export async function checkMessage(text: string, context: CommandContext): Promise<Answer> {
  const { t, settings, services, now, keep } = context;
  const { lookup } = services.library.current;
  const options = { packs: settings.packs, strictness: settings.strictness };
  const sentences = splitSentences(text);
  const checked = sentences
    .slice(0, mostSentences)
    .map((sentence): Checked => ({ sentence, lookup: lookup(sentence, options) }))
    .filter(({ lookup }) => lookup.outcome !== 'none' || lookup.reason !== 'nothing-to-check');
  const matches = checked.flatMap(({ lookup }) => (lookup.outcome === 'match' ? lookup : []));
  const same = matches.filter(({ differences }) => differences.length === 0);
  const close = matches.filter(({ differences }) => differences.length > 0);
  const missing = checked.filter(({ lookup }) => lookup.outcome !== 'match');
  const claims = [...new Set([...same, ...close].map(({ claim }) => claim))];
  const id =
    claims.length > 0
      ? await keep({ kind: 'list', refs: claims.map(({ ref }) => ref) })
      : undefined;

  const claimItem = (claim: Claim, verdict: string) => ({
    text: t('claim.quoted', { claim: claim.claim }),
    detail: [...(verdict ? [verdict] : []), claim.ref].join(' · '),
  });
  const listed = (
    found: readonly Found[],
    heading: string,
    withVerdict: boolean,
  ): readonly Block[] =>
    found.length === 0
      ? []
      : [
          {
            kind: 'list',
            heading,
            ordered: false,
            items: [...new Set(found.map(({ claim }) => claim))].map((claim) =>
              claimItem(claim, withVerdict ? presentVerdict(claim, dayOf(now), t) : ''),
            ),
            omitted: 0,
          },
        ];

  return {
    tone: 'neutral',
    title: t('check.title', { found: new Set(same.map(({ claim }) => claim)).size }),
    blocks: [
      ...listed(same, t('check.found'), true),
      ...listed(close, t('check.different'), false),
      ...(missing.length > 0
        ? [
            {
              kind: 'list',
              heading: t('check.missing'),
              ordered: false,
              items: missing.map(({ sentence }) => ({
                text: t('claim.quoted', { claim: sentence }),
              })),
              omitted: 0,
            } as const,
          ]
        : []),
      ...(checked.length === 0 ? [{ kind: 'text', text: t('check.nothing') } as const] : []),
      ...(sentences.length > mostSentences
        ? [
            {
              kind: 'text',
              text: t('check.tooMany', {
                count: sentences.length - mostSentences,
                max: mostSentences,
              }),
            } as const,
          ]
        : []),
    ],
    ...(id !== undefined && {
      actions: [
        pickAction(
          pressIdToText({ press: 'pick', answer: id, page: 0 }),
          claims,
          t('check.prompt'),
          t,
        ),
      ],
    }),
  };
}
