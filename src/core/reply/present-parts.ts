import type { Day } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import type { Lookup, Match } from '../claims/lookup.ts';
import type { Texts } from '../texts/texts.ts';
import { presentDifference } from './present-lookup.ts';
import { presentListed } from './present-subject.ts';
import type { Answer, Block, ListItem } from './reply.ts';

/** What somebody said, part by part. */
export interface LookedUp {
  /** `text` is empty where the words are no longer known. */
  readonly parts: readonly { readonly text: string; readonly lookup: Lookup }[];
  /** How many sentences were not looked up. */
  readonly left: number;
  /** Claims that rest on a page which was linked to, where that is looked for. */
  readonly cited?: readonly Claim[];
}

/** An overview of several statements, and the claims that it names: the surest first. */
export interface Overview {
  readonly answer: Answer;
  readonly claims: readonly Claim[];
  /** Those of them that are told with their verdicts. */
  readonly told: readonly Claim[];
}

/** A part with the claim that was found for it. */
interface Found {
  readonly text: string;
  readonly match: Match;
}

/** A part with the claims that it could mean. */
interface Unclear {
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** Says of each part what is on record: the same claim, one that is close, several, or none. */
export function presentParts(
  { parts, left, cited = [] }: LookedUp,
  today: Day,
  t: Texts,
): Overview {
  const found = parts.flatMap(({ text, lookup }): readonly Found[] =>
    lookup.outcome === 'match' ? [{ text, match: lookup }] : [],
  );
  const same = uniqueClaims(found.filter(({ match }) => match.differences.length === 0));
  const close = found.filter(({ match }) => match.differences.length > 0);
  const unclear = parts.flatMap(({ text, lookup }): readonly Unclear[] =>
    lookup.outcome === 'ambiguous' ? [{ text, claims: lookup.claims }] : [],
  );
  const missing = parts.filter(({ lookup }) => lookup.outcome === 'none');
  const linked = cited.filter(({ ref }) => !same.some((claim) => claim.ref === ref));
  const possible = unclear.flatMap((one) => one.claims);
  const answer: Answer = {
    tone: 'neutral',
    title: t('check.title', { found: same.length }),
    blocks: [
      ...listOf(t('check.found'), same, (claim) => presentListed(claim, today, t)),
      ...listOf(t('check.different'), close, (near) => presentNear(near, t)),
      ...listOf(t('ambiguous.title'), unclear, (one) => presentUnclear(one, t)),
      ...listOf(t('cited.title', { count: linked.length }), linked, (claim) =>
        presentListed(claim, today, t),
      ),
      ...presentMissing(
        missing.map(({ text }) => text),
        mostMissing.alone,
        t,
      ),
      ...(parts.length === 0 && linked.length === 0
        ? [{ kind: 'text', text: t('check.nothing') } as const]
        : []),
      ...presentLeft(left, t),
    ],
  };
  return {
    answer,
    told: same,
    claims: [...new Set([...same, ...uniqueClaims(close), ...linked, ...possible])],
  };
}

/** Sentences on no record are named to begin with, and counted after that. */
export const mostMissing = { alone: 10, beside: 3 };

/** Names what is on no record, so that nobody takes an answer for one to all that they said; empty ones can't be named. */
export function presentMissing(
  missing: readonly string[],
  most: number,
  t: Texts,
): readonly Block[] {
  const present = (text: string): ListItem => ({ text: t('claim.quoted', { claim: text }) });
  const named = missing.filter((text) => text !== '');
  const omitted = Math.max(0, named.length - most);
  return [
    ...listOf(t('check.missing'), named.slice(0, most), present, omitted),
    ...(named.length < missing.length
      ? [{ kind: 'text', text: t('check.missingUnnamed') } as const]
      : []),
  ];
}

export function presentLeft(count: number, t: Texts): readonly Block[] {
  return count > 0 ? [{ kind: 'text', text: t('check.tooMany', { count }) }] : [];
}

/** The sentence, then what sets it apart from the claim; the claim's verdict would be taken for the sentence's. */
function presentNear({ text, match }: Found, t: Texts): ListItem {
  const apart = match.differences.map((difference) =>
    presentDifference(difference, match.claim, t),
  );
  const claim = `${t('claim.quoted', { claim: match.claim.claim })} · ${match.claim.ref}`;
  return saidThen(text, [...apart, claim], t);
}

/** Without verdicts: nobody knows which of the claims the sentence means. */
function presentUnclear({ text, claims }: Unclear, t: Texts): ListItem {
  const named = claims.map(({ claim, ref }) => `${t('claim.quoted', { claim })} · ${ref}`);
  return saidThen(text, named, t);
}

/** What somebody said, and lines about it; those alone where the words are no longer known. */
function saidThen(text: string, lines: readonly string[], t: Texts): ListItem {
  const [first = '', ...rest] =
    text === '' ? lines : [t('claim.quoted', { claim: text }), ...lines];
  return { text: first, detail: rest.join('\n') };
}

function uniqueClaims(found: readonly Found[]): readonly Claim[] {
  const byRef = new Map(found.map(({ match: { claim } }) => [claim.ref, claim]));
  return [...byRef.values()];
}

function listOf<Item>(
  heading: string,
  items: readonly Item[],
  present: (item: Item) => ListItem,
  omitted = 0,
): readonly Block[] {
  if (items.length === 0) return [];
  return [{ kind: 'list', heading, ordered: false, items: items.map(present), omitted }];
}
