import type { Source, SourceLabel } from './claim.ts';

/** A work that a check rests on, counted once however often the claim cites it. */
export interface Work extends Omit<Source, 'stance' | 'quote' | 'labels'> {
  /** What its citations do for the claim, each once. */
  readonly stances: readonly Source['stance'][];
  /** The words cited from it, in the order of the citations. */
  readonly quotes: readonly string[];
  readonly labels: readonly SourceLabel[];
}

/** The works behind a claim: those that decide it before those that only give context, else in the pack's order. */
export function worksOf(sources: readonly Source[]): readonly Work[] {
  const works = [...Map.groupBy(sources, workKey).values()].flatMap(citationsToWork);
  return works.toSorted((one, other) => Number(decides(other)) - Number(decides(one)));
}

/** Whether it supports or refutes the claim. */
function decides({ stances }: Work): boolean {
  return stances.some((stance) => stance !== 'context');
}

/** Equal for two citations of one work: the same address, or the same title where there is none. */
function workKey({ url, title, publisher }: Source): string {
  if (url === null) return `${publisher}\n${title}`.toLowerCase();
  const { hostname, pathname, search } = new URL(url);
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
}

function citationsToWork(citations: readonly Source[]): readonly Work[] {
  const [first] = citations;
  if (!first) return [];
  const { stance: _, quote: __, labels: ___, ...work } = first;
  const rating = citations.find((citation) => citation.rating !== undefined)?.rating;
  return [
    {
      ...work,
      ...(rating !== undefined && { rating }),
      read: citations.some(({ read }) => read),
      stances: [...new Set(citations.map(({ stance }) => stance))],
      quotes: citations.flatMap(({ quote }) => quote ?? []),
      labels: [...new Set(citations.flatMap(({ labels = [] }) => labels))],
    },
  ];
}
