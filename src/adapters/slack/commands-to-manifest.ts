import type { Command, CommandOption } from '../../core/command.ts';
import { phrase } from '../../core/texts.ts';
import { checkMessageId } from './slack-to-invocation.ts';

/** What Slack is told about the app: the part of the app manifest (schema 2) that this bot uses. */
export type SlackManifest = ReturnType<typeof commandsToManifest>;

/**
 * The app manifest for these commands.
 * The scopes are the least that work: `im:history` delivers direct messages to the bot and nothing else; `users:read`
 * tells the asker's language and whether they manage the workspace; `assistant:write` suggests what to ask. No other
 * history scope, because a mention and a message to check come with their text, and nobody should have to let a bot
 * read their channels.
 */
export function commandsToManifest(commands: readonly Command[]) {
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
      slash_commands: commands.map(commandToSlash),
    },
    oauth_config: {
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
        bot_events: [
          'app_mention',
          'message.im',
          'app_home_opened',
          'app_uninstalled',
          'tokens_revoked',
        ],
      },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
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
    ...(main ? [main.required ? main.name : `[${main.name}]`] : []),
    ...pairs.map(({ name }) => `[${name}:…]`),
  ].join(' ');
}
