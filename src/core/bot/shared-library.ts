import type { Claim } from '../claims/claim.ts';
import { DecisionWaitsError } from '../claims/decision-waits-error.ts';
import type { Library, NewDecision, ReloadOutcome, Rollback } from '../claims/library.ts';
import type { Changer } from '../claims/reload-history.ts';
import type { UserKey } from '../keys.ts';
import type { Others, Processes, Refusal } from '../ports/processes.ts';

/** What came of a change here, and what the other processes made of it: undefined where they could not be told. */
export interface Shared<Result> {
  readonly result: Result;
  readonly others: Others;
}

/** The library of a process among others: what it loads or goes back to, all of them take over. */
export interface SharedLibrary
  extends Pick<Library, 'current' | 'files' | 'rehearse' | 'sets' | 'reloads'> {
  reload(by: Changer): Promise<Shared<ReloadOutcome>>;
  rollback(by: UserKey, number?: number): Promise<Shared<Rollback>>;
  /** As `Library.decide`; all processes take it over. */
  decide(decision: NewDecision): Promise<Shared<Claim | undefined>>;
  /** From here on this process follows the others, and they know of it. Never rejects. */
  join(): Promise<void>;
}

const topics = { loaded: 'claims loaded', undone: 'claims undone' } as const;
type Change = keyof typeof topics;

const decidedTopic = 'claims decided';

export function createSharedLibrary(library: Library, processes: Processes): SharedLibrary {
  /** What another process wanted and this one could not give, as long as it keeps the set that it had then. */
  let refusal: { readonly why: Refusal; readonly kept: string } | undefined;

  async function follow(fingerprint: string, change: Change): ReturnType<Library['follow']> {
    const outcome = await library.follow(fingerprint, change);
    refusal = outcome === 'taken' ? undefined : { why: outcome, kept: library.current.fingerprint };
    return outcome;
  }

  function tell(change: Change): ReturnType<Processes['tell']> {
    // Whoever changes the set has the last word: what was refused before no longer matters.
    refusal = undefined;
    return processes.tell(topics[change], library.current.fingerprint);
  }

  for (const change of ['loaded', 'undone'] as const) {
    processes.hear(topics[change], (fingerprint) => follow(fingerprint, change));
  }

  processes.hear(decidedTopic, async () => {
    await library.followDecisions();
    return 'taken';
  });

  return {
    get current() {
      return library.current;
    },
    async reload(by) {
      const result = await library.reload(by);
      return { result, others: result.outcome === 'loaded' ? await tell('loaded') : [] };
    },
    async rollback(by, number) {
      return { result: await library.rollback(by, number), others: await tell('undone') };
    },
    async decide(decision) {
      try {
        const result = await library.decide(decision);
        return { result, others: await processes.tell(decidedTopic, '') };
      } catch (error) {
        // What is kept holds for the others, whether or not it does here.
        if (error instanceof DecisionWaitsError) await processes.tell(decidedTopic, '');
        throw error;
      }
    },
    get files() {
      return library.files;
    },
    rehearse: library.rehearse,
    sets: library.sets,
    reloads: library.reloads,
    join: () =>
      processes.join(() => {
        const { fingerprint, claims } = library.current;
        const refused = refusal?.kept === fingerprint ? refusal.why : undefined;
        return { fingerprint, claims: claims.length, refused };
      }),
  };
}
