import type { types } from '@slack/bolt';
import type { Bot, SuggestionRequest } from '../../core/bot/bot.ts';
import { optionFor } from './plain-text.ts';

/** Slack's limits for the options of an external select (@slack/types, composition-objects), in characters. */
const limits = { count: 100, labelLength: 75, valueLength: 75 } as const;

type Suggest = SuggestionRequest['suggest'];

const kinds: readonly Suggest[] = ['claim', 'topic', 'pack'];

/** Tells, when Slack asks for options, what is searched for and whether what was typed is an option, too. */
export function suggestActionId(suggest: Suggest, takesTyped: boolean): string {
  return `suggest.${suggest}.${takesTyped ? 'typed' : 'listed'}`;
}

/** Options for a select that is being typed into, from memory; none for a select that this bot did not make. */
export async function suggestOptions(
  bot: Bot,
  actionId: string,
  { typed, ...asker }: Omit<SuggestionRequest, 'suggest'>,
): Promise<types.PlainTextOption[]> {
  const suggest = kinds.find((kind) => actionId.startsWith(`suggest.${kind}.`));
  if (!suggest) return [];
  const found = await bot.suggest({ suggest, typed, ...asker }, limits);
  const own = typed.trim();
  const offersOwn =
    actionId.endsWith('.typed') &&
    own !== '' &&
    own.length <= limits.valueLength &&
    found.every(({ value }) => value !== own);
  const all = offersOwn ? [{ label: own, value: own }, ...found] : found;
  return all.slice(0, limits.count).map(optionFor);
}
