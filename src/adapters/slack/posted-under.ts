import type { webApi } from '@slack/bolt';
import type { SoughtMessage } from '../../core/ports/sender.ts';

const eventType = 'factbot_message';

/** Goes with a message, unseen, so that the bot knows it again where it may read. */
export function nonceToMetadata(nonce: string): webApi.MessageMetadata {
  return { event_type: eventType, event_payload: { nonce } };
}

/** Where a message is looked for: the bot may read direct messages, and no others. */
export interface DirectPlace {
  readonly channel: string;
  readonly thread: string | undefined;
}

/** Clocks differ. */
const marginMs = 60_000;
/** More is not said to one person while a bot is dead. */
const mostPages = 5;

/** The message that was posted under a nonce, by its `ts`; `unknown` where there are too many to look through. Rejects as Slack's client does. */
export async function findPosted(
  { conversations }: webApi.WebClient,
  { channel, thread }: DirectPlace,
  { nonce, since }: Pick<SoughtMessage, 'nonce' | 'since'>,
): Promise<{ readonly ts: string } | 'not-there' | 'unknown'> {
  const oldest = String((since.getTime() - marginMs) / 1000);
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const asked = {
      channel,
      oldest,
      include_all_metadata: true,
      limit: 100,
      ...(cursor && { cursor }),
    };
    const { messages = [], response_metadata } = thread
      ? await conversations.replies({ ...asked, ts: thread })
      : await conversations.history(asked);
    const found = messages.find(({ metadata }) => isUnder(metadata, nonce));
    if (found?.ts) return { ts: found.ts };
    cursor = response_metadata?.next_cursor;
    if (!cursor) return 'not-there';
  }
  return 'unknown';
}

function isUnder(metadata: Partial<webApi.MessageMetadata> | undefined, nonce: string): boolean {
  return metadata?.event_type === eventType && metadata.event_payload?.nonce === nonce;
}
