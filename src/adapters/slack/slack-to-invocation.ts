import type { KnownEventFromType, SlashCommand } from '@slack/bolt';
import type { Command } from '../../core/command.ts';
import { parseCommandLine } from '../../core/command-line.ts';
import type { Invocation, TextInput } from '../../core/invocation.ts';
import { slackToTyped, withoutMention } from './slack-text.ts';

/** What was asked with a slash command. */
export function slashCommandToInvocation(command: Command, body: SlashCommand): Invocation {
  return {
    platform: 'slack',
    user: `slack:${body.user_id}`,
    input: parseCommandLine(command, slackToTyped(body.text)),
  };
}

/** A message to the bot, and where its answer belongs. */
export interface AddressedMessage {
  readonly invocation: Invocation;
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
}

/** A mention, answered in its thread; undefined for what a program wrote and for edits. */
export function mentionToMessage(
  event: KnownEventFromType<'app_mention'>,
  botUserId: string,
): AddressedMessage | undefined {
  const { user, bot_id, subtype, edited } = event;
  if (!user || user === botUserId || bot_id || subtype || edited) return undefined;
  return {
    invocation: textToInvocation(user, event.text, botUserId, 'mention'),
    channel: event.channel,
    user,
    ts: event.ts,
    threadTs: event.thread_ts ?? event.ts,
  };
}

/** A direct message; undefined for any other message, for what a program wrote and for edits. */
export function directMessageToMessage(
  event: KnownEventFromType<'message'>,
  botUserId: string,
): AddressedMessage | undefined {
  // Edits, deletions and joins are messages with a subtype.
  if (event.subtype !== undefined || event.channel_type !== 'im') return undefined;
  const { user, bot_id, edited } = event;
  if (!user || user === botUserId || bot_id || edited) return undefined;
  return {
    invocation: textToInvocation(user, event.text ?? '', botUserId, 'direct-message'),
    channel: event.channel,
    user,
    ts: event.ts,
    threadTs: event.thread_ts,
  };
}

function textToInvocation(
  user: string,
  text: string,
  botUserId: string,
  by: TextInput['by'],
): Invocation {
  return {
    platform: 'slack',
    user: `slack:${user}`,
    input: { kind: 'text', by, text: slackToTyped(withoutMention(text, botUserId)) },
  };
}
