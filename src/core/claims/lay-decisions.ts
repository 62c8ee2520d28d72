import { textsFor } from '../texts/texts.ts';
import { addDays, type Day, dayOf, daysBetween } from './calendar.ts';
import type { Claim, ClaimRef } from './claim.ts';
import { idsOf } from './claim-list.ts';
import { holdsText } from './claim-texts.ts';
import { clashingTexts, type TextDecision } from './clashing-texts.ts';
import type { EditorialDecision } from './decisions.ts';
import { fileToClaim } from './file-to-claim.ts';
import { type ClaimEdits, layOver } from './laid-claims.ts';
import type { Pack } from './pack.ts';
import { claimToRevision } from './revision.ts';

/**
 * The packs with what was decided in chats on top, the oldest decision first. One that stands in a claim's history already is
 * passed over, so that it does no harm to lay decisions again, or over files that they were written back to; so is a text that the
 * files have otherwise by now. The same packs where nothing is to be laid.
 */
export function layDecisions(
  packs: readonly Pack[],
  decisions: readonly EditorialDecision[],
): readonly Pack[] {
  if (decisions.length === 0) return packs;
  const clashing = new Set<EditorialDecision>(
    clashingTexts(packs, decisions).map(({ decision }) => decision),
  );
  const laid = decisions.filter((decision) => !clashing.has(decision));
  const byRef = new Map(
    [...Map.groupBy(laid, ({ ref }) => ref)].map(([ref, about]) => [ref, sinceDraft(about)]),
  );
  return mapOrSame(packs, (pack) => {
    const edits = editsOf(pack, byRef);
    return edits ? { ...pack, claims: layOver(pack.claims, edits) } : pack;
  });
}

/** What decisions come to in a pack; undefined where they change nothing. */
function editsOf(
  pack: Pack,
  byRef: ReadonlyMap<ClaimRef, readonly EditorialDecision[]>,
): ClaimEdits | undefined {
  const ids = idsOf(pack.claims);
  const changed = new Map<number, Claim>();
  const leftOut = new Set<number>();
  const added: Claim[] = [];
  for (const [ref, about] of byRef) {
    if (!ref.startsWith(`${pack.name}/`)) continue;
    const place = ids.find(ref.slice(pack.name.length + 1));
    const held = place < 0 ? undefined : pack.claims.at(place);
    const claim = held ?? draftedIn(pack, about);
    if (!claim) continue;
    const isWithdrawn = about.find(endsDraft)?.kind === 'retracted';
    if (claim.verification.proposed && isWithdrawn) {
      if (held) leftOut.add(place);
      continue;
    }
    const laid = about.reduce(layDecision, claim);
    if (!held) added.push(laid);
    else if (laid !== held) changed.set(place, laid);
  }
  return changed.size + leftOut.size + added.length > 0 ? { changed, leftOut, added } : undefined;
}

/** What was withdrawn as a draft may be drafted again: then only what was decided from there on counts. */
function sinceDraft(about: readonly EditorialDecision[]): readonly EditorialDecision[] {
  return about.slice(
    Math.max(
      0,
      about.findLastIndex(({ kind }) => kind === 'drafted'),
    ),
  );
}

/** A draft of which the pack holds no file yet. */
function draftedIn(pack: Pack, about: readonly EditorialDecision[]): Claim | undefined {
  const drafted = about.find((decision) => decision.kind === 'drafted');
  return drafted && fileToClaim(drafted.draft, pack);
}

/** Whether a draft is one no longer. */
function endsDraft({ kind }: EditorialDecision): boolean {
  return kind === 'confirmed' || kind === 'retracted';
}

/** What a claim becomes by a decision; itself where that stands in it, or is about another text than it has. */
export function layDecision(claim: Claim, decision: EditorialDecision): Claim {
  const { at, by } = decision;
  const on = dayOf(new Date(at));
  if (claim.history.some((entry) => entry.at === at)) return claim;
  switch (decision.kind) {
    case 'drafted':
      return claim;
    case 'confirmed':
      return claimToRevision(claim).revision === decision.revision
        ? confirm(claim, at, on, by)
        : claim;
    case 'near-miss':
    case 'wording':
      return holdsText(claim, decision.kind, decision.text) ? claim : addText(claim, decision, on);
    case 'disputed':
    case 'retracted':
      // Whoever checked the file later knew better.
      return claim.verification.on > on ? claim : doubt(claim, decision, on);
  }
}

function confirm(claim: Claim, at: string, on: Day, by: string): Claim {
  const { reason: _, proposed: __, expiresOn, ...verification } = claim.verification;
  const t = textsFor(claim.language);
  const said = t('log.how');
  const wasDraft = claim.verification.status === 'draft';
  const isLasting = expiresOn !== undefined && expiresOn > on;
  const dueOn = nextDay(claim, on);
  return {
    ...claim,
    asOf: on,
    verification: {
      ...verification,
      status: 'verified',
      by: [...new Set([...verification.by, by])],
      on,
      how: verification.how.endsWith(said) ? verification.how : `${verification.how} ${said}`,
      recheckDueOn: isLasting && dueOn !== null && dueOn > expiresOn ? expiresOn : dueOn,
      ...(isLasting && { expiresOn }),
    },
    history: withEntry(claim, {
      on,
      at,
      by,
      change: t(wasDraft ? 'log.verified' : 'log.confirmed'),
    }),
  };
}

/** As long after this check as the last one was to be checked again. */
function nextDay({ verification }: Claim, on: Day): Day | null {
  const { on: last, recheckDueOn } = verification;
  return recheckDueOn && addDays(on, Math.max(1, daysBetween(last, recheckDueOn)));
}

function doubt(
  claim: Claim,
  { kind, at, by, why }: Extract<EditorialDecision, { kind: 'disputed' | 'retracted' }>,
  on: Day,
): Claim {
  const t = textsFor(claim.language);
  const history = withEntry(claim, { on, at, by, change: t(`log.${kind}`, { why }) });
  // A draft that needs work is one still.
  if (claim.verification.status === 'draft' && kind === 'disputed') return { ...claim, history };
  const { proposed: _, ...verification } = claim.verification;
  return { ...claim, verification: { ...verification, status: kind, reason: why }, history };
}

/** Near misses are shown to nobody, so the history does not repeat the text. */
function addText(claim: Claim, { kind, at, by, text }: TextDecision, on: Day): Claim {
  const change = textsFor(claim.language)(`log.${kind}`);
  const history = withEntry(claim, { on, at, by, change });
  return kind === 'wording'
    ? { ...claim, history, wordings: [...claim.wordings, text] }
    : { ...claim, history, nearMisses: [...claim.nearMisses, text] };
}

function withEntry({ history }: Claim, entry: Claim['history'][number]): Claim['history'] {
  return [...history, entry].toSorted((one, other) =>
    one.on < other.on ? -1 : Number(one.on > other.on),
  );
}

/** The list itself where each of its items is mapped to itself. */
function mapOrSame<Item>(items: readonly Item[], map: (item: Item) => Item): readonly Item[] {
  const mapped = items.map(map);
  return mapped.every((item, index) => item === items[index]) ? items : mapped;
}
