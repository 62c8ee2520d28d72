import type { webApi } from '@slack/bolt';

/** What Slack tells about somebody, as far as the bot needs it. */
export interface Person {
  /** BCP 47. */
  readonly locale: string | undefined;
  /** Workspace admins and owners. */
  readonly managesWorkspace: boolean;
}

/**
 * The people who ask, from `users.info` (scope `users:read`). An answer of Slack's is believed for five minutes, so that
 * somebody who has lost their rights soon finds out; a failure for one, so that a missing scope costs little.
 */
export interface People {
  /** Rejects when Slack doesn't tell. */
  find(client: webApi.WebClient, community: string, user: string): Promise<Person>;
  /** What is known already, for answers that can't wait. */
  known(community: string, user: string): Person | undefined;
}

const keptMs = 5 * 60_000;
const failureKeptMs = 60_000;
const mostKept = 10_000;

interface Kept {
  readonly asked: Promise<Person>;
  until: number;
  person?: Person;
}

export function createPeople(clock: () => number): People {
  const kept = new Map<string, Kept>();

  function ask(client: webApi.WebClient, key: string, user: string): Promise<Person> {
    const asked = requestPerson(client, user);
    const entry: Kept = { asked, until: clock() + keptMs };
    // The oldest goes first: a Map keeps the order in which its keys came.
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, entry);
    asked.then(
      (person) => {
        entry.person = person;
      },
      () => {
        entry.until = clock() + failureKeptMs;
      },
    );
    return asked;
  }

  return {
    find(client, community, user) {
      const key = `${community}:${user}`;
      const found = kept.get(key);
      if (found && found.until > clock()) return found.asked;
      kept.delete(key);
      return ask(client, key, user);
    },
    known: (community, user) => kept.get(`${community}:${user}`)?.person,
  };
}

async function requestPerson(client: webApi.WebClient, user: string): Promise<Person> {
  const { user: profile } = await client.users.info({ user, include_locale: true });
  return {
    locale: profile?.locale,
    managesWorkspace: Boolean(profile?.is_admin || profile?.is_owner || profile?.is_primary_owner),
  };
}
