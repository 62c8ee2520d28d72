import { DiscordAPIError, HTTPError } from 'discord.js';

/**
 * What may be logged of an error. Not its message, address or body: those of a Discord error hold what was said and
 * the token of the interaction.
 */
export function errorFields(error: unknown): object {
  if (error instanceof DiscordAPIError) {
    return {
      error: 'DiscordAPIError',
      status: error.status,
      code: error.code,
      method: error.method,
    };
  }
  if (error instanceof HTTPError) {
    return { error: error.name, status: error.status, method: error.method };
  }
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, at: error.stack?.match(/^ +at .*$/m)?.[0].trim() };
}
