import { dayOf } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import type { Lookup } from '../claims/lookup.ts';
import { pickAction } from '../reply/claim-select.ts';
import { presentDifference } from '../reply/present-lookup.ts';
import { presentVerdict } from '../reply/present-verdict.ts';
import { pressIdToText } from '../reply/press-id.ts';
import type { Answer, Block, ListItem } from '../reply/reply.ts';
import { splitSentences } from '../texts/sentences.ts';
import type { Texts } from '../texts/texts.ts';
import type { AnswerContext } from './command.ts';

/** The most sentences of one message that are answered. */
const mostSentences = 10;

/** The most that are looked at for them: small talk is soon told apart, but not in no time. */
const mostRead = 50;

interface Checked {
  readonly sentence: string;
  readonly lookup: Lookup;
}

type Outcome<Name extends Lookup['outcome']> = Extract<Lookup, { outcome: Name }>;

/** A sentence with the claim that was found for it. */
interface Found {
  readonly sentence: string;
  readonly match: Outcome<'match'>;
}

/** A sentence with the claims that it could mean. */
interface Unclear {
  readonly sentence: string;
  readonly claims: readonly Claim[];
}

/** Looks every checkable sentence of somebody's message up, and says which are on record and which are not. */
export async function checkMessage(text: string, context: AnswerContext): Promise<Answer> {
  const { t, now, keep } = context;
  const sentences = splitSentences(text);
  const { checked, left } = lookUp(sentences, context);
  const found = checked.flatMap(({ sentence, lookup }): readonly Found[] =>
    lookup.outcome === 'match' ? [{ sentence, match: lookup }] : [],
  );
  const same = uniqueClaims(found.filter(({ match }) => match.differences.length === 0));
  const close = found.filter(({ match }) => match.differences.length > 0);
  const unclear = checked.flatMap(({ sentence, lookup }): readonly Unclear[] =>
    lookup.outcome === 'ambiguous' ? [{ sentence, claims: lookup.claims }] : [],
  );
  const missing = checked.filter(({ lookup }) => lookup.outcome === 'none');
  const possible = unclear.flatMap((one) => one.claims);
  // What a select takes, the surest first.
  const claims = [...new Set([...same, ...uniqueClaims(close), ...possible])].slice(0, 25);
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
      ...listOf(t('ambiguous.title'), unclear, (one) => presentUnclear(one, t)),
      ...listOf(t('check.missing'), missing, ({ sentence }) => ({
        text: t('claim.quoted', { claim: sentence }),
      })),
      ...notes(left, checked.length, t),
    ],
    actions: await pickFrom(claims, t, keep),
  };
}

/** Small talk among the sentences is not worth a line in the answer, and takes no other's place. */
function lookUp(
  sentences: readonly string[],
  { settings, claims }: AnswerContext,
): { readonly checked: readonly Checked[]; readonly left: number } {
  const { strictness } = settings;
  const checked: Checked[] = [];
  let read = 0;
  for (const sentence of sentences.slice(0, mostRead)) {
    if (checked.length === mostSentences) break;
    const found = claims.lookup(sentence, { strictness });
    const isSmallTalk = found.outcome === 'none' && found.reason === 'nothing-to-check';
    if (!isSmallTalk) checked.push({ sentence, lookup: found });
    read += 1;
  }
  return { checked, left: sentences.length - read };
}

/** The sentence, then what sets it apart from the claim; the claim's verdict would be taken for the sentence's. */
function presentNear({ sentence, match }: Found, t: Texts): ListItem {
  const apart = match.differences.map((difference) =>
    presentDifference(difference, match.claim, t),
  );
  const claim = `${t('claim.quoted', { claim: match.claim.claim })} · ${match.claim.ref}`;
  return { text: t('claim.quoted', { claim: sentence }), detail: [...apart, claim].join('\n') };
}

/** Without verdicts: nobody knows which of the claims the sentence means. */
function presentUnclear({ sentence, claims }: Unclear, t: Texts): ListItem {
  const named = claims.map(({ claim, ref }) => `${t('claim.quoted', { claim })} · ${ref}`);
  return { text: t('claim.quoted', { claim: sentence }), detail: named.join('\n') };
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

function notes(count: number, checked: number, t: Texts): readonly Block[] {
  return [
    ...(checked === 0 ? [{ kind: 'text', text: t('check.nothing') } as const] : []),
    ...(count > 0
      ? [{ kind: 'text', text: t('check.tooMany', { count, max: mostSentences }) } as const]
      : []),
  ];
}

async function pickFrom(claims: readonly Claim[], t: Texts, keep: AnswerContext['keep']) {
  if (claims.length === 0) return [];
  const answer = await keep({ kind: 'list', refs: claims.map(({ ref }) => ref) });
  if (answer === undefined) return [];
  return [
    pickAction(pressIdToText({ press: 'pick', answer, page: 0 }), claims, t('check.prompt'), t),
  ];
}
