import type { webApi } from '@slack/bolt';
import type { Invocation } from '../../core/bot/invocation.ts';
import type { People } from './people.ts';
import type { SlackVisitor } from './slack-to-invocation.ts';
import { within } from './time-limit.ts';

type Told = Required<Pick<Invocation, 'mayManage'>> & Pick<Invocation, 'locale'>;

/** Adds to an invocation what only Slack can tell: the asker's language, and whether they manage the workspace. */
export interface Invocations {
  complete<Visitor extends SlackVisitor>(
    client: webApi.WebClient,
    asked: Visitor,
  ): Promise<Visitor & Told>;
  /** The asker's language if it is known already, for answers that can't wait. */
  localeOf(asked: SlackVisitor): string | undefined;
}

/** An answer in another language is better than none, and a form must open within three seconds. */
const waitForLocaleMs = 1000;

export function createInvocations(people: People): Invocations {
  return {
    async complete(client, asked) {
      const { user, community } = identify(asked);
      const find = () => people.find(client, community, user);
      const locale = await within(waitForLocaleMs, find(), () => new Error('late')).then(
        (person) => person.locale,
        // Without the scope, and while Slack is slow, people get the community's language.
        () => undefined,
      );
      return { ...asked, locale, mayManage: async () => (await find()).managesWorkspace };
    },
    localeOf(asked) {
      const { user, community } = identify(asked);
      return people.known(community, user)?.locale;
    },
  };
}

function identify({ user, community }: SlackVisitor): { user: string; community: string } {
  return { user: user.slice('slack:'.length), community: community ?? '' };
}
