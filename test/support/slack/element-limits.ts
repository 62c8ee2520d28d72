import { z } from 'zod';

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean(),
  });

const actionId = z.string().min(1).max(255);
export const option = z.strictObject({ text: plainText(75), value: z.string().min(1).max(75) });
const options = z.array(option).min(1).max(100);

const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plainText(75),
});
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  placeholder: plainText(150).optional(),
  options,
  initial_option: option.optional(),
});

/** Buttons and selects under an answer. */
export const actionsBlock = z.strictObject({
  type: z.literal('actions'),
  block_id: z.string().min(1).max(255),
  elements: z
    .array(z.discriminatedUnion('type', [button, staticSelect]))
    .min(1)
    .max(25),
});

const textInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    multiline: z.boolean().optional(),
    max_length: z.int().min(1).max(3000),
    initial_value: z.string().optional(),
    placeholder: plainText(150).optional(),
    dispatch_action_config: z
      .strictObject({ trigger_actions_on: z.tuple([z.literal('on_enter_pressed')]) })
      .optional(),
  })
  .refine(({ initial_value: value = '', max_length: max }) => value.length <= max);
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
});
const multiSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  action_id: actionId,
  options,
  initial_options: z.array(option).min(1).max(100).optional(),
});
const conversationsSelect = z.strictObject({
  type: z.literal('multi_conversations_select'),
  action_id: actionId,
  filter: z.strictObject({
    include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).min(1),
    exclude_bot_users: z.boolean(),
  }),
  initial_conversations: z.array(z.string()).min(1).optional(),
});
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).max(10).optional(),
});
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  action_id: actionId,
  min_query_length: z.int().min(0),
});

const multiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  action_id: actionId,
  min_query_length: z.int().min(0),
  initial_options: z.array(option).min(1).max(100).optional(),
});

/** A field of a form, or the search box of a home page. */
export const inputBlock = z.strictObject({
  type: z.literal('input'),
  block_id: z.string().min(1).max(255),
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    textInput,
    staticSelect,
    radioButtons,
    multiSelect,
    conversationsSelect,
    checkboxes,
    externalSelect,
    multiExternalSelect,
  ]),
});
export type ShownInput = z.infer<typeof inputBlock>;
export type ShownAction = z.infer<typeof actionsBlock>['elements'][number];
