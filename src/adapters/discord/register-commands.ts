import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type REST,
  Routes,
} from 'discord.js';
import type { Command } from '../../core/command.ts';
import { commandToDiscord } from './command-to-discord.ts';

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
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const wanted = commands.map((command) => commandToDiscord(command, guildId ? 'guild' : 'global'));
  const registered = (await rest.get(route)) as APIApplicationCommand[];
  if (fingerprint(registered) === fingerprint(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

type Comparable = APIApplicationCommand | ReturnType<typeof commandToDiscord>;

/** Equal for lists that differ only in order of commands, in what Discord adds, or in defaults that it leaves out. */
function fingerprint(commands: readonly Comparable[]): string {
  const normalised = commands.map((command) => ({
    type: command.type,
    name: command.name,
    description: command.description,
    permissions: command.default_member_permissions ?? null,
    contexts: command.contexts?.toSorted() ?? null,
    options: command.options?.map(normaliseOption) ?? [],
  }));
  return JSON.stringify(normalised.toSorted((a, b) => a.name.localeCompare(b.name)));
}

function normaliseOption(option: APIApplicationCommandOption): object {
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices:
      'choices' in option ? (option.choices ?? []).map(({ name, value }) => ({ name, value })) : [],
    maxLength: 'max_length' in option ? (option.max_length ?? null) : null,
    min: 'min_value' in option ? (option.min_value ?? null) : null,
    max: 'max_value' in option ? (option.max_value ?? null) : null,
    options: 'options' in option ? (option.options ?? []).map(normaliseOption) : [],
  };
}
