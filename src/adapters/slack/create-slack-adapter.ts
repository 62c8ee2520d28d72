import { App } from '@slack/bolt';
import type { Adapter } from '../../core/ports/adapter.ts';
import { within } from '../../core/ports/within.ts';
import { createWorkUnderWay } from '../../core/ports/work-under-way.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { Connection } from './connection.ts';
import { connectionProblem, isRevocation } from './connection-problem.ts';
import { listen } from './listen.ts';
import { listenToDepartures } from './listen-to-departures.ts';
import { prepareManyWorkspaces } from './many-workspaces.ts';
import { prepareOneWorkspace } from './one-workspace.ts';
import type { SlackAdapterParts } from './slack-adapter-parts.ts';
import { errorFields, fetchWithTimeout, webClientOptions } from './web-api.ts';

/** Slack, through Bolt. */
export function createSlackAdapter(parts: SlackAdapterParts): Adapter {
  const { bot, transport, apiUrl, deliveries, log, onFatal } = parts;
  const logger = createBoltLogger(log);
  const underWay = createWorkUnderWay();
  let connection: Connection | undefined;

  function onUndelivered(error: unknown): void {
    log.error(errorFields(error), 'Slack: an answer could not be delivered');
    // One workspace of many that locked the bot out is no reason to leave the others.
    if (transport.kind === 'oauth' || !isRevocation(error)) return;
    onFatal(connectionProblem(error, 'SLACK_BOT_TOKEN'));
  }

  return {
    async start() {
      const shared = { ...parts, logger };
      const access =
        transport.kind === 'oauth'
          ? prepareManyWorkspaces({ ...shared, transport })
          : await prepareOneWorkspace({ ...shared, transport });
      const app = new App({
        receiver: access.connection.receiver,
        authorize: access.authorize,
        clientOptions: { ...webClientOptions(apiUrl, logger), fetch: fetchWithTimeout },
        logger,
        convoStore: false,
      });
      listen({ app, bot, deliveries, underWay, log, onUndelivered });
      const { installed } = access;
      if (installed) listenToDepartures({ ...shared, app, installed });
      connection = access.connection;
      await connection.open();
    },
    async stop(graceMs) {
      if (!connection) return;
      // Answers go out over the Web API, so the way in can be closed while they are being made.
      const finished = connection.close().then(() => underWay.settle(graceMs));
      connection = undefined;
      const left = await within(graceMs, finished).catch(() => -1);
      if (left !== 0) log.warn({ graceMs }, 'Slack: stopped before every answer was given');
    },
  };
}
