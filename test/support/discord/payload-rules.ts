import { z } from 'zod';
import { modalRules, rowRules, shown } from './component-rules.ts';

// Discord's own limits for messages and responses (discord-api-docs: resources/message.mdx,
// interactions/receiving-and-responding.mdx), written down a second time and apart from the adapter's, so that a wrong
// number on one side is noticed.

const snowflake = z.string().regex(/^\d{17,20}$/);

const embed = z.strictObject({
  title: shown(256).optional(),
  description: shown(4096).optional(),
  url: z.url().max(2048).optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  fields: z
    .array(z.strictObject({ name: shown(256), value: shown(1024), inline: z.boolean().optional() }))
    .max(25)
    .optional(),
  footer: z.strictObject({ text: shown(2048) }).optional(),
  author: z.strictObject({ name: shown(256) }).optional(),
});

const embeds = z
  .array(embed)
  .max(10)
  .refine(
    (all) => all.reduce((sum, one) => sum + embedLength(one), 0) <= 6000,
    'exceed 6000 in total',
  );

function embedLength({
  title = '',
  description = '',
  fields = [],
  footer,
  author,
}: z.infer<typeof embed>) {
  const inFields = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return (
    title.length +
    description.length +
    inFields +
    (footer?.text.length ?? 0) +
    (author?.name.length ?? 0)
  );
}

const allowedMentions = z.strictObject({
  parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
  users: z.array(snowflake).max(100).optional(),
  roles: z.array(snowflake).max(100).optional(),
  replied_user: z.boolean().optional(),
});

const messageBody = z.strictObject({
  content: z.string().max(2000).optional(),
  embeds: embeds.optional(),
  allowed_mentions: allowedMentions.optional(),
  flags: z.int().optional(),
  nonce: z.string().max(25).optional(),
  enforce_nonce: z.boolean().optional(),
  message_reference: z
    .strictObject({ message_id: snowflake, fail_if_not_exists: z.boolean().optional() })
    .optional(),
  tts: z.boolean().optional(),
  components: rowRules.optional(),
  attachments: z.array(z.never()).optional(),
});

export const messageRules = messageBody.refine(
  ({ content, embeds: sent }) => Boolean(content?.trim()) || (sent ?? []).length > 0,
  'Cannot send an empty message',
);
export type MessageBody = z.infer<typeof messageBody>;

export const callbackRules = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(4), data: messageRules }),
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: z.int().optional() }).optional(),
  }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({
    type: z.literal(8),
    data: z.strictObject({
      choices: z
        .array(
          z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) }),
        )
        .max(25),
    }),
  }),
  z.strictObject({ type: z.literal(9), data: modalRules }),
]);
export type CallbackBody = z.infer<typeof callbackRules>;
