import { z } from 'zod';
import type { Claim, ClaimRef } from '../claims/claim.ts';
import { compareClaims } from '../claims/claim-changes.ts';
import type { ClaimSet, WholeClaimSet } from '../claims/claim-set.ts';
import { revisedClaims } from '../claims/revised-claims.ts';
import { changeForReaders, claimToTold, type ToldClaim } from '../claims/told-claim.ts';
import type { CorrectionLog, ToldWords } from '../ports/correction-log.ts';
import type { Outbox, OutboxItem, OutboxRecord } from '../ports/outbox.ts';
import type { Receipts, StandingReceipt } from '../ports/receipts.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import type { ToldClaims } from '../ports/told-claims.ts';
import { whyCorrected } from './present-correction.ts';

/** What the operator decided of corrections. */
export interface CorrectionSettings {
  readonly mode: 'off' | 'edit' | 'edit+notice';
  /** How many answers to a claim are corrected in one channel, the newest first. */
  readonly perChannel: number;
  /** How old they may be. */
  readonly days: number;
}

export interface CorrectionParts {
  readonly library: { readonly current: WholeClaimSet };
  readonly receipts: Receipts;
  readonly told: ToldClaims;
  readonly log: CorrectionLog;
  readonly outbox: Outbox;
  readonly settings: CorrectionSettings;
  readonly clock: () => Date;
}

/** Sees to it that answers which still stand are put right when a claim is. */
export interface Corrections {
  /**
   * Puts into the outbox what the set in use makes necessary. The first time, after a start, it looks at all standing
   * answers; later, at those of claims that are others since the last time, and once more when answers that were on their
   * way meanwhile have arrived. While the store is lost it does nothing.
   */
  follow(): Promise<void>;
  /** The same for one claim. Rejects when the store is lost. */
  plan(ref: ClaimRef): Promise<void>;
}

/** More standing answers to one claim are not looked at. */
const mostAnswers = 5_000;
const pageSize = 200;

/** Longer than an answer is on its way, from the claims that it was made from to where it stands. */
const arrivedAfterMs = 2 * 60_000;

