import { z } from 'zod';
import { dayOf } from '../claims/calendar.ts';
import type { ClaimRef } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { type ClaimRevision, revisionsToShown, shownToRevisions } from '../claims/revision.ts';
import { claimToTold } from '../claims/told-claim.ts';
import type { Errand, ErrandTools } from '../outbox/errand.ts';
import { lookFor, type Said, say, whatWasSaid } from '../outbox/say.ts';
import { tellOfDoubt } from '../outbox/tell-of-doubt.ts';
import type { Communities } from '../ports/communities.ts';
import type { OutboxItem } from '../ports/outbox.ts';
import type { Receipts } from '../ports/receipts.ts';
import type { Notice, NoticeKey, RequestAsker, Requests } from '../ports/requests.ts';
import { type Destination, NotSentError } from '../ports/sender.ts';
import type { ToldClaims } from '../ports/told-claims.ts';
import { presentAnswered, presentDeclined, presentUnsure } from '../reply/present-notice.ts';
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
  /** Has answers put right that tell of a claim what it no longer says. */
  readonly corrections: { plan(ref: ClaimRef): Promise<void> };
  readonly library: { readonly current: ClaimSet };
  readonly clock: () => Date;
}

/** Tells somebody what became of their request: where they wanted it, else, where that can't be, in a direct message. */
export function createTellAsker(parts: TellAskerParts): Errand {
  const { requests, communities, receipts, told, corrections, library, clock } = parts;

  function present({ request, asker, resolution }: Notice): Answer | undefined {
    const t = textsFor(asker.locale);
    const asked = { claim: request.claim, by: asker.place && asker.user };
    if (resolution.kind === 'declined') return presentDeclined(asked, resolution.reason, t);
    // The community may have switched its pack off since.
    const { packs } = communities.settings(asker.community);
    const claim = library.current.only(packs).find(resolution.ref);
    return claim && presentAnswered(asked, claim, dayOf(clock()), t);
  }

  /** So that a correction reaches those who read it. */
  async function note(
    { asker }: Notice,
    about: readonly ClaimRevision[],
    { standing, shows }: Said,
    { begun, step }: ErrandTools,
  ): Promise<void> {
    const { address, canBeEdited } = standing;
    const at = begun('here')?.begunAt ?? clock().toISOString();
    const shown = { locale: asker.locale, ...asNotice };
    const revisions = shownToRevisions(shows, about);
    await step('note', 'repeatable', async () => {
      for (const revision of revisions)
        await receipts.add({ ...revision, at, address, canBeEdited, shown });
    });
    const isOfNow = (revision: string): boolean => about.some((each) => each.revision === revision);
    for (const { ref, revision } of revisions) if (!isOfNow(revision)) await corrections.plan(ref);
  }

  async function send(notice: Notice, answer: Answer, tools: ErrandTools): Promise<void> {
    const { asker } = notice;
    const { locale } = textsFor(asker.locale);
    const { community, place } = asker;
    const shows = revisionsToShown(answer.about);
    const holds = [notice.request.claim];
    for (const { ref } of answer.about ?? []) {
      const claim = library.current.find(ref);
      // Before it is told: wherever this process dies, it can be put right.
      if (claim) await told.keep(claimToTold(claim));
    }
    async function directly(): Promise<void> {
      const to = toPerson(asker);
      const reply = { ...answer, locale, visibility: 'private' } as const;
      await say(tools, 'directly', { to, reply, nonce: tools.nonce('directly'), shows, holds });
    }
    const { channels } = communities.settings(community);
    const mayStand = tools.begun('here') !== undefined;
    // The community may have decided since that answers are private there.
    if (!place || !(mayStand || (channels?.includes(place.channel) ?? true))) return directly();
    try {
      const to = toPlace(place);
      const reply = { ...answer, locale, visibility: 'public' } as const;
      const said = tools.begun('note')
        ? whatWasSaid(tools, 'here')
        : await say(tools, 'here', { to, reply, nonce: tools.nonce('here'), shows, holds });
      if (said) await note(notice, answer.about ?? [], said, tools);
    } catch (error) {
      const isClosed = error instanceof NotSentError && ['gone', 'not-allowed'].includes(error.why);
      if (!isClosed) throw error;
      await directly();
    }
  }

  /** What may stand is not said again: they are told to look. */
  async function admitDoubt({ request, asker }: Notice, tools: ErrandTools): Promise<void> {
    const t = textsFor(asker.locale);
    const answer = presentUnsure({ claim: request.claim, by: undefined }, t);
    const reply = { ...answer, locale: t.locale, visibility: 'private' } as const;
    await tellOfDoubt(tools, ['here', 'directly'], asker, reply);
  }

  /** Whether a process may have told them that died over it. */
  async function wasBegun({ asker }: Notice, tools: ErrandTools): Promise<boolean> {
    const look = (step: string, to: Destination) =>
      tools.settled(step, lookFor(tools.sender, { to, nonce: tools.nonce(step) }));
    const here = asker.place && (await look('here', toPlace(asker.place)));
    const directly = await look('directly', toPerson(asker));
    return here !== undefined || directly !== undefined;
  }

  return {
    kind,
    async run(data, tools) {
      const key = keySchema.parse(data);
      const notice = await requests.notice(key);
      if (!notice) return { state: 'unneeded' };
      const answer = present(notice);
      if (!answer && (await wasBegun(notice, tools))) {
        // A process that died told them of a claim that is gone by now, or may have.
        const said = whatWasSaid(tools, 'here');
        if (said) await note(notice, [], said, tools);
        await admitDoubt(notice, tools);
        await requests.told(key);
        return { state: said || whatWasSaid(tools, 'directly') ? 'sent' : 'unsure' };
      }
      if (!answer) {
        // The claim is gone again: they go on waiting.
        const at = clock().toISOString();
        await requests.add({ ...notice.request, at }, { ...notice.asker, at });
        return { state: 'unneeded' };
      }
      try {
        await send(notice, answer, tools);
        await admitDoubt(notice, tools);
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

function toPlace(place: NonNullable<RequestAsker['place']>): Destination {
  return { to: 'answer', address: { ...place, message: undefined } };
}

function toPerson({ user, community }: RequestAsker): Destination {
  return { to: 'person', user, community };
}
