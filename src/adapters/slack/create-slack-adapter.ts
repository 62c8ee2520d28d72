import { App, webApi } from '@slack/bolt';
import { platformId } from '../../core/keys.ts';
import type { Adapter } from '../../core/ports/adapter.ts';
import { within } from '../../core/ports/within.ts';
import { createWorkUnderWay } from '../../core/ports/work-under-way.ts';
import { createSeal } from '../../secrets/seal.ts';
import { acknowledgeLate } from './acknowledge-late.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { Connection } from './connection.ts';
import { connectionProblem, isRevocation } from './connection-problem.ts';
import { type ClientOf, createSender } from './create-sender.ts';
import { listen } from './listen.ts';
import { listenToDepartures } from './listen-to-departures.ts';
import { prepareManyWorkspaces } from './many-workspaces.ts';
import { prepareOneWorkspace } from './one-workspace.ts';
import type { SlackAdapterParts } from './slack-adapter-parts.ts';
import { createUnjoinedChannels } from './unjoined-channels.ts';
import { errorFields, fetchWithTimeout, webClientOptions } from './web-api.ts';

/** Slack, through Bolt. */
export function createSlackAdapter(parts: SlackAdapterParts): Adapter {
  const { bot, transport, apiUrl, deliveries, senders, log, onFatal } = parts;
  const logger = createBoltLogger(log);
  const underWay = createWorkUnderWay();
  const unjoined = createUnjoinedChannels(() => performance.now());
  const seal = createSeal(
    transport.kind === 'socket' ? transport.appToken : transport.signingSecret,
  );
  let connection: Connection | undefined;
  let disconnect = (): void => {};

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
        receiver: acknowledgeLate(access.connection.receiver),
        authorize: access.authorize,
        clientOptions: { ...webClientOptions(apiUrl, logger), fetch: fetchWithTimeout },
        logger,
        convoStore: false,
      });
      listen({ app, bot, deliveries, seal, unjoined, underWay, log, onUndelivered });
      const { installed } = access;
      if (installed) listenToDepartures({ ...shared, app, installed });
      connection = access.connection;
      await connection.open();
      const clientOf: ClientOf = async (community) => {
        const teamId = community && platformId(community);
        const token = await access.tokenOf(teamId);
        if (token === undefined) return undefined;
        const options = { ...webClientOptions(apiUrl, logger), ...(teamId && { teamId }) };
        return new webApi.WebClient(token, options);
      };
      disconnect = senders.connect('slack', createSender({ clientOf, seal, unjoined }));
    },
    async stop(graceMs) {
      disconnect();
      if (!connection) return;
      // Answers go out over the Web API, so the way in can be closed while they are being made.
      const finished = connection.close().then(() => underWay.settle(graceMs));
      connection = undefined;
      const left = await within(graceMs, finished).catch(() => -1);
      if (left !== 0) log.warn({ graceMs }, 'Slack: stopped before every answer was given');
    },
  };
}
