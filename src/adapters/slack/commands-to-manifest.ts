import type { Command, CommandOption } from '../../core/bot/command.ts';
import { phrase } from '../../core/texts/texts.ts';
import { checkMessageId } from './slack-to-invocation.ts';

/** How Slack reaches the bot, and how many workspaces may install it. */
export interface SlackWay {
  /** Where the bot listens, as https://host; undefined for Socket Mode. */
  readonly url: string | undefined;
  /** Whether workspaces install it by OAuth. */
  readonly many: boolean;
}

const socketMode: SlackWay = { url: undefined, many: false };

/**
 * The app manifest for these commands.
 * The scopes are the least that work: `im:history` delivers direct messages to the bot and nothing else; `users:read`
 * tells the asker's language and whether they manage the workspace; `assistant:write` suggests what to ask. No other
 * history scope, because a mention and a message to check come with their text, and nobody should have to let a bot
 * read their channels.
 */
export function commandsToManifest(commands: readonly Command[], way: SlackWay = socketMode) {
  const { url, many } = way;
  const requests = url === undefined ? undefined : new URL('/slack/events', url).href;
  return {
    display_information: {
      name: 'factbot',
      description: 'Answers with checked claims: verdict, summary, sources and verification.',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'factbot', always_online: true },
      // The agent view, for its suggested prompts: it works with direct messages alone. Nothing here is generated.
      agent_view: {
        agent_description: 'Answers with checked claims on record; it never makes an answer up.',
      },
      shortcuts: [
        {
          type: 'message',
          name: phrase('command.check').en,
          callback_id: checkMessageId,
          description: 'Looks up every sentence of a message. Only you see the answer.',
        },
      ],
      slash_commands: commands.map((command) => ({
        ...commandToSlash(command),
        ...(requests !== undefined && { url: requests }),
      })),
    },
    oauth_config: {
      ...(url !== undefined &&
        many && { redirect_urls: [new URL('/slack/oauth_redirect', url).href] }),
      scopes: {
        bot: [
          'commands',
          'chat:write',
          'app_mentions:read',
          'im:history',
          'users:read',
          'assistant:write',
        ],
      },
    },
    settings: {
      event_subscriptions: {
        ...(requests !== undefined && { request_url: requests }),
        bot_events: [
          'app_mention',
          'message.im',
          'app_home_opened',
          'app_uninstalled',
          'tokens_revoked',
          // An organisation lets the app into one of its workspaces, or takes it out again.
          ...(many ? ['team_access_granted', 'team_access_revoked'] : []),
        ],
      },
      interactivity: {
        is_enabled: true,
        ...(requests !== undefined && {
          request_url: requests,
          message_menu_options_url: requests,
        }),
      },
      org_deploy_enabled: many,
      socket_mode_enabled: requests === undefined,
      // The token of one workspace stands in the settings, where nobody would exchange it.
      token_rotation_enabled: many,
    },
  };
}

function commandToSlash(command: Command) {
  const hint = command.subcommands
    ? command.subcommands.map(({ name }) => name).join(' | ')
    : optionsToHint(command.options);
  return {
    command: `/${command.name}`,
    description: command.description.en,
    ...(hint && { usage_hint: hint }),
    // People and links arrive marked up and the rest escaped, so that what was typed can be told from markup.
    should_escape: true,
  };
}

/** In the order in which `parseCommandLine` reads: flags, the first text option, then `name:value` pairs. */
function optionsToHint(options: readonly CommandOption[]): string {
  const flags = options.filter(({ type }) => type === 'flag');
  const [main, ...pairs] = options.filter(({ type }) => type !== 'flag');
  return [
    ...flags.map(({ name }) => `[${name}]`),
    ...(main ? [main.required ? wordsFor(main) : `[${wordsFor(main)}]`] : []),
    ...pairs.map(({ name }) => `[${name}:…]`),
  ].join(' ');
}

/** What stands for a value that is typed without its name. */
function wordsFor(option: CommandOption): string {
  if (option.type !== 'choice') return option.name;
  return option.choices.map(({ value }) => value).join(' | ');
}
