import { setTimeout as delay } from 'node:timers/promises';
import { type App, type Logger, webApi } from '@slack/bolt';
import type { Communities } from '../../core/ports/communities.ts';
import type { Log } from '../../core/ports/log.ts';
import { isRevocation } from './connection-problem.ts';
import type { InstallationKey } from './installation-record.ts';
import type { KeptInstallations } from './installation-store.ts';
import { errorFields, webClientOptions } from './web-api.ts';

/** Pauses between attempts to remove what is held, for a store that is away just then. */
const pausesMs = [2000, 10_000, 60_000, 300_000];

export interface DepartureParts {
  readonly app: App;
  readonly installed: KeptInstallations;
  readonly communities: Pick<Communities, 'joined' | 'left'>;
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
  readonly log: Log;
}

/** Removes what is held of workspaces that the bot was taken out of. */
export function listenToDepartures({
  app,
  installed,
  communities,
  apiUrl,
  logger,
  log,
}: DepartureParts): void {
  app.event('app_uninstalled', ({ body }) => leave(body));
  app.event('tokens_revoked', async ({ event, body }) => {
    if (event.tokens.bot?.length) await leave(body);
  });
  // An organisation that installed the bot for all says so when it takes one workspace in or out.
  app.event('team_access_granted', async ({ event }) => {
    for (const team of event.team_ids) await communities.joined(`slack:${team}`);
  });
  app.event('team_access_revoked', async ({ event }) => {
    for (const team of event.team_ids) await communities.left(`slack:${team}`);
  });

  async function leave(place: {
    readonly team_id?: string;
    readonly enterprise_id?: string | null;
  }): Promise<void> {
    const { team_id: team, enterprise_id: enterprise } = place;
    const ended = [
      team && (await endInstallation(`team:${team}`)),
      enterprise && (await endInstallation(`enterprise:${enterprise}`)),
    ];
    if (team && ended.includes(true)) await communities.left(`slack:${team}`);
  }

  /** True if it has ended. These events come late and twice, so that the workspace may be back by then. */
  async function endInstallation(key: InstallationKey): Promise<boolean> {
    const kept = await installed.find(key).catch(unreadable);
    if (kept === undefined || (kept && (await isAlive(kept.bot.token)))) return false;
    await removeAtLast(key);
    return true;
  }

  async function isAlive(token: string): Promise<boolean> {
    try {
      await new webApi.WebClient(token, webClientOptions(apiUrl, logger)).auth.test();
      return true;
    } catch (error) {
      // Where Slack can't be asked, what it said before counts.
      if (!isRevocation(error)) log.warn(errorFields(error), 'Slack: a token was not checked');
      return false;
    }
  }

  async function removeAtLast(key: InstallationKey): Promise<void> {
    for (const pauseMs of [...pausesMs, undefined]) {
      try {
        await installed.remove(key);
        log.info({ workspace: key }, 'Slack: uninstalled');
        return;
      } catch (error) {
        if (pauseMs === undefined) {
          log.error({ workspace: key, err: error }, 'Slack: an installation was not removed');
          return;
        }
        await delay(pauseMs, undefined, { ref: false });
      }
    }
  }
}

/** It is there and can't be read: nobody is served by it, so that nothing speaks for keeping it. */
function unreadable(): null {
  return null;
}
