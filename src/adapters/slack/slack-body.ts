import { z } from 'zod';

const id = z.string().min(1);
const text = z.string();
const named = z.looseObject({ id });

/** Of a workspace or organisation; Bolt looks things up under it in an object, which has a `constructor` of its own. */
const teamId = z
  .string()
  .regex(/^[A-Z0-9]+$/)
  .nullish();
const team = z.looseObject({ id: teamId }).nullish();
/** Which workspace an event or a command is of. */
const ofTeam = { team_id: teamId, enterprise_id: teamId };

const ids = z.array(text);

const messageSchema = z.looseObject({
  channel: id,
  ts: id,
  thread_ts: id.nullish(),
  user: text.optional(),
  edited: z.looseObject({ ts: id }).nullish(),
});
const teamsSchema = z.looseObject({ team_ids: ids });

/** What the bot listens to, so far as it looks into it. */
const heard: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['app_mention', messageSchema],
  ['message', messageSchema],
  ['app_home_opened', z.looseObject({ user: id, channel: id, tab: text })],
  ['tokens_revoked', z.looseObject({ tokens: z.looseObject({ bot: ids.nullish() }) })],
  ['team_access_granted', teamsSchema],
  ['team_access_revoked', teamsSchema],
]);

/** Of every event Bolt looks at the place and at who did it. */
const happenedSchema = z
  .looseObject({
    type: id,
    user: z.union([z.string(), named]).optional(),
    channel: z.union([z.string(), named]).optional(),
    subteam: z.looseObject({}).optional(),
    item: z.looseObject({}).optional(),
  })
  .refine((event) => heard.get(event.type)?.safeParse(event).success ?? true);

/** Something that the bot listens to has happened. */
export const eventSchema = z.looseObject({
  type: z.literal('event_callback'),
  event_id: id,
  ...ofTeam,
  authorizations: z.array(z.looseObject(ofTeam)).nullish(),
  event: happenedSchema,
});

/** A command was typed. */
export const commandSchema = z.looseObject({
  ...ofTeam,
  command: id,
  text,
  user_id: id,
  channel_id: id,
  trigger_id: id,
});

/** Who does something with a button, form or shortcut, and where; Bolt looks into a place wherever one is named. */
const place = {
  user: named.extend({ team_id: teamId }),
  channel: named.optional(),
  team,
  enterprise: team,
};
const touch = { ...place, trigger_id: id };
const option = z.looseObject({ value: text });
const field = z.looseObject({
  type: id,
  value: text.nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_conversations: ids.nullish(),
});
const viewSchema = z.looseObject({
  id,
  callback_id: text,
  private_metadata: text,
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), field)) }),
});
const actionSchema = z.union([
  z.looseObject({ type: z.literal('static_select'), action_id: id, selected_option: option }),
  z.looseObject({
    type: id.refine((type) => type !== 'static_select'),
    action_id: id,
    value: text.nullish(),
  }),
]);

/** Somebody used a button, a form or a shortcut. */
export const interactionSchema = z.discriminatedUnion('type', [
  z.looseObject({
    ...touch,
    type: z.literal('block_actions'),
    actions: z.array(actionSchema).min(1),
    container: z.looseObject({}),
    view: named.optional(),
  }),
  z.looseObject({
    ...place,
    type: z.literal('block_suggestion'),
    action_id: id,
    value: text,
  }),
  z.looseObject({
    ...touch,
    type: z.literal('message_action'),
    callback_id: id,
    channel: named,
    message: z.looseObject({}),
  }),
  z.looseObject({ ...touch, type: z.literal('shortcut'), callback_id: id }),
  z.looseObject({ ...touch, type: z.literal('view_submission'), view: viewSchema }),
  z.looseObject({ ...place, type: z.literal('view_closed'), view: named }),
]);
