import { z } from 'zod';
import { locales } from '../texts/texts.ts';

/** How much of a record an answer shows: what fits a chat, or all of it. */
export const details = ['short', 'full'] as const;
export type Detail = (typeof details)[number];

/** What the people who manage a community may decide. Stored as it is, so every field is parsed when it is read. */
export const settingsSchema = z.object({
  /** Packs that are answered from; null for all, also those that come later. */
  packs: z.array(z.string()).nullable().default(null),
  /** Who sees an answer to `/fact` unless the asker says otherwise. */
  answers: z.enum(['public', 'private']).default('public'),
  /** Channels in which the bot may answer in public, as platform ids; null for all. */
  channels: z.array(z.string()).nullable().default(null),
  /** Whether mentions are answered. */
  mentions: z.boolean().default(true),
  /** How much of a record an answer shows unless the asker says otherwise. */
  detail: z.enum(details).default('short'),
  strictness: z.enum(['strict', 'balanced', 'lenient']).default('balanced'),
  /** Language for people whose own the platform doesn't tell or the bot doesn't speak; null for English. */
  language: z.enum(locales).nullable().default(null),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = settingsSchema.parse({});
