import { RespondError, type RespondFn, type SlashCommand, type webApi } from '@slack/bolt';
import type { Reply } from '../../core/reply.ts';
import { renderSlack } from './render-slack.ts';
import type { AddressedMessage } from './slack-to-invocation.ts';
import { withRetries } from './web-api.ts';

/** No previews: they would show other people's pages under our name and push the sources away. */
const plainMessage = { mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;

/**
 * Answers a slash command through its response_url, which works in every conversation the command can be used in,
 * also where the bot is not a member and chat.postMessage is refused. If Slack turns the response_url down, the Web
 * API is tried: it works where the bot is a member.
 */
export async function deliverToCommand(
  web: webApi.WebClient,
  respond: RespondFn,
  command: SlashCommand,
  reply: Reply,
): Promise<void> {
  const content = { ...renderSlack(reply), ...plainMessage };
  const isPublic = reply.visibility === 'public';
  try {
    await withRetries(() =>
      respond({
        ...content,
        response_type: isPublic ? 'in_channel' : 'ephemeral',
        replace_original: false,
      }),
    );
  } catch (error) {
    if (!(error instanceof RespondError)) throw error;
    const { channel_id: channel, user_id: user } = command;
    await withRetries(() =>
      isPublic
        ? web.chat.postMessage({ ...content, channel })
        : web.chat.postEphemeral({ ...content, channel, user }),
    );
  }
}

/** Answers a mention or a direct message where it stands. */
export async function deliverToMessage(
  web: webApi.WebClient,
  { channel, user, threadTs }: AddressedMessage,
  reply: Reply,
): Promise<void> {
  const message = {
    ...renderSlack(reply),
    ...plainMessage,
    channel,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
  };
  await withRetries(() =>
    reply.visibility === 'public'
      ? web.chat.postMessage(message)
      : web.chat.postEphemeral({ ...message, user }),
  );
}
