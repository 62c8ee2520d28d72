import type { Settings } from '../ports/settings.ts';
import { type PressId, textToPressId } from '../reply/press-id.ts';
import type { Command, CommandRequest } from './command.ts';
import type { FormValues, Input, Invocation, PressInput } from './invocation.ts';

/** What an invocation asks for, whichever way it came in. */
export type Task =
  | { readonly kind: 'command'; readonly command: Command; readonly request: CommandRequest }
  | {
      readonly kind: 'unknown-command';
      readonly name: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'check-message'; readonly text: string }
  | { readonly kind: 'press'; readonly input: PressInput }
  | { readonly kind: 'press-form'; readonly id: string; readonly values: FormValues }
  | { readonly kind: 'request'; readonly pressed: PressId; readonly values: FormValues };

export function invocationToTask(
  { input, platform }: Invocation,
  commands: readonly Command[],
  settings: Settings,
): Task {
  if (input.kind === 'message') return { kind: 'check-message', text: input.text };
  if (input.kind === 'press') return { kind: 'press', input };
  if (input.kind === 'form') {
    const { id, values } = input;
    const pressed = textToPressId(id);
    if (pressed?.press === 'request') return { kind: 'request', pressed, values };
    if (pressed) return { kind: 'press-form', id, values };
  }
  const { name, ...asked } = namedCommand(input);
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    return { kind: 'unknown-command', name, known: commands.map((each) => each.name) };
  }
  return { kind: 'command', command, request: { ...asked, platform, settings } };
}

type Named = { readonly name: string } & Pick<CommandRequest, 'subcommand' | 'options' | 'form'>;

function namedCommand(input: Exclude<Input, { kind: 'message' | 'press' }>): Named {
  switch (input.kind) {
    case 'command': {
      const { command: name, subcommand, options } = input;
      return { name, subcommand, options, form: undefined };
    }
    case 'form': {
      const [path = '', query] = input.id.split('?');
      const [name = '', subcommand] = path.split('.');
      const options = Object.fromEntries(new URLSearchParams(query));
      return { name, subcommand, options, form: input.values };
    }
    case 'text':
      return textToCommand(input.text);
  }
}

/** A mention or direct message is a claim; an empty one, or a plain call for help, gets help. */
function textToCommand(text: string): Named {
  // In a thread, where Slack takes no slash commands, people type them to the bot.
  const claim = text.trim().replace(/^\/fact\s+/i, '');
  return /^(help|\?*)$/i.test(claim)
    ? { name: 'fact-help', subcommand: undefined, options: {}, form: undefined }
    : { name: 'fact', subcommand: undefined, options: { claim }, form: undefined };
}

/** The id under which a command's form comes back: with the texts and choices that were given as options, `fact-admin.draft?pack=town`. */
export function commandFormId(command: Command, { subcommand, options }: CommandRequest): string {
  const path = subcommand === undefined ? command.name : `${command.name}.${subcommand}`;
  const given = Object.entries(options).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