export function createCorrections(parts: CorrectionParts): Corrections {
  const { library, receipts, told, log, outbox, settings, clock } = parts;
  let followed: WholeClaimSet | undefined;
  /** Claims that changed, and since when none has. */
  let changed: { readonly refs: ReadonlySet<ClaimRef>; readonly at: number } | undefined;

  async function claimsToldOtherwise(current: ClaimSet): Promise<Iterable<ClaimRef>> {
    const refs = new Set<ClaimRef>();
    const revisions = new Map<ClaimRef, string | undefined>();
    for (let after: string | undefined; ; ) {
      const page = await receipts.page(after, pageSize);
      for (const { ref, revision } of page) {
        if (!revisions.has(ref)) revisions.set(ref, revisionOf(current.find(ref)));
        if (revisions.get(ref) !== revision) refs.add(ref);
      }
      after = page.at(-1)?.id;
      if (after === undefined) return refs;
    }
  }

  function isDue({ at, address }: StandingReceipt, inChannel: Map<string, number>): boolean {
    const channel = `${address.platform} ${address.channel}`;
    const before = inChannel.get(channel) ?? 0;
    inChannel.set(channel, before + 1);
    const ageMs = clock().getTime() - Date.parse(at);
    return before < settings.perChannel && ageMs <= settings.days * 86_400_000;
  }

  async function plan(ref: ClaimRef): Promise<void> {
    const claim = library.current.find(ref);
    // Withdrawing a claim is said in its file; one that is gone says nothing.
    if (!claim || settings.mode === 'off') return;
    const now = claimToTold(claim);
    const due: StandingReceipt[] = [];
    const inChannel = new Map<string, number>();
    const places = new Set<string>();
    let left = 0;
    let newest: ToldClaim | undefined;
    for (const receipt of await receipts.about(ref, mostAnswers)) {
      const { platform, channel, message } = receipt.address;
      if (platform === 'console' || !receipt.shown) continue;
      // An answer that a process died over may have got a receipt twice.
      const place = `${platform} ${channel} ${message}`;
      if (message !== undefined && places.has(place)) continue;
      places.add(place);
      const before = receipt.revision === now.revision ? undefined : await told.find(receipt);
      if (!before || changeForReaders(before, now) === 'none') continue;
      newest ??= before;
      if (isDue(receipt, inChannel)) due.push(receipt);
      else left += 1;
    }
    await told.keep(now);
    await record(claim, now, newest, { corrected: due.length, left });
    for (const receipt of due) await addItem(receipt, now.revision);
  }

  async function addItem(receipt: StandingReceipt, revision: string): Promise<void> {
    let last: OutboxRecord | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const item = correctionItem(receipt, revision, attempt);
      const [kept] = await outbox.list(item.key, undefined, 1);
      if (kept?.key !== item.key) {
        if (!last || !isRefused(last, revision)) await outbox.add(item);
        return;
      }
      // It brings the answer to what the claim says then.
      if (kept.state === 'waiting') return;
      last = kept;
    }
  }

  /** Once for each change, whichever process sees it and however often. */
  async function record(
    claim: Claim,
    now: ToldClaim,
    newest: ToldClaim | undefined,
    answers: { readonly corrected: number; readonly left: number },
  ): Promise<void> {
    const entries = await log.about(claim.ref);
    const [last] = entries;
    if (last?.after.revision === now.revision) return;
    const before = last ? await told.find({ ref: claim.ref, ...last.after }) : newest;
    if (!before) return;
    const change = changeForReaders(before, now);
    if (change === 'none') return;
    const isRestored = entries.some((entry) => entry.before.revision === now.revision);
    await log.add({
      at: clock().toISOString(),
      ref: claim.ref,
      change: isRestored ? 'restored' : change,
      before: toWords(before),
      after: toWords(now),
      why: isRestored ? undefined : whyCorrected(claim, before),
      answers,
    });
  }

  async function followChange(current: WholeClaimSet): Promise<void> {
    const refs = followed
      ? await claimsRevised(followed, current)
      : await claimsToldOtherwise(current);
    for (const ref of refs) await plan(ref);
    changed = { refs: new Set([...(changed?.refs ?? []), ...refs]), at: clock().getTime() };
    followed = current;
  }

  async function followArrived(): Promise<void> {
    if (!changed) return;
    const now = clock().getTime();
    // A clock that was set back: from here on it is right.
    if (changed.at > now) changed = { ...changed, at: now };
    if (now - changed.at < arrivedAfterMs) return;
    for (const ref of changed.refs) await plan(ref);
    changed = undefined;
  }

  return {
    plan,
    async follow() {
      const { current } = library;
      if (settings.mode === 'off') return;
      try {
        await (current === followed ? followArrived() : followChange(current));
      } catch (error) {
        if (!(error instanceof StoreLostError)) throw error;
      }
    },
  };
}

/** Each change of an answer has a key of its own, and so has each further attempt at one that came to nothing. */
function correctionItem(
  { id, ref, address, corrected }: StandingReceipt,
  revision: string,
  attempt: number,
): OutboxItem {
  const after = corrected?.times ?? 0;
  const { platform } = address;
  return {
    key: `correction ${id} ${after + 1}${attempt > 1 ? ` again ${attempt}` : ''}`,
    platform,
    kind: 'correction',
    data: { receipt: id, ref, channel: `${platform}:${address.channel}`, after, revision },
  };
}

const plannedSchema = z.object({ revision: z.string() });

/** The platform would not have it, and it is the same again; what it could not do in time is tried anew. */
function isRefused({ state, why, data }: OutboxRecord, revision: string): boolean {
  const planned = plannedSchema.safeParse(data).data;
  return state === 'failed' && why !== 'later' && planned?.revision === revision;
}

async function claimsRevised(
  before: WholeClaimSet,
  now: WholeClaimSet,
): Promise<readonly ClaimRef[]> {
  const changes = await compareClaims(before, now);
  const revised = await revisedClaims(before, now, changes, ['added', 'changed']);
  return revised.map(({ ref }) => ref);
}

function revisionOf(claim: Claim | undefined): string | undefined {
  return claim && claimToTold(claim).revision;
}

function toWords({ revision, claim, kind, verdict, status, gist }: ToldClaim): ToldWords {
  return { revision, claim, kind, verdict, status, gist };
}
