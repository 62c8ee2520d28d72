import type { Suggested } from '../../src/core/bot/command.ts';
import type { CommandInput, FormValues } from '../../src/core/bot/invocation.ts';
import type { Settings } from '../../src/core/ports/settings.ts';
import { unclearQuestion } from '../../test/support/surface-bot.ts';

/** What somebody does before a picture is taken. Labels are those that people see; their beginning is enough. */
export type Step =
  | ({ readonly do: 'command' } & Omit<CommandInput, 'kind' | 'options'> &
      Partial<Pick<CommandInput, 'options'>>)
  | { readonly do: 'mention'; readonly text: string }
  /** "Check this message", on a message of somebody else's. */
  | { readonly do: 'check'; readonly text: string }
  | { readonly do: 'press'; readonly label: string }
  /** Sends off the form that is open. */
  | { readonly do: 'submit'; readonly values: FormValues }
  /** Types into what makes suggestions: the command's option on Discord, the form that is open on Slack. */
  | { readonly do: 'type'; readonly text: string; readonly suggest?: Suggested }
  /** Opens the home page. */
  | { readonly do: 'home' }
  /** An editor slips, in two files. */
  | { readonly do: 'spoil-packs' }
  /** A claim was put right: of its answers in channels, one waits, one is edited, one can't be, and one is gone. */
  | { readonly do: 'correct-answers' };

export type Surface = 'discord' | 'slack' | 'terminal';

/** What to take a picture of: what is seen after the last step. */
export interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Part of the title: a picture of something else than its name says is refused. */
  readonly title: string;
  readonly on: readonly Surface[];
  /** Also taken as a phone shows it. */
  readonly phone?: boolean;
  readonly locale?: string;
  /** What the community decided before, besides its channels, which have other ids on every platform. */
  readonly settings?: Partial<Omit<Settings, 'channels'>>;
  /** Packs beside the shipped ones: those of `docs/examples/`, or a great many. */
  readonly packs?: 'examples' | 'many';
}

const everywhere = ['discord', 'slack', 'terminal'] as const;
const inChats = ['discord', 'slack'] as const;

const question = 'can you see the great wall from space?';
const asks = { do: 'mention', text: question } as const;
const asksNew = { do: 'mention', text: 'The harbour seals of Riverton sing at night.' } as const;
const opensForm = { do: 'command', command: 'fact' } as const;

