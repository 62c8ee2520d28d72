import type { Keyv } from 'keyv';
import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import { verdicts } from '../../core/claims/verdict.ts';
import type { UserKey } from '../../core/keys.ts';
import { buttonsWorkForMs, type KeptAnswers } from '../../core/ports/kept-answers.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { readAll } from './read-all.ts';
import { type StoreGuard, unlessLost } from './store-guard.ts';
import { claimRefSchema, userKeySchema } from './stored-keys.ts';

const texts = z.array(z.string());

const whySchema = z.object({
  confidence: z.number(),
  words: texts,
  wording: z.string().nullable(),
  numbers: texts,
  names: texts,
});

const contentSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('claim'),
      ref: claimRefSchema,
      why: whySchema.optional(),
      // Answers from before there were any kept go on working.
      differences: z.array(z.object({ kind: z.string(), checked: z.string() })).default([]),
    })
    .transform(({ kind, ref, why, differences }) => ({ kind, ref, why, differences })),
  z.object({ kind: z.literal('list'), refs: z.array(claimRefSchema) }),
  z.object({
    kind: z.literal('search'),
    verdict: z.enum(verdicts).nullable(),
    topic: z.string().nullable(),
    refs: z.array(claimRefSchema),
  }),
  z.object({
    kind: z.literal('draft'),
    pack: z.string(),
    draft: claimSchema,
    request: z.string().optional(),
  }),
  z.object({ kind: z.literal('verification'), ref: claimRefSchema, revision: z.string() }),
]);

/** Exported for tests: docs/privacy.md names what is in it. */
export const keptAnswerSchema = z.object({
  owner: userKeySchema,
  visibility: z.enum(['public', 'private']),
  content: contentSchema,
});

/** Keyv finds an answer by its id alone, so the ids of each person's answers are records of the ledger. */
const ownerPrefix = (owner: UserKey): string => `answers-of ${owner} `;

export interface OwnedAnswers extends KeptAnswers {
  /** How many are kept of a person. Rejects when the store is lost. */
  countOf(owner: UserKey): Promise<number>;
  /** Removes those of a person, and says how many there were. Rejects when the store is lost. */
  forget(owner: UserKey): Promise<number>;
}

export function createKeptAnswers(
  keyv: Keyv<unknown>,
  ledger: Ledger,
  guard: StoreGuard,
): OwnedAnswers {
  return {
    async keep(id, answer) {
      // First, so that no answer is there that can't be found as its owner's.
      const noted = ledger.put(`${ownerPrefix(answer.owner)}${id}`, true, buttonsWorkForMs);
      if (
        !(await unlessLost(
          noted.then(() => true),
          false,
        ))
      )
        return false;
      return guard.withFallback(() => keyv.set(id, answer, buttonsWorkForMs), false);
    },
    async find(id) {
      return keptAnswerSchema.safeParse(await guard.required(() => keyv.get(id))).data;
    },
    countOf: async (owner) => (await readAll(ledger, ownerPrefix(owner))).length,
    async forget(owner) {
      const prefix = ownerPrefix(owner);
      const keys = (await readAll(ledger, prefix)).map(({ key }) => key);
      if (keys.length === 0) return 0;
      const ids = keys.map((key) => key.slice(prefix.length));
      await guard.required(() => keyv.delete(ids));
      await ledger.remove(keys);
      return keys.length;
    },
  };
}
