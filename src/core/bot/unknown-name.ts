import { nearestWord } from '../texts/nearest-word.ts';
import { UserError } from '../texts/user-error.ts';

/**
 * Says that there is no such command or subcommand, and which was meant where one is near; else all there are.
 * @param before What people type before the name: a slash, or a command.
 */
export function unknownName(before: string, name: string, names: readonly string[]): UserError {
  const near = nearestWord(name, names);
  const typed = before + name;
  return near === undefined
    ? new UserError('mistake.unknownCommand', {
        name: typed,
        known: names.map((one) => before + one),
      })
    : new UserError('mistake.mistypedCommand', { name: typed, near: before + near });
}
