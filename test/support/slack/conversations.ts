import { blocksSchema, refusalOf, type ShownBlock } from './message-limits.ts';

/** A channel that the bot has not been invited to. */
export const foreignChannel = 'CFOREIGN';

/** A message as Slack shows it. */
export interface PostedMessage {
  /** `respond` for a response_url, else the Web API's method. */
  readonly via: string;
  readonly ts: string;
  readonly channel: string;
  /** The one person who sees it, or `everybody`. */
  readonly seenBy: string;
  readonly threadTs: string | undefined;
  readonly text: string;
  readonly blocks: readonly ShownBlock[];
  readonly payload: Payload;
}

export type Payload = Readonly<Record<string, unknown>>;
export type Result = Readonly<{ ok: boolean; error?: string }> & Payload;

interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed. */
  readonly original: string | undefined;
  uses: number;
}

export interface Conversations {
  /** What stands there now, in the order in which it was posted. */
  readonly messages: readonly PostedMessage[];
  post(method: string, payload: Payload): Result;
  update(payload: Payload): Result;
  respond(id: string, payload: Payload): Result;
  /** What stands there, the latest first. The bot has the scope for direct messages alone. */
  read(payload: Payload): Result;
  /** Whoever asked there can be answered through the address with this id, at most five times. */
  openResponseUrl(channel: string, user: string, original?: PostedMessage): string;
}

/** Channels and direct messages, as strict about messages as Slack is. */
export function createConversations(): Conversations {
  const messages: PostedMessage[] = [];
  const responseUrls: ResponseUrl[] = [];
  let posted = 0;

  function record(
    via: string,
    payload: Payload,
    place: Pick<PostedMessage, 'channel' | 'seenBy' | 'threadTs'>,
  ): Result {
    const error = refusalOf(payload);
    if (error) return { ok: false, error };
    const blocks = blocksSchema.parse(payload.blocks);
    const ts = `1700000000.${++posted}`;
    messages.push({ via, ts, ...place, text: String(payload.text), blocks, payload });
    return { ok: true, channel: place.channel, ts };
  }

  function change(via: string, ts: unknown, payload: Payload): Result {
    const index = messages.findIndex((message) => message.ts === ts);
    const old = messages[index];
    if (!old) return { ok: false, error: 'message_not_found' };
    const error = refusalOf(payload);
    if (error) return { ok: false, error };
    const blocks = blocksSchema.parse(payload.blocks);
    messages[index] = { ...old, via, text: String(payload.text), blocks, payload };
    return { ok: true, ts: old.ts };
  }

  return {
    messages,
    post(method, payload) {
      const { channel, user } = payload;
      if (channel === foreignChannel) return { ok: false, error: 'not_in_channel' };
      const seenBy = method === 'chat.postEphemeral' ? String(user) : 'everybody';
      return record(method, payload, {
        channel: String(channel),
        seenBy,
        threadTs: threadOf(payload),
      });
    },
    update(payload) {
      const found = messages.find(({ ts }) => ts === payload.ts);
      if (found && found.seenBy !== 'everybody') return { ok: false, error: 'message_not_found' };
      return change('chat.update', payload.ts, payload);
    },
    respond(id, payload) {
      const asked = responseUrls[Number(id) - 1];
      if (!asked || asked.uses === 5) return { ok: false, error: 'used_url' };
      asked.uses += 1;
      const { channel, user, original } = asked;
      if (original !== undefined && payload.delete_original === true) {
        const index = messages.findIndex(({ ts }) => ts === original);
        if (index !== -1) messages.splice(index, 1);
        return { ok: true };
      }
      // Slack replaces the message unless it is told not to.
      if (original !== undefined && payload.replace_original !== false) {
        return change('respond', original, payload);
      }
      const seenBy = payload.response_type === 'in_channel' ? 'everybody' : user;
      return record('respond', payload, { channel, seenBy, threadTs: threadOf(payload) });
    },
    read({ channel, ts, include_all_metadata }) {
      if (!String(channel).startsWith('D')) return { ok: false, error: 'missing_scope' };
      const there = messages.filter(
        (message) => message.channel === channel && (ts === undefined || message.threadTs === ts),
      );
      const shown = there.toReversed().map((message) => ({
        ts: message.ts,
        text: message.text,
        ...(include_all_metadata === 'true' && { metadata: message.payload.metadata }),
      }));
      return { ok: true, messages: shown };
    },
    openResponseUrl(channel, user, original) {
      responseUrls.push({ channel, user, original: original?.ts, uses: 0 });
      return String(responseUrls.length);
    },
  };
}

function threadOf({ thread_ts: threadTs }: Payload): string | undefined {
  return threadTs === undefined ? undefined : String(threadTs);
}
