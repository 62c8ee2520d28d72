import type { CreateMatcher } from '../../matching/matcher.ts';
import type { UserKey } from '../keys.ts';
import { UserError } from '../texts/user-error.ts';
import { type ChangeLog, changedTexts, textsBefore } from './change-log.ts';
import { checkDecision } from './check-decision.ts';
import type { Claim } from './claim.ts';
import { compareClaims, type PackChanges } from './claim-changes.ts';
import type { ClaimSet, WholeClaimSet } from './claim-set.ts';
import { createTurns } from './create-turns.ts';
import { DecisionWaitsError } from './decision-waits-error.ts';
import type { DecisionLog } from './decisions.ts';
import { chooseFirstSet } from './first-set.ts';
import type { KeptSet, KeptSets } from './kept-sets.ts';
import type { Following, Library, NewDecision, ReloadOutcome, Rollback } from './library.ts';
import { createLoadRecords } from './load-records.ts';
import type { Mistake } from './mistake.ts';
import { MistakesError } from './mistakes-error.ts';
import { openDecided } from './open-decided.ts';
import type { HeldReading, PackReading, ReadPacks } from './pack-reading.ts';
import type { PreparePacks } from './prepare-packs.ts';
import type { Changer, LastGood, ReloadHistory, ReloadRecord } from './reload-history.ts';
import { revisedClaims } from './revised-claims.ts';
import { createSetInUse } from './set-in-use.ts';
import { createSetMaker } from './set-maker.ts';

type SetReading =
  | { readonly ok: true; readonly set: WholeClaimSet }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface LibraryParts {
  readonly read: ReadPacks;
  /** For sets that come without what they are looked up in, and after decisions that change it. */
  readonly prepare: PreparePacks;
  readonly createMatcher: CreateMatcher;
  readonly history: ReloadHistory;
  readonly lastGood: LastGood;
  readonly sets: KeptSets;
  readonly decisions: DecisionLog;
  readonly changes: ChangeLog;
  readonly clock: () => Date;
}

/**
 * Loads the packs for the first time. Where they hold a mistake, the last good set is taken instead.
 * @throws {MistakesError} when they do and no set was kept: there is nothing to fall back on.
 */
