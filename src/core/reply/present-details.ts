import type { Day } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { verificationOn } from '../claims/verification.ts';
import type { KeptAnswer } from '../ports/kept-answers.ts';
import type { Texts } from '../texts/texts.ts';
import { pageButtons } from './claims-page.ts';
import { caution } from './present-claim.ts';
import { presentDraftSource, presentSource } from './present-sources.ts';
import type { PressId } from './press-id.ts';
import type { Answer, Block } from './reply.ts';

/** Summary and context whole, for an answer that had to be shortened. */
export function presentMore(claim: Claim, today: Day, t: Texts): Answer {
  const context: readonly Block[] = claim.context
    ? [{ kind: 'text', heading: t('claim.context'), text: claim.context, mayCut: true }]
    : [];
  return {
    tone: 'neutral',
    title: t('more.title'),
    blocks: [
      { kind: 'quote', text: claim.claim },
      ...caution(claim, verificationOn(claim, today), t),
      { kind: 'text', text: claim.summary, mayCut: true },
      ...context,
    ],
  };
}

/** Five sources with their quotes fit into a message on every platform. */
const sourcesPerPage = 5;

/** All sources, each with the words of it that the check rests on. */
export function presentQuotes(claim: Claim, { answer, page }: PressId, t: Texts): Answer {
  const pages = Math.ceil(claim.sources.length / sourcesPerPage);
  const first = page * sourcesPerPage;
  const shown = claim.sources.slice(first, first + sourcesPerPage);
  const present = claim.verification.status === 'draft' ? presentDraftSource : presentSource;
  return {
    tone: 'neutral',
    title: t('sources.title'),
    blocks: [
      { kind: 'quote', text: claim.claim },
      {
        kind: 'list',
        ordered: true,
        start: first + 1,
        items: shown.map((source) => {
          const { detail = '', ...item } = present(source, t);
          const quote = source.quote === null ? [] : [t('sources.quote', { quote: source.quote })];
          return { ...item, detail: [detail, ...quote].join('\n') };
        }),
        omitted: 0,
      },
      ...(pages > 1
        ? [{ kind: 'text', text: t('search.page', { page: page + 1, pages }) } as const]
        : []),
    ],
    actions: pageButtons('sources-page', answer, page, pages, t),
  };
}

type Why = Extract<KeptAnswer['content'], { kind: 'claim' }>['why'];

/** Which words, numbers and names led to this claim, and how sure that is. */
export function presentWhy(claim: Claim, why: Why, t: Texts): Answer {
  const quote: Block = { kind: 'quote', text: claim.claim };
  const title = t('why.title');
  if (!why) {
    return { tone: 'neutral', title, blocks: [quote, { kind: 'text', text: t('why.byId') }] };
  }
  const listed = (names: readonly string[]): string =>
    names.length > 0 ? t.list(names) : t('why.nothing');
  return {
    tone: 'neutral',
    title,
    blocks: [
      quote,
      {
        kind: 'fields',
        fields: [
          {
            name: t('why.sure'),
            value: t('why.percent', { percent: Math.round(why.confidence * 100) }),
          },
          { name: t('why.words'), value: listed(why.words) },
          { name: t('why.numbers'), value: listed(why.numbers) },
          { name: t('why.names'), value: listed(why.names) },
          {
            name: t('why.wording'),
            value:
              why.wording === null ? t('why.ownText') : t('claim.quoted', { claim: why.wording }),
          },
        ],
      },
    ],
  };
}
