import type { AuthorizeResult, AuthorizeSourceData, HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../core/ports/log.ts';
import { type InstallationKey, type KeptInstallation, queryToKey } from './installation-record.ts';
import type { KeptInstallations } from './installation-store.ts';
import type { Authorize } from './slack-access.ts';
import { errorFields } from './web-api.ts';

type Installer = NonNullable<HTTPReceiver['installer']>;

/** As in the SDK's installer, which exchanges tokens that have less to live. They live for 12 hours. */
const exchangeAheadMs = 2 * 60 * 60 * 1000;

/** With less to live, a token may die before the answer is sent. */
const safetyMs = 60_000;

/** Longer than one exchange may take, so that two never run at once: Slack takes a refresh token only once. */
const nextTryMs = 30_000;

/**
 * Finds the token for the workspace that a request comes from. Rotated tokens are exchanged by the SDK's installer,
 * ahead of time and in the background: Slack waits 3 s for an acknowledgement, and this comes before it.
 */
export function createAuthorize(
  installer: Pick<Installer, 'authorize'>,
  installed: KeptInstallations,
  log: Log,
): Authorize {
  const exchanges = new Map<InstallationKey, { startedAt: number; done: Promise<void> }>();

  function exchangeOnce(key: InstallationKey, source: AuthorizeSourceData<boolean>): Promise<void> {
    const running = exchanges.get(key);
    if (running && performance.now() - running.startedAt < nextTryMs) return running.done;
    const done = installer.authorize(source).then(
      () => {},
      (error: unknown) => {
        log.error({ workspace: key, ...errorFields(error) }, 'Slack: a token was not exchanged');
      },
    );
    exchanges.set(key, { startedAt: performance.now(), done });
    return done;
  }

  async function required(key: InstallationKey): Promise<KeptInstallation> {
    const kept = await installed.find(key);
    if (!kept) throw new Error(`The bot is not installed in ${key}.`);
    return kept;
  }

  return async (source) => {
    const key = queryToKey(source);
    const kept = await required(key);
    const leftMs = msToLive(kept);
    if (leftMs > exchangeAheadMs) return toResult(kept, source);
    const exchanged = exchangeOnce(key, source);
    if (leftMs > safetyMs) return toResult(kept, source);
    await exchanged;
    return toResult(await required(key), source);
  };
}

function msToLive({ bot }: KeptInstallation): number {
  return bot.refreshToken === undefined || bot.expiresAt === undefined
    ? Number.POSITIVE_INFINITY
    : bot.expiresAt * 1000 - Date.now();
}

function toResult(
  { bot, team, enterprise }: KeptInstallation,
  source: AuthorizeSourceData<boolean>,
): AuthorizeResult {
  // An installation of a whole organisation names no workspace; the request does.
  const teamId = team?.id ?? source.teamId;
  const enterpriseId = enterprise?.id ?? source.enterpriseId;
  return {
    botToken: bot.token,
    botId: bot.id,
    botUserId: bot.userId,
    ...(teamId && { teamId }),
    ...(enterpriseId && { enterpriseId }),
  };
}
