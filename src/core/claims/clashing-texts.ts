import type { Claim, ClaimRef } from './claim.ts';
import { idsOf } from './claim-list.ts';
import { wordingKey } from './claim-texts.ts';
import { claimsHolding } from './claims-holding.ts';
import type { EditorialDecision, TextKind } from './decisions.ts';
import type { Pack } from './pack.ts';

export type TextDecision = Extract<EditorialDecision, { kind: TextKind }>;

/** A text that was decided to be a claim's, and that the packs have otherwise by now. */
export interface ClashingText {
  readonly decision: TextDecision;
  /** The claim that has it: another one answers to that wording, or this one holds it as the opposite. */
  readonly heldBy: ClaimRef;
}

/** Of two decisions about one text, the first holds. Decisions that a file holds already clash with nothing. */
export function clashingTexts(
  packs: readonly Pack[],
  decisions: readonly EditorialDecision[],
): readonly ClashingText[] {
  const wanted = decisions.filter(isTextDecision);
  if (wanted.length === 0) return [];
  const find = openFind(packs);
  const pending = wanted.filter((decision) => !holds(find(decision.ref), decision));
  const keys = new Set(pending.map(({ text }) => wordingKey(text)));
  const held = new Map<string, ClaimRef[]>();
  const hold = (kind: TextKind, text: string, ref: ClaimRef): void => {
    const key = wordingKey(text);
    if (keys.has(key)) held.set(`${kind} ${key}`, [...holders(kind, text), ref]);
  };
  const holders = (kind: TextKind, text: string): readonly ClaimRef[] =>
    held.get(`${kind} ${wordingKey(text)}`) ?? [];

  const texts = pending.map(({ text }) => text);
  for (const { ref, claim, wordings, nearMisses } of claimsHolding(packs, texts)) {
    for (const text of [claim, ...wordings]) hold('wording', text, ref);
    for (const text of nearMisses) hold('near-miss', text, ref);
  }
  return pending.flatMap((decision) => {
    const { kind, text, ref } = decision;
    const heldBy =
      kind === 'wording'
        ? (holders('wording', text).find((other) => other !== ref) ??
          holders('near-miss', text).find((own) => own === ref))
        : holders('wording', text).find((own) => own === ref);
    if (heldBy !== undefined) return [{ decision, heldBy }];
    hold(kind, text, ref);
    return [];
  });
}

function openFind(packs: readonly Pack[]): (ref: ClaimRef) => Claim | undefined {
  const opened = new Map(packs.map(({ name, claims }) => [name, { claims, ids: idsOf(claims) }]));
  return (ref) => {
    const slash = ref.indexOf('/');
    const pack = opened.get(ref.slice(0, slash));
    const place = pack?.ids.find(ref.slice(slash + 1)) ?? -1;
    return place < 0 ? undefined : pack?.claims.at(place);
  };
}

function isTextDecision(decision: EditorialDecision): decision is TextDecision {
  return decision.kind === 'near-miss' || decision.kind === 'wording';
}

function holds(claim: Claim | undefined, { at }: TextDecision): boolean {
  return claim?.history.some((entry) => entry.at === at) ?? false;
}
