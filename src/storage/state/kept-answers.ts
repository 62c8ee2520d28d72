import type { Keyv } from 'keyv';
import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import { buttonsWorkForMs, type KeptAnswers } from '../../core/ports/kept-answers.ts';
import type { StoreGuard } from './store-guard.ts';
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
  z.object({ kind: z.literal('draft'), pack: z.string(), draft: claimSchema }),
  z.object({ kind: z.literal('verification'), ref: claimRefSchema, revision: z.string() }),
]);

const answerSchema = z.object({
  owner: userKeySchema,
  visibility: z.enum(['public', 'private']),
  content: contentSchema,
});

export function createKeptAnswers(keyv: Keyv<unknown>, guard: StoreGuard): KeptAnswers {
  return {
    keep: (id, answer) => guard.withFallback(() => keyv.set(id, answer, buttonsWorkForMs), false),
    async find(id) {
      return answerSchema.safeParse(await guard.required(() => keyv.get(id))).data;
    },
  };
}
