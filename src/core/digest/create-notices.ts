import { z } from 'zod';
import type { FilesState } from '../claims/first-set.ts';
import type { Errand } from '../outbox/errand.ts';
import type { Communities } from '../ports/communities.ts';
import type { ChatConnection, Connections } from '../ports/connections.ts';
import type { Outbox, OutboxItem } from '../ports/outbox.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import type { Texts } from '../texts/texts.ts';
import { type DigestSettings, destinationSchema, listPlaces, type Place, sayAt } from './places.ts';
import { type Notice, noticeSchema, presentNotice } from './present-notice.ts';

export interface NoticesParts {
  readonly settings: DigestSettings;
  readonly connections: Connections;
  /** What became of the files at the start of this process. */
  readonly files: FilesState;
  readonly communities: Pick<Communities, 'settings'>;
  readonly outbox: Pick<Outbox, 'add' | 'list'>;
  readonly clock: () => Date;
}

export interface Notices {
  /**
   * Puts into the outbox what operators are to know: that a chat failed, that it is back, that the packs could not be used at
   * the start. Each is said once, whichever process is the first. While the store is lost it waits.
   */
  plan(): Promise<void>;
  readonly errand: Errand;
}

/** Within it, in milliseconds, a place hears of one failure of a chat, and of one start with broken packs. */
const quietMs = 60 * 60_000;

const dataSchema = z.object({ to: destinationSchema, notice: noticeSchema });

export function createNotices(parts: NoticesParts): Notices {
  const { settings, connections, files, communities, outbox, clock } = parts;
  const places = listPlaces(settings);
  const startedAt = clock().toISOString();
  /** Places that know of the broken packs. */
  const knowOfPacks = new Set<string>();
  /** When a chat failed, as a place was told; by chat and place. */
  const toldFailures = new Map<string, string>();

  const toItem = (key: string, { platform, to }: Place, notice: Notice): OutboxItem => ({
    key,
    platform,
    kind: 'notice',
    data: { to, notice },
  });
  const once = { waitsForMs: quietMs, forgetAfterMs: quietMs };

  async function find(key: string): Promise<Notice | undefined> {
    const [record] = await outbox.list(key, undefined, 1);
    return record?.key === key ? dataSchema.safeParse(record.data).data?.notice : undefined;
  }

  async function tellOfPacks(place: Place): Promise<void> {
    if (files.state !== 'broken' || knowOfPacks.has(place.name)) return;
    const { mistakes } = files;
    const notice = { about: 'broken-packs', at: startedAt, mistakes: mistakes.length } as const;
    await outbox.add({ ...toItem(`notice packs ${place.name}`, place, notice), ...once });
    knowOfPacks.add(place.name);
  }

  async function tellOfChat(chat: ChatConnection, place: Place): Promise<void> {
    // What failed carries no news.
    if (chat.platform === place.platform) return;
    const pair = `${chat.platform} ${place.name}`;
    const failedAt = toldFailures.get(pair);
    if (chat.trouble && !failedAt) {
      const at = await tellOfFailure(chat.name, chat.trouble.problem, pair, place);
      if (at) toldFailures.set(pair, at);
    } else if (!chat.trouble && failedAt) {
      const notice = { about: 'back', chat: chat.name, at: failedAt } as const;
      await outbox.add(toItem(backKey(pair, failedAt), place, notice));
      toldFailures.delete(pair);
    }
  }

  /** When it failed, as the place was told; undefined while the place is to be left alone. */
  async function tellOfFailure(
    chat: string,
    problem: string,
    pair: string,
    place: Place,
  ): Promise<string | undefined> {
    const key = `notice failed ${pair}`;
    const latest = await find(key);
    if (latest?.about === 'failed') {
      // Another process told it, or this one of an earlier failure.
      return (await find(backKey(pair, latest.at))) ? undefined : latest.at;
    }
    const at = clock().toISOString();
    const notice = { about: 'failed', chat, at, problem } as const;
    return (await outbox.add({ ...toItem(key, place, notice), ...once })) ? at : undefined;
  }

  return {
    async plan() {
      try {
        for (const place of places) {
          await tellOfPacks(place);
          for (const chat of connections.list()) await tellOfChat(chat, place);
        }
      } catch (error) {
        if (!(error instanceof StoreLostError)) throw error;
      }
    },
    errand: {
      kind: 'notice',
      async run(data, tools) {
        const { to, notice } = dataSchema.parse(data);
        // Of one key there is another message an hour later.
        const nonce = (step: string) => tools.nonce(`${step} ${notice.at}`);
        const present = (t: Texts) => presentNotice(notice, t);
        await sayAt(to, present, communities, { ...tools, nonce });
        return { state: 'sent' };
      },
    },
  };
}

/** Of each failure one, so that all processes that saw it say once that it is over. */
function backKey(pair: string, failedAt: string): string {
  return `notice over ${pair} ${failedAt}`;
}
