import { Message } from 'discord.js';
import fc from 'fast-check';
import { createClient } from '../../src/adapters/discord/create-client.ts';
import { messageText } from '../../src/adapters/discord/message-text.ts';
import { messageToInvocation } from '../../src/adapters/discord/message-to-invocation.ts';
import { guild, messageEvent, newId, user, world } from '../../test/support/discord/events.ts';
import { anyText } from './any-text.ts';
import { type FuzzTarget, openedTarget } from './fuzz-target.ts';

const anyEmbed = fc.record(
  {
    type: fc.constantFrom('rich', 'article', 'poll_result', 'new_kind'),
    title: anyText,
    description: anyText,
    url: anyText,
    fields: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const textDisplay = anyText.map((content) => ({ type: 10, content }));
const anyComponent = fc.oneof(
  textDisplay,
  fc.record({
    type: fc.constant(9),
    components: fc.array(textDisplay, { maxLength: 2 }),
    accessory: fc.constant({ type: 11, media: { url: 'https://a.example/b.png' } }),
  }),
  fc.record({ type: fc.constant(17), components: fc.array(textDisplay, { maxLength: 2 }) }),
  fc.constantFrom({ type: 14 }, { type: 99 }),
);
const ownParts = {
  content: fc.oneof(
    anyText,
    anyText.map((text) => `<@${world.bot.id}> ${text}`),
  ),
  embeds: fc.array(anyEmbed, { maxLength: 2 }),
  components: fc.array(anyComponent, { maxLength: 2 }),
};
const anyPoll = fc.record({
  question: fc.record({ text: anyText }, { requiredKeys: [] }),
  answers: fc.array(
    fc.record({
      answer_id: fc.nat(),
      poll_media: fc.record({ text: anyText }, { requiredKeys: [] }),
    }),
    { maxLength: 3 },
  ),
  expiry: fc.constant(null),
  allow_multiselect: fc.boolean(),
  layout_type: fc.constant(1),
});

const anyMessage = fc.record(
  {
    ...ownParts,
    type: fc.constantFrom(0, 19, 7),
    webhook_id: fc.constant('1'),
    mentions: fc.constantFrom([], [world.bot], [user(world.reader)]),
    poll: anyPoll,
    message_snapshots: fc.array(
      fc.record(ownParts).map((message) => ({
        message: { ...messageEvent('guild', world.reader, ''), ...message },
      })),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['content'] },
);

const reference = {
  message_reference: { type: 1, channel_id: world.channel, message_id: newId() },
};

/** Messages of every shape, as discord.js makes them of what the gateway sends. */
export const discordTarget: FuzzTarget = openedTarget(
  'messages on Discord',
  fc.tuple(fc.constantFrom('guild' as const, 'thread' as const, 'direct' as const), anyMessage),
  () => {
    const client = createClient(undefined);
    // What the gateway does at the start, without one: discord.js offers no other way.
    Object.assign(client, { user: { id: world.bot.id } });
    const add = (to: object, data: object) => Reflect.apply(Reflect.get(to, '_add'), to, [data]);
    add(client.guilds, guild());
    add(client.channels, { id: world.directChannel, type: 1, recipients: [user(world.reader)] });
    return {
      read([where, fields]) {
        const event = messageEvent(where, world.reader, '', { ...reference, ...fields });
        const message: Message = Reflect.construct(Message, [client, event]);
        messageText(message);
        messageToInvocation(message);
      },
      close: () => client.destroy(),
    };
  },
);