export const cases: readonly Case[] = [
  { name: 'match', steps: [asks], title: 'Mostly false', on: everywhere, phone: true },
  {
    name: 'more',
    steps: [asks, { do: 'press', label: 'Read more' }],
    title: 'More about this check',
    on: inChats,
  },
  {
    name: 'private',
    steps: [
      {
        do: 'command',
        command: 'fact',
        options: { claim: 'krasner fired 31 prosecutors in his first week', private: true },
      },
    ],
    title: 'Mostly true',
    on: inChats,
  },
  {
    name: 'shared',
    steps: [
      {
        do: 'command',
        command: 'fact',
        options: { claim: 'krasner fired 31 prosecutors in his first week', private: true },
      },
      { do: 'press', label: 'Share to channel' },
    ],
    title: 'Mostly true',
    on: inChats,
  },
  {
    name: 'different',
    steps: [{ do: 'mention', text: 'krasner never fired 31 prosecutors in his first week' }],
    title: 'Not the same claim',
    on: everywhere,
  },
  {
    name: 'ambiguous',
    steps: [{ do: 'mention', text: unclearQuestion }],
    title: 'Which of these do you mean?',
    on: everywhere,
  },
  {
    name: 'not-sure',
    steps: [{ do: 'mention', text: 'does krasner have a law firm that goes to civil court?' }],
    title: 'I could not match this for sure',
    on: everywhere,
  },
  {
    name: 'name',
    steps: [{ do: 'mention', text: 'who is George Soros?' }],
    title: 'about “George Soros”',
    on: inChats,
  },
  {
    name: 'elsewhere',
    steps: [{ do: 'mention', text: 'is this true?' }],
    title: 'I can’t see other messages',
    on: inChats,
  },
  {
    name: 'opinion',
    steps: [{ do: 'mention', text: 'is krasner anti-police?' }],
    title: 'Opinion, not rated',
    on: inChats,
  },
  {
    name: 'draft',
    steps: [{ do: 'mention', text: 'did krasner compare federal officers to nazis in 2020?' }],
    title: 'Check under way',
    on: inChats,
  },
  {
    name: 'spanish',
    steps: [{ do: 'command', command: 'fact', options: { claim: question } }],
    title: 'Mayormente',
    on: inChats,
    locale: 'es-ES',
  },
  {
    name: 'sources',
    steps: [asks, { do: 'press', label: 'Sources with quotes' }],
    title: 'Sources',
    on: inChats,
  },
  {
    name: 'why',
    steps: [asks, { do: 'press', label: 'Why this answer' }],
    title: 'Why this answer',
    on: inChats,
  },
  {
    name: 'wrong-match',
    steps: [asks, { do: 'press', label: 'Wrong match' }],
    title: 'Wrong match',
    on: inChats,
  },
  { name: 'form', steps: [opensForm], title: 'Look up a claim', on: inChats },
  {
    name: 'suggestions',
    steps: [opensForm, { do: 'type', text: 'fired' }],
    title: '',
    on: inChats,
  },
  {
    name: 'check',
    steps: [
      {
        do: 'check',
        text: 'Philadelphia recorded 562 homicides in 2021. And Krasner never fired 31 prosecutors in his first week! The new library opens at nine on Sundays.',
      },
    ],
    title: 'in this message',
    on: inChats,
  },
  {
    name: 'search',
    steps: [{ do: 'command', command: 'fact-search', options: { words: 'krasner' } }],
    title: 'found',
    on: everywhere,
  },
  {
    name: 'help',
    steps: [{ do: 'command', command: 'fact-help' }],
    title: 'Ask me about a claim',
    on: everywhere,
  },
  { name: 'home', steps: [{ do: 'home' }], title: 'Ask me about a claim', on: ['slack'] },
  {
    name: 'settings-answers',
    steps: [{ do: 'command', command: 'fact-settings', subcommand: 'answers' }],
    title: 'Where and how I answer',
    on: inChats,
    settings: {},
  },
  {
    name: 'settings-claims',
    steps: [{ do: 'command', command: 'fact-settings', subcommand: 'claims' }],
    title: 'What I answer from',
    on: inChats,
    settings: { packs: ['krasner'] },
  },
  {
    name: 'settings-status',
    steps: [{ do: 'command', command: 'fact-settings', subcommand: 'status' }],
    title: 'Settings of this community',
    on: inChats,
    settings: { strictness: 'strict' },
  },
  {
    name: 'settings-packs',
    steps: [
      { do: 'command', command: 'fact-settings', subcommand: 'claims' },
      { do: 'type', text: 'town 1', suggest: 'pack' },
    ],
    title: 'What I answer from',
    on: inChats,
    settings: { packs: ['town-3', 'krasner'] },
    packs: 'many',
  },
  {
    name: 'imported',
    steps: [{ do: 'mention', text: 'was the lighthouse of Riverton sold to a hotel?' }],
    title: 'Coast Check',
    on: everywhere,
    packs: 'examples',
  },
  {
    name: 'history',
    steps: [
      {
        do: 'command',
        command: 'fact-history',
        options: { claim: 'misconceptions/microwaves-make-food-radioactive' },
      },
    ],
    title: 'History',
    on: inChats,
  },
  {
    name: 'status',
    steps: [{ do: 'command', command: 'fact-admin', subcommand: 'status' }],
    title: 'Status',
    on: inChats,
    packs: 'examples',
  },
  {
    name: 'verify',
    steps: [
      {
        do: 'command',
        command: 'fact-admin',
        subcommand: 'verify',
        options: { claim: 'misconceptions/microwaves-make-food-radioactive' },
      },
    ],
    title: 'Look at this check again',
    on: inChats,
  },
  {
    name: 'draft-form',
    steps: [
      {
        do: 'command',
        command: 'fact-admin',
        subcommand: 'draft',
        options: { pack: 'misconceptions' },
      },
    ],
    title: 'Draft a claim',
    on: inChats,
  },
  {
    name: 'ask-for-a-check',
    steps: [asksNew, { do: 'press', label: 'Ask for a check' }],
    title: 'Ask for a check',
    on: inChats,
  },
  {
    name: 'requests',
    steps: [
      asksNew,
      { do: 'press', label: 'Ask for a check' },
      { do: 'submit', values: { claim: asksNew.text, reach: 'direct', consent: true } },
      { do: 'command', command: 'fact-admin', subcommand: 'requests' },
    ],
    title: 'waits',
    on: inChats,
  },
  {
    name: 'corrections',
    steps: [
      { do: 'correct-answers' },
      { do: 'command', command: 'fact-admin', subcommand: 'corrections' },
    ],
    title: 'Corrections',
    on: inChats,
  },
  {
    name: 'reload',
    steps: [{ do: 'spoil-packs' }, { do: 'command', command: 'fact-admin', subcommand: 'reload' }],
    title: 'Reload failed',
    on: everywhere,
  },
];
