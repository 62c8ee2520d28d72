import type {
  BlockAction,
  BlockElementAction,
  KnownEventFromType,
  MessageShortcut,
  SlashCommand,
} from '@slack/bolt';
import type { Command } from '../../core/bot/command.ts';
import { parseCommandLine } from '../../core/bot/command-line.ts';
import type { Input, Invocation, PressInput, TextInput } from '../../core/bot/invocation.ts';
import { lateMentionMs } from '../../core/bot/late-mention.ts';
import { messageToWire } from './message-to-wire.ts';
import { slackToTyped, withoutMention } from './slack-text.ts';

/** Who asks, and where: what every invocation in Slack holds besides its input. */
export interface Asker {
  readonly user: string;
  /** The workspace; undefined only where Slack names none. */
  readonly teamId: string | undefined;
  /** Undefined on the home page and in modals that were opened there. */
  readonly channel: string | undefined;
  /** The `thread_ts` of the thread in it. */
  readonly thread?: string | undefined;
}

/** An invocation without what is asked. */
export type SlackVisitor = Pick<
  Invocation,
  'platform' | 'user' | 'community' | 'channel' | 'thread'
>;

export function askerToVisitor({ user, teamId, channel, thread }: Asker): SlackVisitor {
  return {
    platform: 'slack',
    user: teamId === undefined ? `slack:${user}` : `slack:${teamId}/${user}`,
    ...(teamId !== undefined && { community: `slack:${teamId}` as const }),
    // A direct message belongs to a workspace, too, but is none of the channels that its settings are about.
    ...(channel !== undefined && !isDirect(channel) && { channel, thread }),
  };
}

/** Where there is no channel, the answer is shown in a modal. */
export function askerToInvocation(asker: Asker, input: Input): Invocation {
  const onlyForAsker = asker.channel === undefined;
  return { ...askerToVisitor(asker), ...(onlyForAsker && { onlyForAsker }), input };
}

function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** What was asked with a slash command; one that is none of these says so when it is planned. */
export function slashCommandToInput(commands: readonly Command[], body: SlashCommand): Input {
  const name = body.command.replace(/^\//, '');
  const command = commands.find((each) => each.name === name);
  if (!command) return { kind: 'command', command: name, options: {} };
  const text = command.subcommands ? withMemberNamed(body.text) : body.text;
  return parseCommandLine(command, slackToTyped(text));
}

/** Where a subcommand is given nothing but a mention, it is about that person: `block @ada` comes as `block <@U1|ada>`. */
function withMemberNamed(text: string): string {
  return text.replace(/^(\s*\S+\s+)<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>\s*$/, '$1slack:$2');
}

/** The message shortcut "Check this message", as the manifest names it. */
export const checkMessageId = 'check_message';

/** A message to check, with all its words. */
export function shortcutToInput({ message }: MessageShortcut): Input {
  return { kind: 'message', text: slackToTyped(messageToWire(message)) };
}

/** A button or a choice in a select; undefined for anything else that people can touch. */
export function actionToPress(action: BlockElementAction): PressInput | undefined {
  switch (action.type) {
    case 'button':
      return { kind: 'press', id: action.action_id };
    case 'static_select':
      return { kind: 'press', id: action.action_id, value: action.selected_option.value };
    default:
      return undefined;
  }
}

/** The thread that a message with a button stands in. Private messages tell theirs in the container only. */
export function threadOfAction({ container, message }: BlockAction): string | undefined {
  const threadTs: unknown = container.thread_ts ?? message?.thread_ts;
  return typeof threadTs === 'string' ? threadTs : undefined;
}

/** The thread that a message was checked in. The first message of a thread is read in the channel. */
export function threadOfShortcut({ message }: MessageShortcut): string | undefined {
  const threadTs: unknown = message.thread_ts;
  return typeof threadTs === 'string' && threadTs !== message.ts ? threadTs : undefined;
}

/** A message to the bot, and where its answer belongs. */
export interface AddressedMessage {
  readonly input: TextInput;
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly threadTs: string;
}

/** A mention, answered in its thread; undefined for what a program wrote, and where it was added late. */
export function mentionToMessage(
  event: KnownEventFromType<'app_mention'>,
  botUserId: string,
): AddressedMessage | undefined {
  const { user, bot_id, subtype, edited, ts } = event;
  if (!user || user === botUserId || bot_id || subtype) return undefined;
  if (edited && (Number(edited.ts) - Number(ts)) * 1000 > lateMentionMs) return undefined;
  return {
    input: messageToInput(event, botUserId, 'mention'),
    channel: event.channel,
    user,
    ts: event.ts,
    threadTs: event.thread_ts ?? event.ts,
  };
}

/**
 * A direct message; undefined for any other message, for what a program wrote and for edits. Answered in its thread:
 * in Slack's agent view every question is the first message of one.
 */
export function directMessageToMessage(
  event: KnownEventFromType<'message'>,
  botUserId: string,
): AddressedMessage | undefined {
  if (event.channel_type !== 'im') return undefined;
  // Edits, deletions and joins are messages with a subtype, too; a picture or file comes with words like every message.
  if (event.subtype !== undefined && event.subtype !== 'file_share') return undefined;
  const { user } = event;
  if (!user || user === botUserId) return undefined;
  if (event.subtype === undefined && (event.bot_id || event.edited)) return undefined;
  return {
    input: messageToInput(event, botUserId, 'direct-message'),
    channel: event.channel,
    user,
    ts: event.ts,
    threadTs: event.thread_ts ?? event.ts,
  };
}

function messageToInput(message: object, botUserId: string, by: TextInput['by']): TextInput {
  return {
    kind: 'text',
    by,
    text: slackToTyped(withoutMention(messageToWire(message), botUserId)),
  };
}
