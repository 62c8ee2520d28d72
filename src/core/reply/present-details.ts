import { type Day, formatPartialDate } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { worksOf } from '../claims/works.ts';
import type { KeptAnswer } from '../ports/kept-answers.ts';
import type { Texts } from '../texts/texts.ts';
import { pageButtons } from './claims-page.ts';
import { findings, presentCheckHead, recordFields } from './present-claim.ts';
import { presentWorkQuoted } from './present-sources.ts';
import { presentVerdict } from './present-verdict.ts';
import type { PressId } from './press-id.ts';
import type { Answer, Block } from './reply.ts';

/** The whole record of a claim for who wants to read on: findings, sources, how it was checked, and what changed. */
export function presentMore(claim: Claim, today: Day, t: Texts): Answer {
  const [quote, ...head] = presentCheckHead(claim, today, t);
  const verdict = presentVerdict(claim, today, t);
  return {
    tone: 'neutral',
    title: t('more.title'),
    blocks: [
      ...(quote ? [quote] : []),
      { kind: 'text', text: t('difference.verdict', { verdict }) },
      ...head,
      ...findings(claim, t, { mayCut: false }),
      ...recordFields(claim, t),
      ...(claim.history.length > 0 ? [presentChanges(claim, t)] : []),
    ],
  };
}

/** What its file, and whoever decided something in a chat, say of how a claim changed. */
export function presentChanges({ history }: Claim, t: Texts): Block {
  return {
    kind: 'list',
    heading: t('more.history'),
    ordered: false,
    items: history.map(({ on, by, change }) => ({
      text: change,
      detail: `${formatPartialDate(on, t.locale)} · ${by}`,
    })),
    omitted: 0,
  };
}

/** Five sources with their quotes fit into a message on every platform. */
const sourcesPerPage = 5;

/** All works, each once, with the words of it that the check rests on. */
export function presentQuotes(claim: Claim, { answer, page }: PressId, t: Texts): Answer {
  const works = worksOf(claim.sources);
  const pages = Math.ceil(works.length / sourcesPerPage);
  const first = page * sourcesPerPage;
  const shown = works.slice(first, first + sourcesPerPage);
  return {
    tone: 'neutral',
    title: t('sources.title'),
    blocks: [
      { kind: 'quote', text: claim.claim },
      {
        kind: 'list',
        ordered: true,
        start: first + 1,
        items: shown.map((work) => presentWorkQuoted(work, t)),
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
