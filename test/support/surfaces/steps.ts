import { unclearQuestion } from '../surface-bot.ts';

export const homicides = 'Philadelphia recorded 562 homicides in 2021.';
export const homicidesRef = 'krasner/philly-2021-562-homicides';

export const asks = { do: 'slash', command: 'fact', options: { claim: homicides } } as const;
export const asksPrivately = {
  do: 'slash',
  command: 'fact',
  options: { claim: homicides, private: true },
} as const;
export const asksUnknown = {
  do: 'slash',
  command: 'fact',
  options: { claim: 'Bananas grow in Greenland.' },
} as const;
export const opensForm = { do: 'slash', command: 'fact' } as const;
export const asksAmbiguously = {
  do: 'slash',
  command: 'fact',
  options: { claim: unclearQuestion },
} as const;
export const searches = {
  do: 'slash',
  command: 'fact-search',
  options: { words: 'krasner' },
} as const;
export const opensAnswerSettings = {
  do: 'slash',
  command: 'fact-settings',
  subcommand: 'answers',
  by: 'manager',
} as const;
