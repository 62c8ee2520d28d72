import { webApi } from '@slack/bolt';
import { errorCode } from './web-api.ts';

export type SlackToken = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Slack's codes for a token that is dead: nothing works. */
const revocations: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

/** Codes for a token that can't do what was asked of it, however often it is tried. */
const refusals: ReadonlySet<string> = new Set([
  ...revocations,
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'team_access_not_granted',
]);

export function isRevocation(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && revocations.has(error.data.error);
}

export function isRefusal(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && refusals.has(error.data.error);
}

const whereToFind: Readonly<Record<SlackToken, string>> = {
  SLACK_BOT_TOKEN:
    'Copy the bot token (xoxb-…) from “OAuth & Permissions” at https://api.slack.com/apps, and install the app again if its scopes have changed.',
  SLACK_APP_TOKEN:
    'Make an app-level token (xapp-…) with the scope connections:write under “Basic Information” at https://api.slack.com/apps, and see that Socket Mode is on.',
};

/** Why Slack could not be reached or did not let the bot in, and what to do about it. */
export function connectionProblem(error: unknown, token: SlackToken): Error {
  const sentence = isRefusal(error)
    ? `Slack refuses ${token} (${errorCode(error)}). ${whereToFind[token]}`
    : `Slack could not be reached or did not answer as expected (${errorDetail(error)}). Check the network and SLACK_API_URL, then start again.`;
  return new Error(sentence, { cause: error });
}

function errorDetail(error: unknown): string {
  const code = errorCode(error);
  return code === 'Error' && error instanceof Error ? error.message : code;
}
