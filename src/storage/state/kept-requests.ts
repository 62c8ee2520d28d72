import { z } from 'zod';
import type { Ledger } from '../../core/ports/ledger.ts';
import {
  type CheckRequest,
  declineReasons,
  type RequestAsker,
  type Requests,
} from '../../core/ports/requests.ts';
import { readAll } from './read-all.ts';
import { claimRefSchema, communityKeySchema, placeSchema, userKeySchema } from './stored-keys.ts';

/**
 * Half a year after somebody asked last: who has heard nothing by then waits no longer.
 * Exported for tests: they let as much time pass.
 */
export const requestsKeptForMs = 180 * 24 * 60 * 60 * 1000;

const decided = { at: z.iso.datetime(), askers: z.number().int().nonnegative() };

const requestSchema: z.ZodType<CheckRequest> = z
  .object({
    id: z.string(),
    claim: z.string(),
    at: z.iso.datetime(),
    decision: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('answered'), ref: claimRefSchema, ...decided }),
        z.object({ kind: z.literal('declined'), reason: z.enum(declineReasons), ...decided }),
      ])
      .optional(),
  })
  .transform(({ id, claim, at, decision }) => ({ id, claim, at, decision }));

const askerSchema: z.ZodType<RequestAsker> = z
  .object({
    user: userKeySchema,
    at: z.iso.datetime(),
    locale: z.string(),
    community: communityKeySchema.optional(),
    place: placeSchema.optional(),
  })
  .transform(({ user, at, locale, community, place }) => ({ user, at, locale, community, place }));

const requestKey = (id: string): string => `requests ${id}`;

/** Askers are records of their own, so that two who ask at once don't overwrite one another. */
const askerKey = (id: string, user = ''): string => `request-askers ${id} ${user}`;

export function createKeptRequests(ledger: Ledger): Requests {
  async function find(id: string): Promise<CheckRequest | undefined> {
    const record = await ledger.get(requestKey(id));
    return requestSchema.safeParse(record?.value).data;
  }

  async function askersById(): Promise<ReadonlyMap<string, readonly RequestAsker[]>> {
    const records = await readAll(ledger, 'request-askers ');
    const read = records.flatMap(({ key, value }) => {
      const asker = askerSchema.safeParse(value).data;
      return asker ? [{ id: key.split(' ')[1] ?? '', asker }] : [];
    });
    const grouped = Map.groupBy(read, ({ id }) => id);
    return new Map([...grouped].map(([id, all]) => [id, all.map(({ asker }) => asker)]));
  }

  return {
    async add(request, asker) {
      const kept = (await find(request.id)) ?? request;
      await ledger.put(requestKey(request.id), kept, requestsKeptForMs);
      await ledger.put(askerKey(request.id, asker.user), asker, requestsKeptForMs);
    },
    async list() {
      const records = await readAll(ledger, 'requests ');
      const askers = await askersById();
      return records
        .flatMap(({ value }) => requestSchema.safeParse(value).data ?? [])
        .map((request) => ({ ...request, askers: askers.get(request.id) ?? [] }))
        .toSorted((one, other) => one.at.localeCompare(other.at));
    },
    async decide(id, decision) {
      const request = await find(id);
      if (request) await ledger.put(requestKey(id), { ...request, decision }, requestsKeptForMs);
    },
    told: (id, user) => ledger.remove([askerKey(id, user)]),
  };
}
