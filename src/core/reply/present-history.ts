import { type Day, dayOf, formatPartialDate } from '../claims/calendar.ts';
import type { ClaimChange, TextsBefore } from '../claims/change-log.ts';
import type { Claim } from '../claims/claim.ts';
import type { MessageKey, Texts } from '../texts/texts.ts';
import { presentCheckHead } from './present-claim.ts';
import type { Answer, ListItem } from './reply.ts';

interface Dated {
  /** The instant, or the day where the file says no more: in ISO 8601 that comes before all instants of the day. */
  readonly at: string;
  readonly item: ListItem;
}

/**
 * What changed in a claim, the latest first: when, by whom and why, as its file and whoever decided say it, with the text before
 * as far as the bot saw the change itself.
 */
export function presentHistory(
  claim: Claim,
  changes: readonly ClaimChange[],
  today: Day,
  t: Texts,
): Answer {
  const items = [
    ...claim.history.map((entry) => entryOf(entry, changes, t)),
    ...reloads(changes, t),
  ]
    .toReversed()
    .toSorted((one, other) => (one.at > other.at ? -1 : Number(one.at < other.at)))
    .map(({ item }) => item);
  return {
    tone: 'neutral',
    title: t('history.title'),
    blocks: [
      ...presentCheckHead(claim, today, t).slice(0, 2),
      { kind: 'list', ordered: false, items, omitted: 0 },
    ],
  };
}

/** Of a check whose finding is not to be told, nor what it was. */
export function presentHiddenHistory(claim: Claim, today: Day, t: Texts): Answer {
  return {
    tone: 'neutral',
    title: t('history.title'),
    blocks: [...presentCheckHead(claim, today, t), { kind: 'text', text: t('history.hidden') }],
  };
}

function entryOf(
  { on, by, change, at }: Claim['history'][number],
  changes: readonly ClaimChange[],
  t: Texts,
): Dated {
  const decided = changes.find((each) => each.how === 'decided' && each.at === at);
  return {
    at: at ?? on,
    item: { text: change, detail: details(on, by, decided?.before ?? {}, t) },
  };
}

function reloads(changes: readonly ClaimChange[], t: Texts): readonly Dated[] {
  return changes.toReversed().flatMap(({ at, by, how, before }) => {
    if (how === 'decided') return [];
    const text = t(how === 'loaded' ? 'history.loaded' : 'history.undone');
    const on = dayOf(new Date(at));
    return [{ at, item: { text, detail: details(on, by, before, t) } }];
  });
}

const fieldNames: Readonly<Record<keyof TextsBefore, MessageKey>> = {
  claim: 'claim.ref',
  verdict: 'draft.verdict',
  gist: 'history.gist',
  summary: 'history.summary',
  context: 'claim.context',
  sources: 'claim.sources',
  status: 'history.status',
};

function details(on: Day, by: string, before: TextsBefore, t: Texts): string {
  const texts = Object.entries(before).map(([field, text]) => {
    const name = t(fieldNames[field as keyof TextsBefore]);
    return t('history.before', { name, text: inWords(field, text, t) });
  });
  return [`${formatPartialDate(on, t.locale)} · ${by}`, ...texts].join('\n');
}

function inWords(field: string, text: string, t: Texts): string {
  if (field === 'verdict') return t(`verdict.${text}` as MessageKey);
  if (field === 'status') return t(`verification.${text}` as MessageKey);
  return text;
}
