import {
  type APIMessage,
  type REST,
  type RESTGetAPIChannelMessagesQuery,
  type RESTGetAPIChannelMessagesResult,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { markOf, nonceToMark } from './posted-under.ts';

/** What people read of a message; `content` stands outside of its embeds. */
export type MessageWords = Pick<APIMessage, 'embeds'> & { readonly content?: string };

export interface Sought {
  readonly channel: string;
  readonly nonce: string;
  /** Between these it was posted, by a clock that may differ from Discord's. */
  readonly from: Date;
  readonly until: Date;
  /** The message that it replies to. */
  readonly repliesTo: string | undefined;
  /** What it says, as far as that can be told. */
  readonly words: MessageWords | undefined;
  /** Of these words some that stay as they are, as Discord shows them. */
  readonly holds: readonly string[];
  /** The user who is the bot. */
  readonly botId: string;
  readonly withinMs: number;
}

/** Clocks differ; by more than that, Slack would take no request for a fresh one either. */
const marginMs = 5 * 60_000;

const pageSize = 100;
/** More is not written in a channel in a quarter of an hour. */
const mostPages = 10;

/**
 * The id of the message that was posted under a nonce. `unknown` where the bot may not read, where there are too many messages to
 * look through, and where it can't be told from another one of the bot's. Rejects as discord.js does.
 */
export async function findPosted(rest: REST, sought: Sought): Promise<string> {
  const { channel, withinMs } = sought;
  const end = sought.until.getTime() + marginMs;
  let after = toSnowflake(sought.from.getTime() - marginMs);
  let mayBeThere = false;
  let mayRead = false;

  async function read(query: RESTGetAPIChannelMessagesQuery): Promise<readonly APIMessage[]> {
    const search = new URLSearchParams(Object.entries(query).map(([name, of]) => [name, `${of}`]));
    const signal = AbortSignal.timeout(withinMs);
    const page = await rest.get(Routes.channelMessages(channel), { query: search, signal });
    return (page as RESTGetAPIChannelMessagesResult | null) ?? [];
  }

  for (let page = 0; page < mostPages; page += 1) {
    // Those that come next, the latest of them first.
    const messages = await read({ after, limit: pageSize });
    mayRead ||= messages.length > 0;
    const among = messages.filter(({ id }) => timeOf(id) <= end);
    for (const message of among) {
      const match = isSought(message, sought);
      if (match === 'yes') return message.id;
      mayBeThere ||= match === 'maybe';
    }
    const [latest] = messages;
    if (latest && messages.length === pageSize && among.length === pageSize) {
      after = latest.id;
      continue;
    }
    if (mayBeThere) return 'unknown';
    // To a bot that may not read the history of a channel, Discord shows it as empty.
    mayRead ||= (await read({ limit: 1 })).length > 0;
    return mayRead ? 'not-there' : 'unknown';
  }
  return 'unknown';
}

function isSought(message: APIMessage, sought: Sought): 'yes' | 'no' | 'maybe' {
  const { author, webhook_id, interaction_metadata, message_reference } = message;
  // The answer to an interaction is told by its token.
  if (author.id !== sought.botId || webhook_id || interaction_metadata) return 'no';
  const mark = markOf(message);
  if (mark !== undefined) return mark === nonceToMark(sought.nonce) ? 'yes' : 'no';
  // One from before may be another one under the same message, or with the same words.
  const sure = timeOf(message.id) >= sought.from.getTime() ? 'yes' : 'maybe';
  // A message that was gone before it could be replied to is not named.
  const repliesTo = message_reference?.message_id;
  if (repliesTo !== undefined) return repliesTo === sought.repliesTo ? sure : 'no';
  if (!sought.words) return 'maybe';
  const [words, soughtWords] = [wordsOf(message), wordsOf(sought.words)];
  if (words === soughtWords) return sure;
  // Its words may be others by now, but not the people whom it names.
  if (named(words) !== named(soughtWords)) return 'no';
  // Where they don't stand in it whole, nothing follows from them.
  const holds = sought.holds.filter((each) => soughtWords.includes(each));
  if (holds.length === 0) return 'maybe';
  return holds.every((each) => words.includes(each)) ? sure : 'no';
}

/** Discord takes spaces away from the ends. */
function wordsOf({ content = '', embeds }: MessageWords): string {
  const texts = embeds.flatMap(({ title = '', description = '' }) => [title, description]);
  return [content, ...texts].map((text) => text.trim()).join('\n');
}

function named(words: string): string {
  const people = words.matchAll(/<@!?(\d+)>/g).map(([, id]) => id);
  return [...new Set(people)].sort().join(' ');
}

function timeOf(id: string): number {
  return SnowflakeUtil.timestampFrom(id);
}

function toSnowflake(timeMs: number): string {
  const parts = { timestamp: timeMs, workerId: 0n, processId: 0n, increment: 0n };
  return String(SnowflakeUtil.generate(parts));
}
