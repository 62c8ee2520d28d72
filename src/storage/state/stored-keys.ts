import { z } from 'zod';
import { automaticChangers } from '../../core/claims/reload-history.ts';
import { platforms } from '../../core/keys.ts';

/** Checked when read: another version of the bot may have written it. */
export const userKeySchema = z.templateLiteral([z.enum(platforms), ':', z.string()]);
/** Who changed the set of claims. */
export const changerSchema = z.union([z.enum(automaticChangers), userKeySchema]);
export const communityKeySchema = z.templateLiteral([
  z.enum(['discord', 'slack']),
  ':',
  z.string(),
]);
export const claimRefSchema = z.templateLiteral([z.string(), '/', z.string()]);

/** A channel or thread of a platform. */
export const placeSchema = z
  .object({
    platform: z.enum(platforms),
    community: communityKeySchema.optional(),
    channel: z.string(),
    thread: z.string().optional(),
  })
  .transform(({ platform, community, channel, thread }) => ({
    platform,
    community,
    channel,
    thread,
  }));

/** Where an answer stands. */
export const addressSchema = z
  .object({
    platform: z.enum(platforms),
    community: communityKeySchema.optional(),
    channel: z.string(),
    thread: z.string().optional(),
    message: z.string().optional(),
  })
  .transform(({ platform, community, channel, thread, message }) => ({
    platform,
    community,
    channel,
    thread,
    message,
  }));
