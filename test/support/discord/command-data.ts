import { type CommandBody, isSlashCommand, type ValueOptionBody } from './command-rules.ts';
import { type MessageEvent, newId } from './events.ts';

export type OptionInput = Readonly<Record<string, string | number | boolean>>;

/** The options as the client of somebody who typed a command would send them; it refuses what it doesn't know. */
export function slashData(
  command: CommandBody,
  subcommand: string | undefined,
  options: OptionInput,
  focused?: string,
): object {
  if (!isSlashCommand(command)) throw new Error(`“${command.name}” is not typed`);
  const level =
    subcommand === undefined ? command : command.options?.find(({ name }) => name === subcommand);
  if (!level) throw new Error(`/${command.name} has no subcommand ${subcommand}`);
  const declared = ('options' in level ? (level.options ?? []) : []) as readonly ValueOptionBody[];
  const missing = declared.find(({ name, required }) => required && !(name in options));
  if (missing && focused === undefined) throw new Error(`/${command.name} needs ${missing.name}`);
  const values = Object.entries(options).map(([name, value]) => {
    const option = declared.find((one) => one.name === name);
    if (!option) throw new Error(`/${command.name} has no option ${name}`);
    if (focused === undefined) checkValue(option, value);
    return { name, type: option.type, value, ...(name === focused && { focused: true }) };
  });
  return {
    id: newId(),
    name: command.name,
    type: 1,
    options: subcommand === undefined ? values : [{ name: subcommand, type: 1, options: values }],
  };
}

/** What is sent when somebody uses a command in the menu of a message. */
export function menuData({ name, type }: CommandBody, message: MessageEvent): object {
  if (type !== 3) throw new Error(`“${name}” is not in the menu of messages`);
  const { member, guild_id, ...bare } = message;
  return {
    id: newId(),
    name,
    type,
    target_id: message.id,
    resolved: { messages: { [message.id]: bare } },
  };
}

function checkValue(option: ValueOptionBody, value: string | number | boolean): void {
  const fits =
    option.type === 3
      ? typeof value === 'string' &&
        value.length <= (option.max_length ?? 6000) &&
        (option.choices?.some((choice) => choice.value === value) ?? true)
      : option.type === 4
        ? Number.isInteger(value) &&
          Number(value) >= (option.min_value ?? -Infinity) &&
          Number(value) <= (option.max_value ?? Infinity)
        : typeof value === 'boolean';
  if (!fits)
    throw new Error(
      `Discord's client would not let anybody send ${option.name}: ${String(value).slice(0, 50)}`,
    );
}
