import { webApi } from '@slack/bolt';
import { createBoltLogger } from '../adapters/slack/bolt-logger.ts';
import { commandsToManifest } from '../adapters/slack/commands-to-manifest.ts';
import { connectionProblem } from '../adapters/slack/connection-problem.ts';
import { installPath, redirectPath } from '../adapters/slack/oauth-flow.ts';
import { errorCode, webClientOptions } from '../adapters/slack/web-api.ts';
import type { Command } from '../core/bot/command.ts';
import type { SlackConfig } from '../slack-config.ts';
import { carryOut, type Finding, fix, good, note } from './finding.ts';

type Transport = SlackConfig['transport'];
type Kind<Name extends Transport['kind']> = Extract<Transport, { kind: Name }>;
type WebFor = (token?: string) => webApi.WebClient;

/** Asks Slack about tokens and scopes; changes nothing there. */
export async function checkSlack(
  { transport, apiUrl }: SlackConfig,
  commands: readonly Command[],
): Promise<readonly Finding[]> {
  const logger = createBoltLogger({ info() {}, warn() {}, error() {} });
  const webFor: WebFor = (token) => new webApi.WebClient(token, webClientOptions(apiUrl, logger));
  const { scopes } = commandsToManifest(commands).oauth_config;
  switch (transport.kind) {
    case 'socket':
      return carryOut(
        () => checkBotToken(transport.botToken, webFor, scopes.bot),
        () => checkAppToken(transport.appToken, webFor),
        async () => [manifestNote],
      );
    case 'http':
      return carryOut(
        () => checkBotToken(transport.botToken, webFor, scopes.bot),
        async () => [listeningNote(transport), manifestNote],
      );
    case 'oauth':
      return carryOut(
        () => checkClient(transport, webFor),
        async () => [listeningNote(transport), redirectNote, manifestNote],
      );
  }
}

async function checkBotToken(
  token: string,
  webFor: WebFor,
  needed: readonly string[],
): Promise<readonly Finding[]> {
  const identity = await webFor(token)
    .auth.test()
    .catch((error: unknown) => {
      throw connectionProblem(error, 'SLACK_BOT_TOKEN');
    });
  if (!identity.bot_id) {
    return [
      fix('SLACK_BOT_TOKEN belongs to a person. Use the bot token, which begins with xoxb-.'),
    ];
  }
  const works = good(
    `SLACK_BOT_TOKEN is the token of ${identity.user ?? 'the bot'} in ${identity.team ?? 'your workspace'}.`,
  );
  return [works, ...scopeFindings(identity.response_metadata?.scopes, needed)];
}

/** @param granted - Undefined where a proxy keeps Slack's header back. */
function scopeFindings(
  granted: readonly string[] | undefined,
  needed: readonly string[],
): readonly Finding[] {
  if (!granted)
    return [note(`Slack did not say which scopes it granted; needed are ${needed.join(', ')}.`)];
  const missing = needed.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) {
    return [
      fix(
        `SLACK_BOT_TOKEN lacks ${missing.join(', ')}: add it under “OAuth & Permissions”, Bot Token Scopes, and install the app again.`,
      ),
    ];
  }
  const needless = granted.filter((scope) => !needed.includes(scope));
  return [
    good('Slack granted every scope that the bot needs.'),
    ...(needless.length > 0
      ? [note(`Slack granted more than the bot needs: ${needless.join(', ')} can be removed.`)]
      : []),
  ];
}

async function checkAppToken(token: string, webFor: WebFor): Promise<readonly Finding[]> {
  try {
    await webFor(token).apps.connections.open();
    return [good('SLACK_APP_TOKEN opens a connection in Socket Mode.')];
  } catch (error) {
    throw connectionProblem(error, 'SLACK_APP_TOKEN');
  }
}

/** Slack tells a wrong client from a wrong code, and so a code that can't be right shows whether the client is. */
async function checkClient(
  { clientId, clientSecret }: Kind<'oauth'>,
  webFor: WebFor,
): Promise<readonly Finding[]> {
  try {
    await webFor().oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      code: 'doctor',
    });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'invalid_client_id' || code === 'bad_client_secret') {
      const key = code === 'invalid_client_id' ? 'SLACK_CLIENT_ID' : 'SLACK_CLIENT_SECRET';
      return [
        fix(`Slack doesn’t know ${key}: copy it again from Basic Information in your Slack app.`),
      ];
    }
    if (code !== 'invalid_code') throw connectionProblem(error, 'SLACK_BOT_TOKEN');
  }
  return [good('Slack knows SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.')];
}

const manifestNote = note(
  'Slack can’t be asked which commands, events and shortcuts the app has: after an update, paste manifest.yaml again under App Manifest.',
);

const redirectNote = note(
  `Under “OAuth & Permissions” the redirect URL is https://<your host>${redirectPath}; workspaces install at https://<your host>${installPath}.`,
);

function listeningNote({ port }: { readonly port: number }): Finding {
  return note(
    `Slack must reach port ${port} of this machine over HTTPS: the request URL is https://<your host>/slack/events.`,
  );
}
