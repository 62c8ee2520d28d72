import { asks, homicides, opensAnswerSettings } from './steps.ts';
import type { SurfaceCase } from './surface-case.ts';

/** What those who manage a community decide, and what is refused. */
export const communityCases: readonly SurfaceCase[] = [
  {
    name: 'the settings are shown to people who manage the community',
    steps: [{ do: 'slash', command: 'fact-settings', subcommand: 'status', by: 'manager' }],
    sees: ['Settings of this community', 'Balanced', 'not chosen'],
    visibility: 'private',
  },
  {
    name: 'and refused to others',
    steps: [{ do: 'slash', command: 'fact-settings', subcommand: 'status' }],
    sees: ['Only for people who manage this community'],
    visibility: 'private',
  },
  {
    name: 'the settings are changed in a form',
    steps: [opensAnswerSettings],
    sees: [
      'Where and how I answer',
      'Who sees answers to /fact',
      'Channels for public answers',
      'Answer mentions',
    ],
    visibility: 'form',
  },
  {
    name: 'whose form is refused to others',
    steps: [{ do: 'slash', command: 'fact-settings', subcommand: 'answers' }],
    sees: ['Only for people who manage this community'],
    visibility: 'private',
  },
  {
    name: 'a change of the settings is confirmed',
    steps: [
      opensAnswerSettings,
      { do: 'submit', values: { 'Answer mentions': false }, by: 'manager' },
    ],
    sees: ['Settings saved', 'off'],
    visibility: 'private',
  },
  {
    name: 'where answers are private, a command is answered privately',
    steps: [
      opensAnswerSettings,
      {
        do: 'submit',
        values: { 'Who sees answers to /fact': 'Only the asker, unless asked publicly' },
        by: 'manager',
      },
      asks,
    ],
    sees: [homicides, 'and 9 more'],
    visibility: 'private',
  },
  {
    name: 'where mentions are off, they are not answered',
    steps: [
      opensAnswerSettings,
      { do: 'submit', values: { 'Answer mentions': false }, by: 'manager' },
      { do: 'mention', text: homicides },
    ],
    sees: [],
    visibility: 'nothing',
  },
  {
    name: 'a claim that was answered in the channel a moment ago is told to the next asker only',
    steps: [asks, { ...asks, by: 'other' }],
    sees: [homicides, 'This claim was answered in this channel a moment ago'],
    visibility: 'private',
  },
  {
    name: 'the operators’ commands are refused to others',
    steps: [{ do: 'slash', command: 'fact-admin', subcommand: 'status' }],
    sees: ['Only for the people who run this bot'],
    visibility: 'private',
  },
];
