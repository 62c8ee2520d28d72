import type { Installation, InstallationQuery } from '@slack/bolt';
import { z } from 'zod';

/** One workspace, or all of an organisation at once: Slack's two ways to install an app. */
export type InstallationKey = `team:${string}` | `enterprise:${string}`;

const placeSchema = z.object({ id: z.string(), name: z.string().exactOptional() });

/**
 * What is kept of Slack's installation. No token of the person who installed it: none is asked for.
 * Exported for tests: docs/privacy.md names what is in it.
 */
export const installationSchema = z.object({
  authVersion: z.literal('v2'),
  isEnterpriseInstall: z.boolean().default(false),
  team: placeSchema.exactOptional(),
  enterprise: placeSchema.exactOptional(),
  user: z.object({ id: z.string() }),
  bot: z.object({
    id: z.string(),
    userId: z.string(),
    scopes: z.array(z.string()),
    token: z.string(),
    /** Only where tokens rotate; `expiresAt` in seconds since the epoch. */
    refreshToken: z.string().exactOptional(),
    expiresAt: z.number().exactOptional(),
  }),
  tokenType: z.literal('bot').exactOptional(),
  appId: z.string().exactOptional(),
  enterpriseUrl: z.string().exactOptional(),
});
export type KeptInstallation = Readonly<z.infer<typeof installationSchema>>;

/** @throws {Error} if the bot got no token of its own, and so couldn't answer. */
export function installationToRecord(installation: Installation): string {
  const { data } = installationSchema.safeParse(JSON.parse(JSON.stringify(installation)));
  if (!data) throw new Error('Slack granted the installation without a bot token.');
  return JSON.stringify(data);
}

/** @throws {Error} if another version of the bot kept it in another form. */
export function recordToInstallation(record: string): KeptInstallation {
  return installationSchema.parse(JSON.parse(record));
}

/** The form in which the SDK knows it. */
export function keptToInstallation(kept: KeptInstallation): Installation<'v2', boolean> {
  const user = { id: kept.user.id, token: undefined, scopes: undefined };
  return { ...kept, user, team: kept.team, enterprise: kept.enterprise };
}

export function installationToKey(installation: Installation): InstallationKey {
  return queryToKey({
    isEnterpriseInstall: installation.isEnterpriseInstall ?? false,
    teamId: installation.team?.id,
    enterpriseId: installation.enterprise?.id,
  });
}

/** What of a query tells where the app is installed. */
export interface InstalledAt {
  readonly isEnterpriseInstall: boolean;
  readonly teamId?: InstallationQuery<boolean>['teamId'];
  readonly enterpriseId?: InstallationQuery<boolean>['enterpriseId'];
}

/** @throws {Error} for a request of Slack's that names no place. */
export function queryToKey({
  isEnterpriseInstall,
  teamId,
  enterpriseId,
}: InstalledAt): InstallationKey {
  if (isEnterpriseInstall && enterpriseId) return `enterprise:${enterpriseId}`;
  if (teamId) return `team:${teamId}`;
  throw new Error('Slack named neither a workspace nor an organisation.');
}
