import type { UserKey } from '../keys.ts';

/** Records that name a person for the person's own sake: who may press buttons, and who is to be told of a check. */
export const ownKinds = ['answers', 'requests'] as const;

/** Records that say who changed something that is everybody's. */
export const changeKinds = ['settings', 'reloads', 'sets', 'decisions', 'claims'] as const;

export type OwnCounts = Readonly<Record<(typeof ownKinds)[number], number>>;
export type ChangeCounts = Readonly<Record<(typeof changeKinds)[number], number>>;

/** What the store holds under a person's account. Rejects when the store is lost. */
export interface PersonalRecords {
  /** How many there are of each kind. */
  count(user: UserKey): Promise<OwnCounts & ChangeCounts>;
  /** Removes what is the person's own, and says how many of each kind there were. Who changed what stays. */
  forget(user: UserKey): Promise<OwnCounts>;
}
