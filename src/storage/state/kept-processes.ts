import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { Log } from '../../core/ports/log.ts';
import type { ClaimsInUse, Confirmation, Processes } from '../../core/ports/processes.ts';
import { StoreLostError } from '../../core/ports/store-lost-error.ts';
import { readAll } from './read-all.ts';
import type { Announcements } from './store/announcements.ts';
import { unlessLost } from './store-guard.ts';

/** How often a process says that it is alive, and how long it counts as alive after that, in milliseconds. */
const sayAliveEveryMs = 5_000;
const aliveForMs = 15_000;

const confirmWithinMs = 2_000;
const lookEveryMs = 100;
/** As long as anybody looks for it, and some more. */
const confirmationsKeptForMs = 60_000;

/** Where records begin that tell of processes, and those that confirm. */
const recordPrefix = 'processes ';
const confirmationPrefix = (announcement: string): string => `confirmations ${announcement} `;

/** Exported for tests: docs/privacy.md names what is in it. */
export const stateSchema = z.object({
  id: z.string(),
  name: z.string(),
  startedAt: z.iso.datetime(),
  fingerprint: z.string(),
  claims: z.number().int().nonnegative(),
  refused: z.enum(['differs', 'broken']).optional(),
});
type KeptState = Readonly<z.infer<typeof stateSchema>>;

/** Exported for tests: docs/privacy.md names what is in it. */
export const announcementSchema = z.object({
  id: z.string(),
  /** The process that announces. */
  from: z.string(),
  topic: z.string(),
  detail: z.string(),
});

/** Exported for tests: docs/privacy.md names what is in it. */
export const confirmationSchema = z.object({
  process: z.string(),
  outcome: z.enum(['taken', 'differs', 'broken']),
});

export interface ProcessesParts extends Pick<Announcements, 'announce' | 'hear'> {
  readonly ledger: Ledger;
  readonly log: Log;
  readonly clock: () => Date;
}

export interface KeptProcesses extends Processes {
  /** No longer counts as alive. Never rejects. */
  leave(): Promise<void>;
}

/** Each process is a record that is gone soon after the process; what they tell one another each of them confirms. */
export function createKeptProcesses(parts: ProcessesParts): KeptProcesses {
  const { ledger, announce, hear, log, clock } = parts;
  const id = randomUUID();
  const name = `${hostname()}:${process.pid}`;
  const startedAt = clock().toISOString();
  const takers = new Map<string, Parameters<Processes['hear']>[1]>();
  let describe: (() => ClaimsInUse) | undefined;
  let sayingAlive: NodeJS.Timeout | undefined;
  let heard: Promise<void> = Promise.resolve();

  function ownState(): KeptState | undefined {
    return describe && { id, name, startedAt, ...describe() };
  }

  async function sayAlive(): Promise<void> {
    const state = ownState();
    if (state) await unlessLost(ledger.put(`${recordPrefix}${id}`, state, aliveForMs), undefined);
  }

  async function others(): Promise<readonly KeptState[]> {
    const records = await readAll(ledger, recordPrefix);
    const states = records.flatMap(({ value }) => stateSchema.safeParse(value).data ?? []);
    return states.filter((state) => state.id !== id);
  }

  async function take(value: unknown): Promise<void> {
    const told = announcementSchema.safeParse(value).data;
    if (!told || told.from === id) return;
    const { topic, detail } = told;
    try {
      const outcome = await takers.get(topic)?.(detail);
      if (outcome === undefined) return;
      await sayAlive();
      const confirmation = { process: id, outcome };
      const key = `${confirmationPrefix(told.id)}${id}`;
      await ledger.put(key, confirmation, confirmationsKeptForMs);
    } catch (error) {
      log.warn({ topic, err: error }, 'What another process changed was not taken over');
    }
  }

  async function confirmations(
    announcement: string,
    expected: readonly KeptState[],
  ): Promise<readonly Confirmation[]> {
    const giveUpAt = performance.now() + confirmWithinMs;
    for (;;) {
      const records = await readAll(ledger, confirmationPrefix(announcement));
      const given = new Map(
        records
          .flatMap(({ value }) => confirmationSchema.safeParse(value).data ?? [])
          .map(({ process, outcome }) => [process, outcome]),
      );
      if (expected.every((one) => given.has(one.id)) || performance.now() >= giveUpAt) {
        return expected.map((one) => ({ process: one.name, outcome: given.get(one.id) }));
      }
      await pause(lookEveryMs);
    }
  }

  async function tell(topic: string, detail: string): Promise<readonly Confirmation[]> {
    const announcement = randomUUID();
    await sayAlive();
    const expected = await others();
    await announce({ id: announcement, from: id, topic, detail });
    const confirmed = await confirmations(announcement, expected);
    const silent = confirmed.filter(({ outcome }) => outcome === undefined);
    if (silent.length > 0) {
      const processes = silent.map((one) => one.process);
      log.warn({ topic, processes }, 'Processes have not confirmed a change in time');
    }
    return confirmed;
  }

  return {
    async list() {
      const own = ownState();
      const all = [...(own ? [own] : []), ...(await unlessLost(others(), []))];
      return all
        .toSorted((a, b) => (a.startedAt + a.name < b.startedAt + b.name ? -1 : 1))
        .map(({ id: processId, refused, ...state }) => ({
          ...state,
          refused,
          isThis: processId === id,
        }));
    },
    async join(claims) {
      describe = claims;
      await sayAlive();
      sayingAlive = setInterval(() => void sayAlive(), sayAliveEveryMs).unref();
      hear((value) => {
        heard = heard.then(() => take(value));
      });
    },
    hear: (topic, taker) => void takers.set(topic, taker),
    async tell(topic, detail) {
      try {
        return await tell(topic, detail);
      } catch (error) {
        if (error instanceof StoreLostError) return undefined;
        throw error;
      }
    },
    async leave() {
      clearInterval(sayingAlive);
      if (!describe) return;
      describe = undefined;
      await unlessLost(ledger.remove([`${recordPrefix}${id}`]), undefined);
    },
  };
}
