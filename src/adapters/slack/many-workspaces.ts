import type { Logger, Receiver } from '@slack/bolt';
import { commandsToManifest } from './commands-to-manifest.ts';
import { createHttpConnection } from './http-connection.ts';
import { createKeptInstallations } from './installation-store.ts';
import { createOauthOptions } from './oauth-flow.ts';
import type { SlackAccess, SlackAccessParts } from './slack-access.ts';
import { createTokenOf } from './token-of-workspace.ts';
import { createAuthorize } from './workspace-access.ts';

/** All workspaces and organisations that install the bot, each by its own token. */
export function prepareManyWorkspaces(parts: SlackAccessParts<'oauth'>): SlackAccess {
  const { bot, transport, log } = parts;
  const installed = createKeptInstallations(transport.installations);
  const scopes = commandsToManifest(bot.commands).oauth_config.scopes.bot;
  const logger = withoutErrorObjects(parts.logger);
  const oauth = createOauthOptions({ ...parts, ...transport, logger, scopes, installed });
  const connection = createHttpConnection({
    host: undefined,
    ...parts,
    ...transport,
    oauth,
    logger,
  });
  const { installer } = connection.receiver;
  if (!installer) throw new Error('Bolt made no installer, though it got all that it needs.');
  const authorize = createAuthorize(installer, installed, log);
  return {
    connection: { ...connection, receiver: withoutInstaller(connection.receiver) },
    authorize,
    tokenOf: createTokenOf({ ...parts, authorize, installed }),
    installed,
  };
}

/** Bolt takes an `authorize` of ours only where it sees no installer. */
function withoutInstaller(receiver: Receiver): Receiver {
  return {
    init: (app) => receiver.init(app),
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

/** The installer logs whatever ends an installation, also a stranger's wrong address; our pages log what matters. */
function withoutErrorObjects(logger: Logger): Logger {
  return {
    ...logger,
    error: (...parts) => {
      if (!(parts[0] instanceof Error)) logger.error(...parts);
    },
  };
}
