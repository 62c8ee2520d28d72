import { z } from 'zod';

// Discord's own limits (discord-api-docs: resources/message.mdx, interactions/application-commands.mdx), written down
// a second time and apart from the adapter's, so that a wrong number on one side is noticed.

const snowflake = z.string().regex(/^\d{17,20}$/);
const shown = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', 'is blank');

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
  // Commands are not checked for these: factbot sends none.
  components: z.array(z.never()).optional(),
  attachments: z.array(z.never()).optional(),
});

export const messageRules = messageBody.refine(
  ({ content, embeds: sent }) => Boolean(content?.trim()) || (sent ?? []).length > 0,
  'Cannot send an empty message',
);
export type MessageBody = z.infer<typeof messageBody>;

const commandName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), 'must be lowercase');
const named = { name: commandName, description: z.string().min(1).max(100) };
const choice = z.strictObject({ name: z.string().min(1).max(100), value: z.string().max(100) });
const valueOption = z.discriminatedUnion('type', [
  z
    .strictObject({
      ...named,
      type: z.literal(3),
      required: z.boolean().optional(),
      min_length: z.int().min(0).max(6000).optional(),
      max_length: z.int().min(1).max(6000).optional(),
      autocomplete: z.boolean().optional(),
      choices: z.array(choice).max(25).optional(),
    })
    .refine(
      ({ autocomplete, choices }) => !(autocomplete && choices),
      'autocomplete excludes choices',
    ),
  z.strictObject({
    ...named,
    type: z.literal(4),
    required: z.boolean().optional(),
    min_value: z.int().optional(),
    max_value: z.int().optional(),
  }),
  z.strictObject({ ...named, type: z.literal(5), required: z.boolean().optional() }),
]);
const valueOptions = z
  .array(valueOption)
  .max(25)
  .refine(
    (options) =>
      !options.some(
        ({ required }, index) => required && !options[index - 1]?.required && index > 0,
      ),
    'required options must come first',
  );
const subcommand = z.strictObject({
  ...named,
  type: z.literal(1),
  options: valueOptions.optional(),
});

const command = z.strictObject({
  ...named,
  type: z.literal(1).optional(),
  options: z.union([valueOptions, z.array(subcommand).max(25)]).optional(),
  default_member_permissions: z.string().regex(/^\d+$/).nullable().optional(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullable().optional(),
});
export type CommandBody = z.infer<typeof command>;
export type ValueOptionBody = z.infer<typeof valueOption>;

export const commandListRules = z
  .array(command.refine((one) => textLength(one) <= 8000, 'exceeds 8000 characters in total'))
  .max(100)
  .refine(
    (all) => new Set(all.map(({ name }) => name)).size === all.length,
    'names must be unique',
  );

/** Of names, descriptions and values, at every depth. */
function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + textLength(part), 0);
}

export const callbackRules = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(4), data: messageRules }),
  z.strictObject({
    type: z.literal(5),
    data: z.strictObject({ flags: z.int().optional() }).optional(),
  }),
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
]);
export type CallbackBody = z.infer<typeof callbackRules>;
