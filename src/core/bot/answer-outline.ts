import { z } from 'zod';
import { platforms } from '../keys.ts';
import { details } from '../ports/settings.ts';
import { keptFindingSchema } from './kept-finding.ts';

const inputSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('command'),
    command: z.string(),
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  z.object({ kind: z.literal('press'), id: z.string(), value: z.string().exactOptional() }),
]);

const whoSchema = z.object({
  platform: z.enum(platforms),
  user: z.templateLiteral([z.enum(platforms), ':', z.string()]),
  community: z.templateLiteral([z.enum(['discord', 'slack']), ':', z.string()]).optional(),
  channel: z.string().optional(),
  thread: z.string().optional(),
  locale: z.string().optional(),
  communityLocale: z.string().optional(),
  onlyForAsker: z.boolean().exactOptional(),
  detail: z.enum(details).optional(),
});

/**
 * What an answer is made from, once it was planned: who asked where, what was found, and no word of theirs. Another
 * process makes it, where the one that planned it died.
 */
export const answerOutlineSchema = z.object({
  who: whoSchema,
  input: inputSchema,
  finding: keptFindingSchema.optional(),
  delivery: z.enum(['public', 'private', 'replace', 'share']),
});
export type AnswerOutline = Readonly<z.infer<typeof answerOutlineSchema>>;
