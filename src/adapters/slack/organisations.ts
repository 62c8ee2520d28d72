import { type Logger, webApi } from '@slack/bolt';
import type { KeptInstallations } from './installation-store.ts';
import { webClientOptions, withRetries } from './web-api.ts';

/** How long an organisation's list of workspaces is believed, in milliseconds. */
const believedForMs = 10 * 60_000;

/** The most that Slack gives at a time, and how often it is asked for more. */
const pageSize = 1000;
const mostPages = 20;

/** Organisations that installed the bot for their workspaces at once. */
export interface Organisations {
  /** The id of the one that a workspace belongs to; undefined where none of them lets the bot in there. Rejects when Slack does not tell. */
  of(team: string): Promise<string | undefined>;
}

export interface OrganisationsParts {
  readonly installed: Pick<KeptInstallations, 'organisations'>;
  /** The token of an organisation's installation. */
  readonly tokenOf: (enterprise: string) => Promise<string | undefined>;
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** A request names its organisation; for what is said unasked, only the workspace is known, and Slack is asked. */
export function createOrganisations(parts: OrganisationsParts): Organisations {
  const { installed, tokenOf, apiUrl, logger, now } = parts;
  const known = new Map<string, { readonly teams: ReadonlySet<string>; readonly until: number }>();

  async function teamsOf(enterprise: string): Promise<ReadonlySet<string>> {
    const before = known.get(enterprise);
    if (before && before.until > now()) return before.teams;
    const token = await tokenOf(enterprise);
    const client = new webApi.WebClient(token, webClientOptions(apiUrl, logger));
    const teams = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const next = cursor === undefined ? {} : { cursor };
      const listed = await withRetries(() => client.auth.teams.list({ limit: pageSize, ...next }));
      for (const { id } of listed.teams ?? []) if (id !== undefined) teams.add(id);
      cursor = listed.response_metadata?.next_cursor;
      if (!cursor) break;
    }
    known.set(enterprise, { teams, until: now() + believedForMs });
    return teams;
  }

  return {
    async of(team) {
      for (const enterprise of await installed.organisations()) {
        if ((await teamsOf(enterprise)).has(team)) return enterprise;
      }
      return undefined;
    },
  };
}
