import type { Deliver } from './delivery.ts';
import { blocksToShownText, fallbackToShownText, typedToWire } from './shown-text.ts';
import { botUser, type PostedMessage, type SlackServer } from './slack-server.ts';

/** An answer as people see it. */
export interface Answer {
  readonly text: string;
  /** What the notification says. */
  readonly notification: string;
  readonly seenBy: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly message: PostedMessage;
}

export interface Place {
  readonly user?: string;
  readonly channel?: string;
  readonly threadTs?: string;
  /** The text as it comes over the wire, for what typing alone does not make: links with a label, pings. */
  readonly wire?: boolean;
}

export interface SlackPeople {
  slash(command: string, text?: string, place?: Place): Promise<Answer>;
  mention(text: string, place?: Place): Promise<Answer>;
  directMessage(text: string, place?: Place): Promise<Answer>;
  /** Hands the app an event and resolves when it is acknowledged. */
  event(event: Readonly<Record<string, unknown>>, options?: EventOptions): Promise<string>;
  /** Hands the app a slash command and resolves with its acknowledgement. */
  slashCommand(
    command: string,
    text: string,
    place?: Place & { triggerId?: string },
  ): Promise<unknown>;
}

export interface EventOptions {
  readonly eventId?: string;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** People who use the bot in Slack: each sentence they say resolves to what they then see. */
export function createSlackPeople(server: SlackServer, deliver: Deliver): SlackPeople {
  let counter = 0;
  const unique = (): number => ++counter;

  async function event(
    content: Readonly<Record<string, unknown>>,
    { eventId = `Ev${unique()}`, retry }: EventOptions = {},
  ): Promise<string> {
    const payload = {
      type: 'event_callback',
      team_id: botUser.team_id,
      api_app_id: 'A1',
      event_id: eventId,
      event_time: 1_700_000_000,
      authorizations: [{ team_id: botUser.team_id, user_id: botUser.user_id, is_bot: true }],
      event: content,
    };
    await deliver('event', payload, retry);
    return eventId;
  }

  async function slashCommand(
    command: string,
    text: string,
    { user = 'UASKER', channel = 'CTALK', wire, triggerId }: Place & { triggerId?: string } = {},
  ): Promise<unknown> {
    return deliver('slash', {
      token: 'old',
      command,
      text: wire ? text : typedToWire(text),
      user_id: user,
      user_name: 'asker',
      channel_id: channel,
      channel_name: 'talk',
      team_id: botUser.team_id,
      team_domain: 'stand-in',
      api_app_id: 'A1',
      trigger_id: triggerId ?? `trigger-${unique()}`,
      response_url: server.openResponseUrl(channel, user),
    });
  }

  return {
    event,
    slashCommand,
    async slash(command, text = '', place = {}) {
      const before = server.messages.length;
      await slashCommand(command, text, place);
      const message = await server.posted((posted) => server.messages.indexOf(posted) >= before);
      return messageToAnswer(message);
    },
    async mention(text, { user = 'UASKER', channel = 'CTALK', threadTs, wire } = {}) {
      const ts = `1700000001.${unique()}`;
      await event({
        type: 'app_mention',
        user,
        channel,
        ts,
        event_ts: ts,
        text: `<@${botUser.user_id}> ${wire ? text : typedToWire(text)}`,
        ...(threadTs !== undefined && { thread_ts: threadTs }),
      });
      return messageToAnswer(await server.posted((posted) => posted.threadTs === (threadTs ?? ts)));
    },
    async directMessage(text, { user = 'UASKER', channel = 'DASKER', threadTs, wire } = {}) {
      const before = server.messages.length;
      const ts = `1700000002.${unique()}`;
      await event({
        type: 'message',
        channel_type: 'im',
        user,
        channel,
        ts,
        event_ts: ts,
        text: wire ? text : typedToWire(text),
        ...(threadTs !== undefined && { thread_ts: threadTs }),
      });
      return messageToAnswer(
        await server.posted(
          (posted) => posted.channel === channel && server.messages.indexOf(posted) >= before,
        ),
      );
    },
  };
}

function messageToAnswer(message: PostedMessage): Answer {
  const { seenBy, channel, threadTs } = message;
  return {
    text: blocksToShownText(message.blocks),
    notification: fallbackToShownText(message.text),
    seenBy,
    channel,
    threadTs,
    message,
  };
}
