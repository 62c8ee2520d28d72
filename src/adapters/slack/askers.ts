import type { webApi } from '@slack/bolt';
import type { AskerDetails } from '../../core/bot/plan.ts';
import { platformId } from '../../core/keys.ts';
import { within } from '../../core/ports/within.ts';
import type { People } from './people.ts';
import type { SlackVisitor } from './slack-to-invocation.ts';

/** What only Slack can tell of people: their language, and whether they manage the workspace. */
export interface Askers {
  /** Asks Slack when it is asked, and once. */
  detailsOf(client: webApi.WebClient, visitor: SlackVisitor): Required<AskerDetails>;
  /** The asker's language if it is known already, for answers that can't wait. */
  localeOf(visitor: SlackVisitor): string | undefined;
}

/** An answer in another language is better than none, and a form must open within three seconds. */
const waitForLocaleMs = 1000;

export function createAskers(people: People): Askers {
  return {
    detailsOf(client, visitor) {
      const { user, community } = identify(visitor);
      const find = () => people.find(client, community, user);
      let locale: Promise<string | undefined> | undefined;
      return {
        locale() {
          locale ??= within(waitForLocaleMs, find()).then(
            (person) => person.locale,
            // Without the scope, and while Slack is slow, people get the community's language.
            () => undefined,
          );
          return locale;
        },
        mayManage: async () => (await find()).managesWorkspace,
      };
    },
    localeOf(visitor) {
      const { user, community } = identify(visitor);
      return people.known(community, user)?.locale;
    },
  };
}

function identify({ user, community }: SlackVisitor): { user: string; community: string } {
  return { user: platformId(user), community: community ?? '' };
}
