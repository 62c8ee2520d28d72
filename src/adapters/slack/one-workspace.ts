import { webApi } from '@slack/bolt';
import { connectionProblem } from './connection-problem.ts';
import { createHttpConnection } from './http-connection.ts';
import type { SlackAccess, SlackAccessParts } from './slack-access.ts';
import { createSocketConnection } from './socket-connection.ts';
import { webClientOptions, withRetries } from './web-api.ts';

/** One workspace by its bot token. Rejects with a sentence that says what to fix. */
export async function prepareOneWorkspace(
  parts: SlackAccessParts<'socket' | 'http'>,
): Promise<SlackAccess> {
  const { transport, apiUrl, communities, logger } = parts;
  const { botToken } = transport;
  const web = new webApi.WebClient(botToken, webClientOptions(apiUrl, logger));
  const { teamId, ...identity } = await identify(web);
  if (teamId) await communities.joined(`slack:${teamId}`);
  return {
    connection:
      transport.kind === 'socket'
        ? createSocketConnection({ ...parts, appToken: transport.appToken, apiUrl })
        : createHttpConnection({ host: undefined, ...parts, ...transport }),
    tokenOf: async () => botToken,
    // Known already; given only the token, Bolt asks again, and a refusal would be an unhandled rejection.
    authorize: async () => ({ botToken, ...identity }),
  };
}

interface Identity {
  readonly botUserId: string;
  readonly botId: string;
  readonly teamId: string | undefined;
}

async function identify(web: webApi.WebClient): Promise<Identity> {
  try {
    const { user_id: botUserId, bot_id: botId, team_id } = await withRetries(() => web.auth.test());
    if (botUserId && botId) return { botUserId, botId, teamId: team_id };
  } catch (error) {
    throw connectionProblem(error, 'SLACK_BOT_TOKEN');
  }
  throw new Error(
    'SLACK_BOT_TOKEN belongs to a person. Use the bot token, which begins with xoxb-.',
  );
}
