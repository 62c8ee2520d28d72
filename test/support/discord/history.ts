import { z } from 'zod';

/** A message as Discord gives it out again. */
export interface KeptMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly [field: string]: unknown;
}

/** What stands in the channels, whoever wrote it. */
export interface History {
  /** Adds a message, or puts it in the place of the one with its id. */
  keep(message: KeptMessage): void;
  remove(id: string): void;
  /** As `GET /channels/{id}/messages` answers; undefined where the query breaks Discord's rules. */
  read(channel: string, query: URLSearchParams): readonly KeptMessage[] | undefined;
  /** Channels whose history the bot may not read: to it they are empty. */
  readonly hidden: Set<string>;
}

const snowflake = z.string().regex(/^\d{17,20}$/);

// discord-api-docs: resources/message.mdx, "Get Channel Messages".
const queryRules = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    before: snowflake.optional(),
    after: snowflake.optional(),
  })
  .refine(({ before, after }) => before === undefined || after === undefined);

export function createHistory(): History {
  const messages = new Map<string, KeptMessage>();
  const hidden = new Set<string>();
  return {
    hidden,
    keep(message) {
      messages.set(message.id, message);
    },
    remove(id) {
      messages.delete(id);
    },
    read(channel, search) {
      const query = queryRules.safeParse(Object.fromEntries(search)).data;
      if (!query) return undefined;
      if (hidden.has(channel)) return [];
      const { limit, before, after } = query;
      const latestFirst = [...messages.values()]
        .filter((message) => message.channel_id === channel)
        .filter(({ id }) => before === undefined || BigInt(id) < BigInt(before))
        .filter(({ id }) => after === undefined || BigInt(id) > BigInt(after))
        .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1));
      // Those next to `after`, and of them, too, the latest first.
      return after === undefined ? latestFirst.slice(0, limit) : latestFirst.slice(-limit);
    },
  };
}
