import { type RespondArguments, RespondError } from '@slack/bolt';
import { fetchWithTimeout, withRetries } from './web-api.ts';

/**
 * Answers through a response_url, which Slack takes five times within half an hour, also in conversations that the bot
 * is not in.
 * @throws {RespondError} when Slack turns it down.
 */
export async function respondAt(url: string, message: RespondArguments): Promise<void> {
  await withRetries(async () => {
    const response = await fetchWithTimeout(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    if (response.ok) return;
    throw new RespondError(`Slack answered ${response.status}`, response.status);
  });
}
