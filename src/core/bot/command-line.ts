import type { Command, CommandOption } from './command.ts';
import type { CommandInput, OptionValue, OptionValues } from './invocation.ts';

/**
 * Takes the words after a slash command apart, for platforms that pass them as one string: first the subcommand where
 * there are any, then `private` sets a flag of that name (and `public` its opposite), `verdict:false` or `why:"two words"` an option,
 * and what is left is the first text option, or the only option there is. Nothing is judged here: the bot checks options from every platform alike.
 */
export function parseCommandLine(command: Command, line: string): CommandInput {
  const input = { kind: 'command', command: command.name } as const;
  const rest = line.trim();
  if (!command.subcommands) return { ...input, options: parseOptions(command.options, rest) };
  const name = rest.split(/\s+/, 1)[0] ?? '';
  const subcommand = command.subcommands.find((candidate) => candidate.name === name.toLowerCase());
  // What there is not is for the bot to say, too.
  if (!subcommand) return { ...input, ...(name && { subcommand: name }), options: {} };
  const options = parseOptions(subcommand.options, rest.slice(name.length).trim());
  return { ...input, subcommand: subcommand.name, options };
}

function parseOptions(options: readonly CommandOption[], line: string): OptionValues {
  const values: Record<string, OptionValue> = {};
  let rest = line;
  for (const option of options) {
    if (option.type !== 'flag') continue;
    const [first = ''] = rest.split(/\s+/, 1);
    const word = first.toLowerCase();
    if (word !== option.name && word !== option.opposite) continue;
    values[option.name] = word === option.name;
    rest = rest.slice(first.length).trim();
  }
  const named = options.filter((option) => option.type !== 'flag');
  const main = named.find((option) => option.type === 'text') ?? named[0];
  for (const option of named) {
    // A text may hold the like of `claim:`.
    if (option === main && option.type === 'text') continue;
    const pair = new RegExp(`(?:^|\\s)${option.name}:(?:["“”]([^"“”]*)["“”]|(\\S+))`, 'i');
    const [, quoted, word] = rest.match(pair) ?? [];
    const value = quoted ?? word;
    if (value === undefined) continue;
    values[option.name] = value;
    rest = rest.replace(pair, ' ').trim();
  }
  if (main && rest) values[main.name] ??= rest;
  return values;
}
