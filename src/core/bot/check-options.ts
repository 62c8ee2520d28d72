import { UserError } from '../texts/user-error.ts';
import type { Command, CommandOption, CommandRequest } from './command.ts';
import type { OptionValue, OptionValues } from './invocation.ts';
import { unknownName } from './unknown-name.ts';

/**
 * Checks what a platform or a person passed against the command's declaration; unknown options are left out.
 * @throws {UserError} naming the option, its value and what is allowed.
 */
export function checkOptions(command: Command, input: CommandRequest): OptionValues {
  const checked: Record<string, OptionValue> = {};
  for (const option of declaredOptions(command, input)) {
    const value = input.options[option.name];
    if (value === undefined || value === '') {
      if (option.required)
        throw new UserError('mistake.missingOption', {
          option: option.name,
          command: command.name,
        });
    } else {
      checked[option.name] = checkOption(option, value);
    }
  }
  return checked;
}

function declaredOptions(command: Command, input: CommandRequest): readonly CommandOption[] {
  if (!command.subcommands) return command.options;
  const subcommand = command.subcommands.find(({ name }) => name === input.subcommand);
  if (!subcommand) {
    const before = `/${command.name} `;
    const names = command.subcommands.map(({ name }) => name);
    if (input.subcommand !== undefined) {
      throw unknownName(before, shown(input.subcommand), names);
    }
    throw new UserError('mistake.missingSubcommand', { known: names.map((name) => before + name) });
  }
  return subcommand.options;
}

function checkOption(option: CommandOption, value: OptionValue): OptionValue {
  switch (option.type) {
    case 'text': {
      const text = String(value);
      if (text.length > option.maxLength) {
        const { name, maxLength } = option;
        throw new UserError('mistake.tooLong', {
          option: name,
          length: text.length,
          max: maxLength,
        });
      }
      return text;
    }
    case 'choice': {
      const values = option.choices.map((choice) => choice.value);
      const chosen = values.find((each) => asTyped(each) === asTyped(String(value)));
      if (chosen === undefined) {
        throw new UserError('mistake.notAChoice', {
          option: option.name,
          value: shown(value),
          choices: values,
        });
      }
      return chosen;
    }
    case 'number': {
      const number = Number(value);
      if (!Number.isInteger(number) || number < option.min || number > option.max) {
        const { name, min, max } = option;
        throw new UserError('mistake.notANumber', { option: name, value: shown(value), min, max });
      }
      return number;
    }
    case 'flag':
      return value === true || value === 'true';
  }
}

/** Where people type a choice, capitals don't count, nor whether a hyphen or blanks part its words. */
function asTyped(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, ' ');
}

/** A value repeated to the person who typed it, short enough to be read. */
function shown(value: OptionValue): string {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
