import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../core/bot/command.ts';
import { phrase } from '../../core/texts/texts.ts';
import { optionsToDiscord } from './command-options-to-discord.ts';
import { phraseToLocalizations } from './discord-locales.ts';

/** Where commands are registered: in one server at once, or everywhere. */
export type CommandScope = 'guild' | 'global';

type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;
type MenuCommand = RESTPostAPIContextMenuApplicationCommandsJSONBody;
export type DiscordCommand = SlashCommand | MenuCommand;

/** All that is registered: the slash commands, and "Check this message" in the menu of every message. */
export function commandsToDiscord(
  commands: readonly Command[],
  scope: CommandScope,
): DiscordCommand[] {
  return [...commands.map((command) => commandToDiscord(command, scope)), checkMessage(scope)];
}

/** Exported for tests: they look at one command of their own. */
export function commandToDiscord(command: Command, scope: CommandScope): SlashCommand {
  const { name, description, onlyFor } = command;
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: description.en,
    description_localizations: phraseToLocalizations(description),
    options: optionsToDiscord(command),
    default_member_permissions: permissionsFor(onlyFor),
    ...places(scope, onlyFor === 'managers' ? inServers : everywhere),
  };
}

function checkMessage(scope: CommandScope): MenuCommand {
  const name = phrase('command.check');
  return {
    type: ApplicationCommandType.Message,
    name: name.en,
    name_localizations: phraseToLocalizations(name),
    default_member_permissions: null,
    ...places(scope, everywhere),
  };
}

/** Only hides the command: who may run it is decided in the core. "0" shows it to administrators alone. */
function permissionsFor(onlyFor: Command['onlyFor']): string | null {
  switch (onlyFor) {
    case 'operators':
      return '0';
    case 'managers':
      return String(PermissionFlagsBits.ManageGuild);
    case undefined:
      return null;
  }
}

/** Also with people who installed the bot for themselves, wherever they are. */
const everywhere = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** What a community decides, it decides where the bot was installed for all. */
const inServers = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** Discord keeps places for global commands only: sent for a server, they would never compare equal. */
function places(scope: CommandScope, allowed: typeof everywhere): Partial<typeof everywhere> {
  return scope === 'global' ? allowed : {};
}
