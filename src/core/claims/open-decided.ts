import type { DecisionLog, EditorialDecision } from './decisions.ts';

/** What was decided in chats, as far as this process knows of it. */
export interface Decided {
  /** The same list until something else is known. */
  readonly all: readonly EditorialDecision[];
  /** Looks for what other processes added. Rejects when the store is lost. */
  read(): Promise<void>;
  /** Keeps a decision. Rejects when the store is lost. */
  add(decision: EditorialDecision): Promise<void>;
}

export async function openDecided(log: DecisionLog): Promise<Decided> {
  let all = await log.all();
  return {
    get all() {
      return all;
    },
    async read() {
      const known = all;
      const read = await log.all();
      const isRead = ({ ref, at }: EditorialDecision): boolean =>
        read.some((one) => one.ref === ref && one.at === at);
      // What was decided here meanwhile is perhaps not among them.
      const since = all.filter((one) => !known.includes(one) && !isRead(one));
      all = [...read, ...since];
    },
    async add(decision) {
      await log.add(decision);
      all = [...all, decision];
    },
  };
}
