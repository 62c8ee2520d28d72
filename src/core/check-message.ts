import { pickAction } from './answer-claim.ts';
import { dayOf } from './calendar.ts';
import type { Claim } from './claim.ts';
import type { CommandContext } from './command.ts';
import type { Lookup } from './lookup.ts';
import { presentDifference } from './present-lookup.ts';
import { presentVerdict } from './present-verdict.ts';
import { pressIdToText } from './press-id.ts';
import type { Answer, Block, ListItem } from './reply.ts';
import { splitSentences } from './sentences.ts';
import type { Texts } from './texts.ts';

/** The most sentences of one message that are looked up. */
const mostSentences = 10;

interface Checked {
  readonly sentence: string;
  readonly lookup: Lookup;
}

/** A sentence with the claim that was found for it. */
interface Found {
  readonly sentence: string;
  readonly match: Extract<Lookup, { outcome: 'match' }>;
}

/** Looks every checkable sentence of somebody's message up, and says which are on record and which are not. */
export async function checkMessage(text: string, context: CommandContext): Promise<Answer> {
  const { t, now, keep } = context;
  const sentences = splitSentences(text);
  const checked = lookUp(sentences.slice(0, mostSentences), context);
  const found = checked.flatMap(({ sentence, lookup }): readonly Found[] =>
    lookup.outcome === 'match' ? [{ sentence, match: lookup }] : [],
  );
  const same = uniqueClaims(found.filter(({ match }) => match.differences.length === 0));
  const close = found.filter(({ match }) => match.differences.length > 0);
  const missing = checked.filter(({ lookup }) => lookup.outcome !== 'match');
  const claims = [...new Set([...same, ...uniqueClaims(close)])];
  const today = dayOf(now);
  return {
    tone: 'neutral',
    title: t('check.title', { found: same.length }),
    blocks: [
      ...listOf(t('check.found'), same, (claim) => ({
        text: t('claim.quoted', { claim: claim.claim }),
        detail: `${presentVerdict(claim, today, t)} · ${claim.ref}`,
      })),
      ...listOf(t('check.different'), close, (near) => presentNear(near, t)),
      ...listOf(t('check.missing'), missing, ({ sentence }) => ({
        text: t('claim.quoted', { claim: sentence }),
      })),
      ...notes(sentences.length, checked.length, t),
    ],
    actions: await pickFrom(claims, t, keep),
  };
}

/** Small talk among the sentences is not worth a line in the answer. */
function lookUp(
  sentences: readonly string[],
  { settings, services }: CommandContext,
): readonly Checked[] {
  const { packs, strictness } = settings;
  const { lookup } = services.library.current;
  return sentences
    .map((sentence) => ({ sentence, lookup: lookup(sentence, { packs, strictness }) }))
    .filter(({ lookup }) => lookup.outcome !== 'none' || lookup.reason !== 'nothing-to-check');
}

/** The sentence, then what sets it apart from the claim; the claim's verdict would be taken for the sentence's. */
function presentNear({ sentence, match }: Found, t: Texts): ListItem {
  const apart = match.differences.map((difference) => presentDifference(difference, t));
  const claim = `${t('claim.quoted', { claim: match.claim.claim })} · ${match.claim.ref}`;
  return { text: t('claim.quoted', { claim: sentence }), detail: [...apart, claim].join('\n') };
}

function uniqueClaims(found: readonly Found[]): readonly Claim[] {
  return [...new Set(found.map(({ match }) => match.claim))];
}

function listOf<Item>(
  heading: string,
  items: readonly Item[],
  present: (item: Item) => ListItem,
): readonly Block[] {
  if (items.length === 0) return [];
  return [{ kind: 'list', heading, ordered: false, items: items.map(present), omitted: 0 }];
}

function notes(sentences: number, checked: number, t: Texts): readonly Block[] {
  const count = sentences - mostSentences;
  return [
    ...(checked === 0 ? [{ kind: 'text', text: t('check.nothing') } as const] : []),
    ...(count > 0
      ? [{ kind: 'text', text: t('check.tooMany', { count, max: mostSentences }) } as const]
      : []),
  ];
}

async function pickFrom(claims: readonly Claim[], t: Texts, keep: CommandContext['keep']) {
  if (claims.length === 0) return [];
  const answer = await keep({ kind: 'list', refs: claims.map(({ ref }) => ref) });
  if (answer === undefined) return [];
  return [
    pickAction(pressIdToText({ press: 'pick', answer, page: 0 }), claims, t('check.prompt'), t),
  ];
}
