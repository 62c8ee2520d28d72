import { z } from 'zod';

// Discord's own limits for what can be pressed and filled in (discord-api-docs: components/reference.mdx), written
// down a second time and apart from the adapter's, so that a wrong number on one side is noticed.

export const shown = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', 'is blank');
const customId = z.string().min(1).max(100);
const snowflake = z.string().regex(/^\d{17,20}$/);

const button = z.strictObject({
  type: z.literal(2),
  style: z.int().min(1).max(4),
  custom_id: customId,
  label: shown(80),
  disabled: z.boolean().optional(),
});

const option = z.strictObject({
  label: shown(100),
  value: z.string().min(1).max(100),
  description: shown(100).optional(),
  default: z.boolean().optional(),
});
const stringSelect = z.strictObject({
  type: z.literal(3),
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  options: z
    .array(option)
    .min(1)
    .max(25)
    .refine(
      (all) => new Set(all.map(({ value }) => value)).size === all.length,
      'values must be unique',
    ),
});

const row = z.strictObject({
  type: z.literal(1),
  id: z.int().min(0).max(2_147_483_647).optional(),
  components: z
    .array(z.discriminatedUnion('type', [button, stringSelect]))
    .min(1)
    .max(5)
    .refine(
      (all) => all.length === 1 || all.every(({ type }) => type === 2),
      'a select stands alone in its row',
    ),
});

export const rowRules = z
  .array(row)
  .max(5)
  .refine((rows) => {
    const ids = rows.flatMap(({ components }) => components.map((one) => one.custom_id));
    return new Set(ids).size === ids.length;
  }, 'custom_id must be unique');

const textInput = z
  .strictObject({
    type: z.literal(4),
    custom_id: customId,
    style: z.int().min(1).max(2),
    required: z.boolean().optional(),
    min_length: z.int().min(0).max(4000).optional(),
    max_length: z.int().min(1).max(4000).optional(),
    value: z.string().max(4000).optional(),
    placeholder: z.string().max(100).optional(),
  })
  .refine(
    ({ value = '', max_length = 4000 }) => value.length <= max_length,
    'value exceeds max_length',
  );

const channelSelect = z.strictObject({
  type: z.literal(8),
  custom_id: customId,
  required: z.boolean().optional(),
  channel_types: z.array(z.int()).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  default_values: z
    .array(z.strictObject({ id: snowflake, type: z.literal('channel') }))
    .max(25)
    .optional(),
});

const checkbox = z.strictObject({
  type: z.literal(23),
  custom_id: customId,
  default: z.boolean().optional(),
});

const field = z
  .discriminatedUnion('type', [
    textInput,
    z.strictObject({ ...stringSelect.shape, required: z.boolean().optional() }),
    channelSelect,
    checkbox,
  ])
  .refine(
    (one) => !('min_values' in one) || one.min_values !== 0 || one.required === false,
    'a required select must take at least one value',
  );
export type FieldBody = z.infer<typeof field>;

export const modalRules = z.strictObject({
  custom_id: customId,
  title: shown(45),
  components: z
    .array(
      z.strictObject({
        type: z.literal(18),
        label: shown(45),
        description: shown(100).optional(),
        component: field,
      }),
    )
    .min(1)
    .max(5)
    .refine(
      (labels) => new Set(labels.map((one) => one.component.custom_id)).size === labels.length,
      'custom_id must be unique',
    ),
});
export type ModalBody = z.infer<typeof modalRules>;
