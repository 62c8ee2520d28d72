import { z } from 'zod';

// Discord's own limits for commands (discord-api-docs: interactions/application-commands.mdx).

/** The locales that Discord knows (discord-api-docs, reference.mdx), without English. */
const locales = z.enum(
  'id da de es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);
const translations = (max: number) =>
  z.partialRecord(locales, z.string().min(1).max(max)).nullable().optional();

const commandName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), 'must be lowercase');
const named = {
  name: commandName,
  name_localizations: translations(32),
  description: z.string().min(1).max(100),
  description_localizations: translations(100),
};
const choice = z.strictObject({
  name: z.string().min(1).max(100),
  name_localizations: translations(100),
  value: z.string().max(100),
});
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

const allowedWhere = {
  default_member_permissions: z.string().regex(/^\d+$/).nullable().optional(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullable().optional(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).optional(),
};
const slashCommand = z.strictObject({
  ...named,
  ...allowedWhere,
  type: z.literal(1).optional(),
  options: z.union([valueOptions, z.array(subcommand).max(25)]).optional(),
});
const messageCommand = z.strictObject({
  ...allowedWhere,
  type: z.literal(3),
  name: z.string().min(1).max(32),
  name_localizations: translations(32),
  description: z.literal('').optional(),
});
const command = z.union([slashCommand, messageCommand]);
export type CommandBody = z.infer<typeof command>;
export type SlashCommandBody = z.infer<typeof slashCommand>;
export type ValueOptionBody = z.infer<typeof valueOption>;

export function isSlashCommand(body: CommandBody): body is SlashCommandBody {
  return body.type !== 3;
}

export const commandListRules = z
  .array(command.refine((one) => textLength(one) <= 8000, 'exceeds 8000 characters in total'))
  .max(115)
  .refine((all) => all.filter(isSlashCommand).length <= 100, 'too many slash commands')
  .refine((all) => all.filter(({ type }) => type === 3).length <= 15, 'too many message commands')
  .refine(
    (all) => new Set(all.map(({ type = 1, name }) => `${type} ${name}`)).size === all.length,
    'names must be unique',
  );

/** Of names, descriptions and values, at every depth; of translations, the longest counts. */
function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  const parts = new Map<string, unknown>(Object.entries(value));
  return [...parts]
    .filter(([key]) => !key.endsWith('_localizations'))
    .reduce((sum, [key, part]) => {
      const translated = Object.values(parts.get(`${key}_localizations`) ?? {});
      return sum + Math.max(textLength(part), ...translated.map(textLength));
    }, 0);
}
