import type { Keyv } from 'keyv';
import { z } from 'zod';
import { claimSchema } from '../../core/claims/claim.ts';
import { verdicts } from '../../core/claims/verdict.ts';
import { type UserKey, withoutWorkspace } from '../../core/keys.ts';
import { buttonsWorkForMs, type KeptAnswers } from '../../core/ports/kept-answers.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import type { PersonKeys } from './person-keys.ts';
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
      sharedBy: userKeySchema.optional(),
    })
    .transform(({ kind, ref, why, differences, sharedBy }) => ({
      kind,
      ref,
      why,
      differences,
      sharedBy,
    })),
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
  /** A person's key. Earlier versions kept the person, at first without their workspace. */
  owner: z.string(),
  visibility: z.enum(['public', 'private']),
  content: contentSchema,
});

/** Keyv finds an answer by its id alone, so the ids of each person's answers are records of the ledger. */
const ownerPrefix = (owner: string): string => `answers-of ${owner} `;

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
  personKey: PersonKeys,
): OwnedAnswers {
  const keyOf = (owner: UserKey): string => personKey(owner, 'answers');

  /** Also as earlier versions kept who asked. */
  const isOf = (person: UserKey, owner: string): boolean =>
    [keyOf(person), person, withoutWorkspace(person)].includes(owner);

  /** The keys that tell of a person's answers, each with the answer's id. */
  async function answersOf(person: UserKey) {
    const prefixes = [ownerPrefix(keyOf(person)), ownerPrefix(person)];
    const found = await Promise.all(
      prefixes.map(async (prefix) =>
        (await readAll(ledger, prefix)).map(({ key }) => ({ key, id: key.slice(prefix.length) })),
      ),
    );
    return found.flat();
  }

  return {
    async keep(id, { owner, visibility, content }) {
      const kept = { owner: keyOf(owner), visibility, content };
      // First, so that no answer is there that can't be found as its owner's.
      const noted = ledger.put(`${ownerPrefix(kept.owner)}${id}`, true, buttonsWorkForMs);
      if (
        !(await unlessLost(
          noted.then(() => true),
          false,
        ))
      )
        return false;
      return guard.withFallback(() => keyv.set(id, kept, buttonsWorkForMs), false);
    },
    async find(id, by) {
      const { data } = keptAnswerSchema.safeParse(await guard.required(() => keyv.get(id)));
      if (!data) return undefined;
      const { owner, ...answer } = withSharer(data);
      return { ...answer, isOwn: by !== undefined && isOf(by, owner) };
    },
    countOf: async (owner) => (await answersOf(owner)).length,
    async forget(owner) {
      const found = await answersOf(owner);
      if (found.length === 0) return 0;
      await guard.required(() => keyv.delete(found.map(({ id }) => id)));
      await ledger.remove(found.map(({ key }) => key));
      return found.length;
    },
  };
}

/** An answer that an earlier version kept names who shared it as its owner. */
function withSharer(kept: z.infer<typeof keptAnswerSchema>): z.infer<typeof keptAnswerSchema> {
  const { owner, content } = kept;
  const named = userKeySchema.safeParse(owner).data;
  if (content.kind !== 'claim' || !named) return kept;
  return { ...kept, content: { ...content, sharedBy: named } };
}
