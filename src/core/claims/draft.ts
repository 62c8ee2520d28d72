import type { UserKey } from '../keys.ts';
import { textsFor } from '../texts/texts.ts';
import type { Day } from './calendar.ts';
import type { ClaimFile, Source } from './claim.ts';
import { idsOf } from './claim-list.ts';
import type { Pack } from './pack.ts';
import type { Verdict } from './verdict.ts';

/** What somebody writes of a new claim in a chat. */
export interface WrittenDraft {
  readonly claim: string;
  readonly verdict: Verdict;
  readonly gist: string;
  readonly summary: string;
  /** A link, a title and a publisher, each on a line of its own. */
  readonly source: string;
}

/** Until somebody who looks after the pack sorts it in. */
const topic = 'unsorted';

/** The file of a new claim, to be verified by a second person. Nothing of it is checked here. */
export function writtenToDraft(
  written: WrittenDraft,
  pack: Pick<Pack, 'language' | 'claims'>,
  by: UserKey,
  today: Day,
): ClaimFile {
  const t = textsFor(pack.language);
  const ids = idsOf(pack.claims);
  return {
    id: freeId(written.claim, (id) => ids.find(id) >= 0, `draft-${today}`),
    claim: written.claim.trim(),
    kind: written.verdict === 'opinion' ? 'opinion' : 'fact',
    claimant: null,
    occasion: null,
    verdict: written.verdict,
    gist: written.gist.trim(),
    summary: written.summary.trim(),
    context: null,
    sources: [writtenToSource(written)],
    wordings: [],
    nearMisses: [],
    topics: [topic],
    asOf: today,
    verification: { status: 'draft', by: [by], on: today, how: t('log.draftHow'), proposed: true },
    history: [{ on: today, by, change: t('log.drafted') }],
  };
}

function writtenToSource({ source, verdict }: WrittenDraft): Source {
  const lines = source.split('\n').map((line) => line.trim());
  const url = lines.find((line) => /^https?:/i.test(line)) ?? lines[0] ?? '';
  const [title = '', ...publisher] = lines.filter((line) => line !== '' && line !== url);
  return {
    title,
    publisher: publisher.join(' '),
    url,
    published: null,
    kind: 'reference',
    quote: null,
    stance: stanceFor(verdict),
    read: true,
  };
}

/** What a work does for a claim that has this verdict because of it. */
export function stanceFor(verdict: Verdict): Source['stance'] {
  switch (verdict) {
    case 'true':
    case 'mostly-true':
      return 'supports';
    case 'mostly-false':
    case 'false':
    case 'misleading':
    case 'outdated':
      return 'refutes';
    case 'mixed':
    case 'satire':
    case 'unverified':
    case 'opinion':
      return 'context';
  }
}

/** The first words of a claim as an id; empty where it has no Latin letters. */
function slugOf(claim: string): string {
  const words = claim
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? []).slice(0, 7).join('-').slice(0, 60).replace(/-+$/, '');
}

/** The first words of a claim as an id that is not taken yet; `fallback` where they have no Latin letters. */
export function freeId(claim: string, isTaken: (id: string) => boolean, fallback: string): string {
  const id = slugOf(claim) || fallback;
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
