import { asks, asksPrivately, homicides, homicidesRef, opensAnswerSettings } from './steps.ts';
import type { SurfaceCase } from './surface-case.ts';

/** What can be done under an answer: reading on, sharing, reporting a wrong match. */
export const buttonCases: readonly SurfaceCase[] = [
  {
    name: 'everybody can read on, for themselves',
    steps: [asks, { do: 'press', label: 'Read more', by: 'other' }],
    sees: ['More about this check', 'What else to know', 'How it was checked', homicidesRef],
    visibility: 'private',
  },
  {
    name: 'an answer shows the whole record to who asks for it',
    steps: [{ ...asks, options: { ...asks.options, detail: 'full' } }],
    sees: ['✓ True', 'What else to know', 'How it was checked', homicidesRef],
    visibility: 'public',
  },
  {
    name: 'or to all, where the community decided so',
    steps: [
      opensAnswerSettings,
      {
        do: 'submit',
        values: { 'How much an answer shows': 'Full: summary, context and all sources' },
        by: 'manager',
      },
      asks,
    ],
    sees: ['✓ True', 'What else to know', homicidesRef],
    visibility: 'public',
  },
  {
    name: 'but not in a direct message',
    steps: [
      opensAnswerSettings,
      {
        do: 'submit',
        values: { 'How much an answer shows': 'Full: summary, context and all sources' },
        by: 'manager',
      },
      { do: 'dm', text: homicides },
    ],
    sees: ['✓ True', 'and 9 more'],
    lacks: ['What else to know'],
    visibility: 'public',
  },
  {
    name: 'everybody can read the sources of a public answer with their quotes',
    steps: [asks, { do: 'press', label: 'Sources with quotes', by: 'other' }],
    sees: ['Sources', 'The Philadelphia Inquirer', 'Page 1 of 3'],
    actions: ['Next page'],
    visibility: 'private',
  },
  {
    name: 'pages of sources are turned in place, and numbered on',
    steps: [
      asks,
      { do: 'press', label: 'Sources with quotes' },
      { do: 'press', label: 'Next page' },
    ],
    sees: ['Page 2 of 3', '6. '],
    actions: ['Previous page', 'Next page'],
    visibility: 'private',
    replaced: true,
  },
  {
    name: 'why an answer was given says which words matched and how sure it is',
    steps: [asks, { do: 'press', label: 'Why this answer' }],
    sees: ['Why this answer', 'homicides', '562', '%'],
    visibility: 'private',
  },
  {
    name: 'a private answer is shared as a message for all, in the name of the asker',
    steps: [asksPrivately, { do: 'press', label: 'Share to channel' }],
    sees: ['Shared by @', homicides],
    actions: ['Read more', 'Sources with quotes'],
    visibility: 'public',
  },
  {
    name: 'a shared answer about another claim than the one asked about says so to all',
    steps: [
      {
        do: 'slash',
        command: 'fact',
        options: { claim: 'philly 362 homicides in 2021', private: true },
      },
      { do: 'press', label: 'Share to channel' },
    ],
    sees: [
      'Shared by @',
      'Not the same claim',
      'You asked about “362”. The checked claim says “562”.',
      'Verdict on the checked claim',
      homicides,
    ],
    visibility: 'public',
  },
  {
    name: 'somebody else’s private answer can’t be shared',
    steps: [asksPrivately, { do: 'press', label: 'Share to channel', by: 'other' }],
    sees: ['Only the person who asked can use this.'],
    visibility: 'private',
  },
  {
    name: 'a wrong match opens a form that asks before it keeps a text',
    steps: [asks, { do: 'press', label: 'Wrong match' }],
    sees: ['Wrong match', 'What did you ask?', 'Keep my text for this'],
    visibility: 'form',
  },
  {
    name: 'a wrong match is reported with the text where the tick is set',
    steps: [
      asks,
      { do: 'press', label: 'Wrong match' },
      {
        do: 'submit',
        values: { 'What did you ask?': 'homicides in 2020', 'Keep my text for this': true },
      },
    ],
    sees: ['Thank you', 'The report and your text are kept'],
    visibility: 'private',
  },
  {
    name: 'a wrong match is reported without the text where it is not',
    steps: [
      asks,
      { do: 'press', label: 'Wrong match' },
      { do: 'submit', values: { 'What did you ask?': 'homicides in 2020' } },
    ],
    sees: ['Thank you', 'The report is kept, without your text'],
    visibility: 'private',
  },
];
