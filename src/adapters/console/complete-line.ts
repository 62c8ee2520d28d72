import type { Bot } from '../../core/bot/bot.ts';
import type { CommandOption } from '../../core/bot/command.ts';
import type { UserKey } from '../../core/keys.ts';

/** The most topics that are offered at once, and how long each may be, in UTF-16 units. */
const topicLimits = { count: 50, labelLength: 64, valueLength: 64 } as const;

/** What Tab offers, and the end of the line that it completes. */
export type Completion = [offered: string[], completed: string];

/**
 * Completes commands, their subcommands and options, and the values of options that have a list of them. A claim is
 * typed as one heard it, so nothing is offered for it.
 */
export async function completeLine(
  bot: Pick<Bot, 'commands' | 'suggest'>,
  user: UserKey,
  line: string,
): Promise<Completion> {
  const topics = async (typed: string): Promise<readonly string[]> => {
    const suggested = await bot.suggest({ suggest: 'topic', typed, user }, topicLimits);
    return suggested.map(({ value }) => value);
  };
  const [slashed = '', ...words] = line.trimStart().toLowerCase().split(/\s+/);
  if (!slashed.startsWith('/')) return [[], line];
  const [word = slashed] = words.slice(-1);
  if (words.length === 0) return offer(namesIn(bot.commands, '/'), word);
  const command = bot.commands.find(({ name }) => `/${name}` === slashed);
  if (!command) return [[], word];
  if (!command.subcommands) return offer(await optionWords(command.options, words, topics), word);
  const [first = '', ...others] = words;
  if (others.length === 0) return offer(namesIn(command.subcommands, ''), word);
  const subcommand = command.subcommands.find(({ name }) => name === first);
  return offer(await optionWords(subcommand?.options ?? [], others, topics), word);
}

/** A word that is the only one that fits is followed by a blank, unless its value is to come. */
function offer(words: readonly string[], typed: string): Completion {
  const fitting = words.filter((word) => word.startsWith(typed));
  const [only = ''] = fitting;
  return [fitting.length === 1 && !only.endsWith(':') ? [`${only} `] : fitting, typed];
}

function namesIn(named: readonly { readonly name: string }[], mark: string): readonly string[] {
  return named.map(({ name }) => mark + name);
}

type Topics = (typed: string) => Promise<readonly string[]>;

/** The words that `parseCommandLine` takes for options, where it takes them: flags come first, and the main text has none. */
async function optionWords(
  options: readonly CommandOption[],
  words: readonly string[],
  topics: Topics,
): Promise<readonly string[]> {
  const typed = words.at(-1) ?? '';
  const flags = options.filter((option) => option.type === 'flag');
  const [, ...named] = options.filter((option) => option.type !== 'flag');
  const flagWords = flags.flatMap(({ name, opposite }) => (opposite ? [name, opposite] : [name]));
  const option = named.find(({ name }) => typed.startsWith(`${name}:`));
  if (!option) {
    return [...(words.length === 1 ? flagWords : []), ...named.map(({ name }) => `${name}:`)];
  }
  const mark = `${option.name}:`;
  const values = await valuesOf(option, typed.slice(mark.length), topics);
  return values.map((value) => mark + value);
}

async function valuesOf(
  option: CommandOption,
  typed: string,
  topics: Topics,
): Promise<readonly string[]> {
  if (option.type === 'choice') return option.choices.map(({ value }) => value);
  return option.type === 'text' && option.suggest === 'topic' ? topics(typed) : [];
}
