import type { About } from './about.ts';
import type { Bot } from './bot.ts';
import { dayOf } from './calendar.ts';
import { checkOptions } from './check-options.ts';
import type { Command } from './command.ts';
import type { CommandInput, Invocation, UserKey } from './invocation.ts';
import type { Library } from './library.ts';
import type { Log } from './log.ts';
import type { Answer, Visibility } from './reply.ts';
import { suggestClaims, suggestTopics } from './suggest.ts';
import { joinNames, type Texts, textsFor } from './texts.ts';
import { UserError } from './user-error.ts';

export interface BotParts {
  readonly commands: readonly Command[];
  readonly library: Library;
  /** Who may run the commands for operators. */
  readonly operators: ReadonlySet<UserKey>;
  readonly about: About;
  readonly clock: () => Date;
  readonly log: Log;
}

export function createBot({ commands, library, operators, about, clock, log }: BotParts): Bot {
  const byName = new Map(commands.map((command) => [command.name, command]));

  async function run(invocation: Invocation, t: Texts): Promise<Answer> {
    const input = inputToCommand(invocation.input);
    const command = byName.get(input.command);
    if (!command) {
      const known = commands.map(({ name }) => `/${name}`);
      throw new UserError('mistake.unknownCommand', {
        name: input.command,
        known: joinNames(known),
      });
    }
    // Here and not in the platforms' permissions, which a server owner can change.
    if (command.operatorsOnly && !operators.has(invocation.user)) {
      return refusal(t);
    }
    return command.run({
      user: invocation.user,
      subcommand: input.subcommand,
      options: checkOptions(command, input),
      library,
      about,
      now: clock(),
      t,
    });
  }

  function visibility({ input }: Invocation): Visibility {
    if (input.kind === 'text') return 'public';
    const command = byName.get(input.command);
    return command && !command.operatorsOnly ? command.visibility(input.options) : 'private';
  }

  return {
    commands,
    visibility,
    async answer(invocation) {
      const t = textsFor(invocation.locale);
      const frame = { visibility: visibility(invocation), locale: t.locale };
      try {
        return { ...(await run(invocation, t)), ...frame };
      } catch (error) {
        if (!(error instanceof UserError)) {
          log.error({ err: error, platform: invocation.platform }, 'An invocation failed');
        }
        const message = error instanceof UserError ? error.say(t) : t('mistake.ours');
        return {
          ...frame,
          tone: 'error',
          title: t('mistake.title'),
          blocks: [{ kind: 'text', text: message }],
        };
      }
    },
    suggest({ command, option, typed, locale }, limits) {
      const declared = byName.get(command)?.options.find((candidate) => candidate.name === option);
      if (declared?.type !== 'text' || !declared.suggest) return [];
      return declared.suggest === 'claim'
        ? suggestClaims(library.current, typed, dayOf(clock()), limits, textsFor(locale))
        : suggestTopics(library.current, typed, limits);
    },
  };
}

function refusal(t: Texts): Answer {
  return {
    tone: 'error',
    title: t('admin.refusedTitle'),
    blocks: [{ kind: 'text', text: t('admin.refused') }],
  };
}

/** A mention or direct message is a claim; an empty one, or a plain call for help, gets help. */
function inputToCommand(input: Invocation['input']): CommandInput {
  if (input.kind === 'command') return input;
  const text = input.text.trim();
  return /^(help|\?*)$/i.test(text)
    ? { kind: 'command', command: 'fact-help', options: {} }
    : { kind: 'command', command: 'fact', options: { claim: text } };
}