export async function openLibrary(parts: LibraryParts): Promise<Library> {
  const { read, prepare, createMatcher, history, lastGood, sets, clock } = parts;
  const decided = await openDecided(parts.decisions);
  const maker = createSetMaker(prepare, createMatcher, decided);
  const records = createLoadRecords({ history, lastGood, sets, clock });
  const lastRun = await lastGood.get();
  const first = await chooseFirstSet(wholeReading(await read([])), lastRun, sets);
  const inUse = await createSetInUse(maker, first);
  // Each is taken over what the one before came to; nobody who decides waits for a reload.
  const decideInTurn = createTurns();
  const changeInTurn = createTurns();
  let reloading: Promise<ReloadOutcome> | undefined;

  function record(
    by: Changer,
    result: ReloadRecord['result'],
    changes: readonly PackChanges[],
  ): Promise<void> {
    return records.note({ by, result }, changes, inUse.current, inUse.filesFingerprint);
  }

  async function readSet(): Promise<SetReading> {
    const reading = await read(inUse.held.map(({ fingerprint }) => fingerprint));
    if (!reading.ok) return reading;
    return orMistakes(() => ('held' in reading ? setOf(reading) : maker.create(reading)));
  }

  async function setOf({ held }: HeldReading): Promise<WholeClaimSet> {
    const set = heldSet(held);
    if (!set) throw new Error(`No set with the fingerprint ${held} is held.`);
    return maker.relaid(set);
  }

  async function noteChanges(
    before: ClaimSet,
    changes: readonly PackChanges[],
    by: Changer,
    how: 'loaded' | 'undone',
  ): Promise<void> {
    const at = clock().toISOString();
    for await (const changed of changedTexts(before, inUse.current, changes)) {
      await parts.changes.add({ ...changed, at, by, how });
    }
  }

  async function decide(wanted: NewDecision): Promise<Claim | undefined> {
    const before = inUse.current.find(wanted.ref);
    const decision = { ...wanted, at: instantAfter(before, clock()) };
    checkDecision(decision, inUse.current);
    await decided.add(decision);
    await inUse.relay().catch((error) => {
      throw error instanceof MistakesError ? new DecisionWaitsError(error) : error;
    });
    const after = inUse.current.find(decision.ref);
    if (before && after) {
      const { ref, at, by } = decision;
      const texts = textsBefore(before, after);
      await parts.changes.add({ ref, at, by, how: 'decided', before: texts });
    }
    return after;
  }

  async function reload(by: Changer): Promise<ReloadOutcome> {
    // While the store is away, what was decided last goes on holding.
    await decided.read().catch(() => {});
    const reading = await readSet();
    if (!reading.ok) {
      inUse.noteBrokenFiles(reading.mistakes);
      await record(by, 'failed', []);
      return { outcome: 'failed', mistakes: reading.mistakes };
    }
    const next = reading.set;
    const before = inUse.current;
    await inUse.swapForFiles(next);
    const changes = await compareClaims(before, next);
    await records.keep(inUse.current, by);
    await noteChanges(before, changes, by, 'loaded');
    await record(by, 'loaded', changes);
    return { outcome: 'loaded', changes };
  }

  function heldSet(fingerprint: string): WholeClaimSet | undefined {
    return inUse.held.find((set) => set.fingerprint === fingerprint);
  }

  async function heldOrKept(fingerprint: string): Promise<WholeClaimSet | undefined> {
    const inMemory = heldSet(fingerprint);
    if (inMemory) return maker.relaid(inMemory);
    const packs = await sets.packs(fingerprint);
    return packs && maker.create({ packs, fingerprint });
  }

  async function heldOrRead(
    fingerprint: string,
  ): Promise<WholeClaimSet | Exclude<Following, 'taken'>> {
    const inMemory = heldSet(fingerprint);
    const reading = inMemory ? await orMistakes(() => maker.relaid(inMemory)) : await readSet();
    if (!reading.ok) return 'broken';
    return reading.set.fingerprint === fingerprint ? reading.set : 'differs';
  }

  async function rollback(by: UserKey, number?: number): Promise<Rollback> {
    const kept = await sets.list();
    const to = number === undefined ? setBefore(kept, inUse.current.fingerprint) : kept[number];
    if (!to) {
      if (number === undefined) throw new UserError('admin.nothingToUndo');
      throw new UserError('admin.noSuchSet', { number });
    }
    const next = await heldOrKept(to.fingerprint);
    if (!next) throw new UserError('admin.setUnreadable', { number: kept.indexOf(to) });
    const before = inUse.current;
    await inUse.swapForKept(next);
    const changes = await compareClaims(before, next);
    await noteChanges(before, changes, by, 'undone');
    await record(by, 'undone', changes);
    return { to, changes };
  }

  async function follow(fingerprint: string, change: 'loaded' | 'undone'): Promise<Following> {
    const kept =
      change === 'undone' ? await heldOrKept(fingerprint).catch(() => undefined) : undefined;
    if (kept) {
      await inUse.swapForKept(kept);
      return 'taken';
    }
    const next = await heldOrRead(fingerprint);
    if (typeof next === 'string') return next;
    await inUse.swapForFiles(next);
    return 'taken';
  }

  if (first.files.state === 'used') await records.keep(inUse.current, 'start');
  await record('start', first.files.state === 'broken' ? 'failed' : 'loaded', []);
  return {
    changedSinceLastRun: lastRun !== undefined && lastRun.fingerprint !== inUse.current.fingerprint,
    get current() {
      return inUse.current;
    },
    get files() {
      return inUse.files;
    },
    reload(by) {
      reloading ??= changeInTurn(() => reload(by)).finally(() => {
        reloading = undefined;
      });
      return reloading;
    },
    async rehearse() {
      const before = inUse.current;
      const reading = wholeReading(await read([]));
      if (!reading.ok) return { outcome: 'would-fail', mistakes: reading.mistakes };
      const after = await maker.create(reading);
      const changes = await compareClaims(before, after);
      const revised = await revisedClaims(before, after, changes, ['changed', 'removed']);
      return { outcome: 'would-load', changes, revised, warnings: reading.warnings ?? [] };
    },
    sets: () => sets.list(),
    rollback: (by, number) => changeInTurn(() => rollback(by, number)),
    follow: (fingerprint, change) => changeInTurn(() => follow(fingerprint, change)),
    decide: (wanted) => decideInTurn(() => decide(wanted)),
    followDecisions: () =>
      decideInTurn(async () => {
        await decided.read();
        await inUse.relay();
      }),
    reloads: (limit) => history.recent(limit),
  };
}

async function orMistakes(make: () => Promise<WholeClaimSet>): Promise<SetReading> {
  try {
    return { ok: true, set: await make() };
  } catch (error) {
    if (!(error instanceof MistakesError)) throw error;
    return { ok: false, mistakes: error.mistakes };
  }
}

/** What a reading comes to that was told of no set that is held. */
function wholeReading(reading: PackReading | HeldReading): PackReading {
  if ('held' in reading) throw new Error('A set was taken for held that is not.');
  return reading;
}

/** The set that was loaded before the one in use, however often somebody goes back. */
function setBefore(kept: readonly KeptSet[], fingerprint: string): KeptSet | undefined {
  const place = kept.findIndex((set) => set.fingerprint === fingerprint);
  return place < 0 ? undefined : kept[place + 1];
}

/** The next millisecond at which nothing was decided about the claim yet. */
function instantAfter(claim: Claim | undefined, now: Date): string {
  const latest = claim?.history
    .map(({ at }) => at ?? '')
    .toSorted()
    .at(-1);
  return new Date(Math.max(now.getTime(), latest ? Date.parse(latest) + 1 : 0)).toISOString();
}
