import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HTTPReceiverOptions, Installation, Logger } from '@slack/bolt';
import type { Communities } from '../../core/ports/communities.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Log } from '../../core/ports/log.ts';
import { installationToKey } from './installation-record.ts';
import type { KeptInstallations } from './installation-store.ts';
import { type OauthPage, sendPage } from './oauth-pages.ts';
import { errorFields, webClientOptions } from './web-api.ts';

/** Where whoever wants the bot in their workspace begins: it redirects to Slack's question. */
export const installPath = '/slack/install';
/** Where Slack sends them back to; to be given as redirect URL in the app's settings. */
export const redirectPath = '/slack/oauth_redirect';

export interface OauthFlowParts {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** What the bot asks for, as in the app's manifest. */
  readonly scopes: readonly string[];
  readonly apiUrl?: string | undefined;
  readonly installed: KeptInstallations;
  readonly communities: Pick<Communities, 'joined'>;
  readonly deliveries: Deliveries;
  readonly logger: Logger;
  readonly log: Log;
}

type OauthOptions = Pick<
  HTTPReceiverOptions,
  'clientId' | 'clientSecret' | 'stateSecret' | 'installationStore' | 'scopes' | 'installerOptions'
>;
type Callbacks = NonNullable<NonNullable<OauthOptions['installerOptions']>['callbackOptions']>;

/** Bolt's installer with our pages. It checks the state by its signature, its age (10 minutes) and the browser's cookie. */
export function createOauthOptions(parts: OauthFlowParts): OauthOptions {
  const { clientId, clientSecret, stateSecret, scopes, apiUrl, installed, logger } = parts;
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...scopes],
    installationStore: installed.forSdk,
    installerOptions: {
      directInstall: true,
      installPath,
      redirectUriPath: redirectPath,
      clientOptions: webClientOptions(apiUrl, logger),
      ...(apiUrl && { authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href }),
      callbackOptions: createCallbacks(parts),
    },
  };
}

function createCallbacks({ communities, deliveries, log }: OauthFlowParts): Callbacks {
  return {
    async beforeInstallation(_options, request, response) {
      // The state itself would do for ten minutes; used once, it is worth nothing to whoever finds it.
      if (await deliveries.claim(`slack:oauth:${stateFingerprint(request)}`)) return true;
      sendPage(request, response, startAgain);
      return false;
    },
    async successAsync(installation, _options, request, response) {
      const workspace = installationToKey(installation);
      if (installation.team) await communities.joined(`slack:${installation.team.id}`);
      log.info({ workspace }, 'Slack: installed');
      sendPage(request, response, donePage(installation));
    },
    async failureAsync(error, _options, request, response) {
      const page = failurePages[error.code] ?? failedPage;
      if (page === failedPage) log.error(errorFields(error), 'Slack: an installation failed');
      sendPage(request, response, page);
    },
  };
}

function stateFingerprint({ url = '/' }: IncomingMessage): string {
  const state = new URL(url, 'http://localhost').searchParams.get('state') ?? '';
  return createHash('sha256').update(state).digest('hex');
}

function donePage({ team, enterprise, appId = '' }: Installation): OauthPage {
  const workspace = team?.name ?? enterprise?.name ?? team?.id ?? enterprise?.id ?? '';
  const link = new URL('https://slack.com/app_redirect');
  link.searchParams.set('app', appId);
  if (team) link.searchParams.set('team', team.id);
  return {
    status: 200,
    title: 'install.doneTitle',
    text: 'install.done',
    values: { workspace },
    link: { label: 'install.open', url: link.href },
  };
}

const again = { label: 'install.again', url: installPath } as const;

const startAgain: OauthPage = {
  status: 400,
  title: 'install.notDoneTitle',
  text: 'install.stale',
  link: again,
};

const failedPage: OauthPage = {
  status: 500,
  title: 'install.notDoneTitle',
  text: 'install.failed',
  link: again,
};

/** By the SDK's error code; everything else is a failure of Slack's or ours. */
const failurePages: Readonly<Record<string, OauthPage>> = {
  slack_oauth_installer_authorization_error: { ...startAgain, text: 'install.cancelled' },
  slack_oauth_missing_code: startAgain,
  slack_oauth_missing_state: startAgain,
  slack_oauth_invalid_state: startAgain,
};
