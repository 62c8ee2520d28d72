import { z } from 'zod';
import { dayOf } from '../claims/calendar.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { claimToTold } from '../claims/told-claim.ts';
import type { Errand, ErrandTools } from '../outbox/errand.ts';
import type { Communities } from '../ports/communities.ts';
import type { OutboxItem } from '../ports/outbox.ts';
import type { Address, Receipts } from '../ports/receipts.ts';
import type { Notice, NoticeKey, RequestAsker, Requests } from '../ports/requests.ts';
import { NotSentError } from '../ports/sender.ts';
import type { ToldClaims } from '../ports/told-claims.ts';
import { presentAnswered, presentDeclined } from '../reply/present-notice.ts';
import type { Answer } from '../reply/reply.ts';
import { textsFor } from '../texts/texts.ts';

const kind = 'request';

/** It tells of a request, too, and so is followed by a correction instead of being written anew. */
const asNotice = { detail: 'short', answer: undefined, isShared: false, isWhole: false } as const;

const keySchema: z.ZodType<NoticeKey> = z.object({ request: z.string(), asker: z.string() });

/** Once for each time that somebody asked; nothing of who that is stays in the outbox. */
export function noticeToItem(key: NoticeKey, { user, at }: RequestAsker): OutboxItem {
  const platform = user.startsWith('slack:') ? 'slack' : 'discord';
  return { key: `${kind} ${key.request} ${key.asker} ${at}`, platform, kind, data: key };
}

export interface TellAskerParts {
  readonly requests: Requests;
  readonly communities: Pick<Communities, 'settings'>;
  readonly receipts: Pick<Receipts, 'add'>;
  readonly told: Pick<ToldClaims, 'keep'>;
  readonly library: { readonly current: ClaimSet };
  readonly clock: () => Date;
}

/** Tells somebody what became of their request: where they wanted it, else, where that can't be, in a direct message. */
export function createTellAsker(parts: TellAskerParts): Errand {
  const { requests, communities, receipts, told, library, clock } = parts;

  function present({ request, asker, resolution }: Notice): Answer | undefined {
    const t = textsFor(asker.locale);
    const asked = { claim: request.claim, by: asker.place && asker.user };
    if (resolution.kind === 'declined') return presentDeclined(asked, resolution.reason, t);
    const claim = library.current.find(resolution.ref);
    return claim && presentAnswered(asked, claim, dayOf(clock()), t);
  }

  /** So that a correction reaches those who read it. */
  async function keepReceipt(
    { asker }: Notice,
    { about = [] }: Answer,
    address: Address,
  ): Promise<void> {
    for (const revision of about) {
      const claim = library.current.find(revision.ref);
      if (claim) await told.keep(claimToTold(claim));
      await receipts.add({
        ...revision,
        at: clock().toISOString(),
        address,
        canBeEdited: true,
        shown: { locale: asker.locale, ...asNotice },
      });
    }
  }

  async function send(
    notice: Notice,
    answer: Answer,
    { sender, step, nonce, begun }: ErrandTools,
  ): Promise<void> {
    const { asker } = notice;
    const { locale } = textsFor(asker.locale);
    const { user, community, place } = asker;
    const directly = () =>
      step('directly', 'nonce', () => {
        const to = { to: 'person', user, community } as const;
        return sender.post(to, { ...answer, locale, visibility: 'private' }, nonce('directly'));
      });
    const { channels } = communities.settings(community);
    // The community may have decided since that answers are private there.
    if (!place || !(channels?.includes(place.channel) ?? true)) return directly();
    const mayStand = begun('here') !== undefined;
    try {
      await step('here', 'nonce', async () => {
        const to = { to: 'answer', address: { ...place, message: undefined } } as const;
        const reply = { ...answer, locale, visibility: 'public' } as const;
        const message = await sender.post(to, reply, nonce('here'));
        const address = { ...place, message };
        // Under its nonce this may be the message of a process that died, which says what the claim said then.
        if (mayStand) await sender.edit(address, reply);
        await keepReceipt(notice, answer, address);
      });
    } catch (error) {
      const isClosed = error instanceof NotSentError && ['gone', 'not-allowed'].includes(error.why);
      if (!isClosed) throw error;
      await directly();
    }
  }

  return {
    kind,
    async run(data, tools) {
      const key = keySchema.parse(data);
      const notice = await requests.notice(key);
      if (!notice) return { state: 'unneeded' };
      const answer = present(notice);
      if (!answer) {
        // The claim is gone again: they go on waiting.
        const at = clock().toISOString();
        await requests.add({ ...notice.request, at }, { ...notice.asker, at });
        return { state: 'unneeded' };
      }
      try {
        await send(notice, answer, tools);
      } catch (error) {
        if (!(error instanceof NotSentError) || !['gone', 'not-allowed'].includes(error.why))
          throw error;
        await requests.told(key);
        return { state: 'failed', why: error.why };
      }
      await requests.told(key);
      return { state: 'sent' };
    },
  };
}
