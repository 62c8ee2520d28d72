import type { Logger } from '@slack/bolt';
import type { KeptInstallations } from './installation-store.ts';
import { createOrganisations } from './organisations.ts';
import type { Authorize, SlackAccess } from './slack-access.ts';

export interface TokenOfParts {
  readonly authorize: Authorize;
  readonly installed: KeptInstallations;
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
}

/** Finds the token for a workspace of which no request tells where the bot is installed: there, or in its organisation. */
export function createTokenOf(parts: TokenOfParts): SlackAccess['tokenOf'] {
  const { authorize, installed } = parts;

  async function tokenIn(enterpriseId: string, teamId?: string): Promise<string | undefined> {
    const source = { isEnterpriseInstall: true, enterpriseId, teamId };
    return (await authorize(source)).botToken;
  }

  const organisations = createOrganisations({
    ...parts,
    tokenOf: tokenIn,
    now: () => performance.now(),
  });
  return async (teamId) => {
    if (teamId === undefined) return undefined;
    if (await installed.find(`team:${teamId}`)) {
      const source = { isEnterpriseInstall: false, enterpriseId: undefined, teamId };
      return (await authorize(source)).botToken;
    }
    const enterprise = await organisations.of(teamId);
    return enterprise === undefined ? undefined : tokenIn(enterprise, teamId);
  };
}
