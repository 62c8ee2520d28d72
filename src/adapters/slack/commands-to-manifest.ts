import type { Command, CommandOption } from '../../core/command.ts';

/** What Slack is told about the app: the part of the app manifest (schema 2) that this bot uses. */
export type SlackManifest = ReturnType<typeof commandsToManifest>;

/**
 * The app manifest for these commands.
 * The scopes are the least that work: `im:history` delivers direct messages to the bot and nothing else. No other
 * history scope, because a mention comes with its text, and nobody should have to let a bot read their channels.
 */
export function commandsToManifest(commands: readonly Command[]) {
  return {
    display_information: {
      name: 'factbot',
      description: 'Answers with checked claims: verdict, summary, sources and verification.',
    },
    features: {
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'factbot', always_online: true },
      slash_commands: commands.map(commandToSlash),
    },
    oauth_config: {
      scopes: { bot: ['commands', 'chat:write', 'app_mentions:read', 'im:history'] },
    },
    settings: {
      event_subscriptions: { bot_events: ['app_mention', 'message.im'] },
      interactivity: { is_enabled: false },
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
