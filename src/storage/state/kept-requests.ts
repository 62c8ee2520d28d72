import { z } from 'zod';
import type { UserKey } from '../../core/keys.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import {
  type CheckRequest,
  declineReasons,
  type NoticeKey,
  type RequestAsker,
  type Requests,
  type Resolution,
} from '../../core/ports/requests.ts';
import type { PersonKeys } from './person-keys.ts';
import { readAll } from './read-all.ts';
import { claimRefSchema, communityKeySchema, placeSchema, userKeySchema } from './stored-keys.ts';

/**
 * Half a year after somebody asked last: who has heard nothing by then waits no longer.
 * Exported for tests: they let as much time pass.
 */
export const requestsKeptForMs = 180 * 24 * 60 * 60 * 1000;

const at = z.iso.datetime();

const resolutionSchema: z.ZodType<Resolution> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), at, ref: claimRefSchema }),
  z.object({ kind: z.literal('declined'), at, reason: z.enum(declineReasons) }),
]);

const resolvedBy = {
  resolution: resolutionSchema.optional(),
  /** As an earlier version called it. */
  decision: resolutionSchema.optional(),
};

/** Exported for tests: docs/privacy.md names what is in it. */
export const requestSchema: z.ZodType<CheckRequest> = z
  .object({
    id: z.string(),
    claim: z.string(),
    at,
    ...resolvedBy,
    told: z.number().int().nonnegative(),
  })
  .transform(({ id, claim, at, decision, resolution = decision, told }) => ({
    id,
    claim,
    at,
    resolution,
    told,
  }));

interface KeptAsker {
  readonly request: string;
  readonly asker: RequestAsker;
  /** Undefined while they wait. */
  readonly resolution: Resolution | undefined;
}

interface FoundAsker extends KeptAsker {
  readonly key: NoticeKey;
}

const askerSchema: z.ZodType<RequestAsker> = z
  .object({
    user: userKeySchema,
    at,
    locale: z.string(),
    community: communityKeySchema.optional(),
    place: placeSchema.optional(),
  })
  .transform(({ user, at, locale, community, place }) => ({ user, at, locale, community, place }));

/** Exported for tests: docs/privacy.md names what is in it. */
export const keptAskerSchema: z.ZodType<KeptAsker> = z
  .object({ request: z.string(), asker: askerSchema, ...resolvedBy })
  .transform(({ request, asker, decision, resolution = decision }) => ({
    request,
    asker,
    resolution,
  }));

const requestKey = (id: string): string => `requests ${id}`;

/** Askers are records of their own, so that two who ask at once don't overwrite one another. */
const askersOf = (request: string): string => `request-askers ${request} `;
const askerKey = ({ request, asker }: NoticeKey): string => `${askersOf(request)}${asker}`;

export interface OwnedRequests extends Requests {
  /** For how many checks a person waits. Rejects when the store is lost. */
  countOf(user: UserKey): Promise<number>;
  /**
   * Forgets that a person waits, and what nobody else waits for and nobody has resolved; says for how many checks they
   * waited. Rejects when the store is lost.
   */
  forget(user: UserKey): Promise<number>;
}

export function createKeptRequests(ledger: Ledger, personKey: PersonKeys): OwnedRequests {
  async function find(id: string): Promise<CheckRequest | undefined> {
    const record = await ledger.get(requestKey(id));
    return requestSchema.safeParse(record?.value).data;
  }

  async function keptAskers(prefix = 'request-askers '): Promise<readonly FoundAsker[]> {
    const records = await readAll(ledger, prefix);
    return records.flatMap(({ key, value }) => {
      const { data } = keptAskerSchema.safeParse(value);
      if (!data) return [];
      const asker = key.slice(askersOf(data.request).length);
      return [{ ...data, key: { request: data.request, asker } }];
    });
  }

  /** Who waits already keeps the key that they have: earlier versions made others. */
  async function keepAsker(kept: KeptAsker): Promise<NoticeKey> {
    const { request, asker } = kept;
    const waiting = await keptAskers(askersOf(request));
    const known = waiting.find((each) => each.asker.user === asker.user)?.key;
    const key = known ?? { request, asker: personKey(asker.user, 'requests') };
    await ledger.put(askerKey(key), kept, requestsKeptForMs);
    return key;
  }

  async function askedBy(user: UserKey): Promise<readonly FoundAsker[]> {
    return (await keptAskers()).filter(({ asker }) => asker.user === user);
  }

  return {
    async add({ id, claim, at }, asker) {
      const kept = (await find(id)) ?? { id, claim, at, told: 0 };
      await ledger.put(requestKey(id), kept, requestsKeptForMs);
      await keepAsker({ request: id, asker, resolution: undefined });
    },
    async list() {
      const requests = await readAll(ledger, 'requests ');
      const askers = await keptAskers();
      const waiting = askers.filter(({ resolution }) => resolution === undefined);
      const byRequest = Map.groupBy(waiting, ({ request }) => request);
      return requests
        .flatMap(({ value }) => requestSchema.safeParse(value).data ?? [])
        .map((request) => {
          const kept = byRequest.get(request.id) ?? [];
          return { ...request, askers: kept.map(({ asker }) => asker) };
        })
        .toSorted((one, other) => one.at.localeCompare(other.at));
    },
    async resolve(id, resolution, told) {
      const request = await find(id);
      if (!request) return;
      const resolved = { ...request, resolution, told: request.told + told };
      await ledger.put(requestKey(id), resolved, requestsKeptForMs);
    },
    give: (request, asker, resolution) => keepAsker({ request, asker, resolution }),
    async given() {
      const askers = await keptAskers();
      return askers
        .filter(({ resolution }) => resolution !== undefined)
        .map(({ key, asker }) => ({ key, asker }));
    },
    async notice(key) {
      const record = await ledger.get(askerKey(key));
      const { data } = keptAskerSchema.safeParse(record?.value);
      const request = await find(key.request);
      if (!data?.resolution || !request) return undefined;
      return { request, asker: data.asker, resolution: data.resolution };
    },
    told: (key) => ledger.remove([askerKey(key)]),
    countOf: async (user) => (await askedBy(user)).length,
    async forget(user) {
      const asked = await askedBy(user);
      await ledger.remove(asked.map(({ key }) => askerKey(key)));
      const waitedFor = new Set((await keptAskers()).map(({ request }) => request));
      for (const { request } of asked) {
        const isResolved = (await find(request))?.resolution !== undefined;
        if (!isResolved && !waitedFor.has(request)) await ledger.remove([requestKey(request)]);
      }
      return asked.length;
    },
  };
}
