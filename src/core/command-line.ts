import type { Command, CommandOption } from './command.ts';
import type { CommandInput, OptionValue, OptionValues } from './invocation.ts';
import { texts } from './texts.ts';
import { UserError } from './user-error.ts';

/**
 * Takes the words after a slash command apart, for platforms that pass them as one string:
 * `private` first sets a flag of that name, `verdict:false` sets an option, and what is left is the first text option.
 * @throws {UserError} when a subcommand is missing.
 */
export function parseCommandLine(
  command: Command,
  line: string,
): Omit<CommandInput, 'kind' | 'command'> {
  let rest = line.trim();
  if (command.subcommands) {
    const name = rest.split(/\s+/, 1)[0] ?? '';
    const subcommand = command.subcommands.find(
      (candidate) => candidate.name === name.toLowerCase(),
    );
    if (!subcommand) {
      const known = command.subcommands.map((candidate) => candidate.name);
      throw new UserError(texts.mistakes.missingSubcommand(command.name, known));
    }
    rest = rest.slice(name.length).trim();
    return { subcommand: subcommand.name, options: parseOptions(subcommand.options, rest) };
  }
  return { options: parseOptions(command.options, rest) };
}

function parseOptions(options: readonly CommandOption[], line: string): OptionValues {
  const values: Record<string, OptionValue> = {};
  let rest = line;
  for (const option of options) {
    if (option.type !== 'flag') continue;
    const flag = new RegExp(`^${option.name}(?=\\s|$)`, 'i');
    if (!flag.test(rest)) continue;
    values[option.name] = true;
    rest = rest.replace(flag, '').trim();
  }
  const [main, ...others] = options.filter((option) => option.type !== 'flag');
  for (const option of others) {
    const pair = new RegExp(`(?:^|\\s)${option.name}:(\\S+)`, 'i');
    const value = rest.match(pair)?.[1];
    if (value === undefined) continue;
    values[option.name] = value;
    rest = rest.replace(pair, ' ').trim();
  }
  if (main && rest) values[main.name] = rest;
  return values;
}
