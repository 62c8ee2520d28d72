import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type LocalizationMap,
  type REST,
  Routes,
} from 'discord.js';
import type { Command } from '../../core/bot/command.ts';
import {
  type CommandScope,
  commandsToDiscord,
  type DiscordCommand,
} from './commands-to-discord.ts';

/**
 * Makes Discord's list of commands equal to ours: in `guildId` if given, else everywhere. One bulk overwrite, and only
 * when they differ: Discord allows 200 creations a day. True if something was written.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly Command[],
): Promise<boolean> {
  const scope = guildId ? 'guild' : 'global';
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const wanted = commandsToDiscord(commands, scope);
  const registered = (await rest.get(route, {
    // Without it, Discord leaves the translations out.
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as APIApplicationCommand[];
  if (fingerprint(registered, scope) === fingerprint(wanted, scope)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** Equal for lists that differ only in order of commands, in what Discord adds, or in defaults that it leaves out. */
export function fingerprint(
  commands: readonly (APIApplicationCommand | DiscordCommand)[],
  scope: CommandScope,
): string {
  const normalised = commands.map((command) => ({
    type: command.type ?? 1,
    name: command.name,
    names: normaliseTexts(command.name_localizations),
    description: 'description' in command ? command.description : '',
    descriptions:
      'description_localizations' in command
        ? normaliseTexts(command.description_localizations)
        : [],
    permissions: command.default_member_permissions ?? null,
    options: 'options' in command ? (command.options ?? []).map(normaliseOption) : [],
    ...(scope === 'global' && {
      contexts: command.contexts?.toSorted() ?? null,
      integrationTypes: command.integration_types?.toSorted() ?? null,
    }),
  }));
  return JSON.stringify(
    normalised.toSorted((a, b) => a.type - b.type || a.name.localeCompare(b.name)),
  );
}

function normaliseOption(option: APIApplicationCommandOption): object {
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    descriptions: normaliseTexts(option.description_localizations),
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: 'choices' in option ? (option.choices ?? []).map(normaliseChoice) : [],
    maxLength: 'max_length' in option ? (option.max_length ?? null) : null,
    min: 'min_value' in option ? (option.min_value ?? null) : null,
    max: 'max_value' in option ? (option.max_value ?? null) : null,
    options: 'options' in option ? (option.options ?? []).map(normaliseOption) : [],
  };
}

function normaliseChoice(choice: {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null;
  readonly value: string | number;
}): object {
  const { name, name_localizations, value } = choice;
  return { name, names: normaliseTexts(name_localizations), value };
}

function normaliseTexts(texts: object | null | undefined): object {
  return Object.entries(texts ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
}
