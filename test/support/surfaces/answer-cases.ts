import {
  asks,
  asksAmbiguously,
  asksPrivately,
  asksUnknown,
  homicides,
  homicidesRef,
} from './steps.ts';
import type { SurfaceCase } from './surface-case.ts';

/** What is answered to a claim, where nothing is on record, and where several are meant. */
export const answerCases: readonly SurfaceCase[] = [
  {
    name: 'a claim that was checked is answered for all, with what can be done next',
    steps: [asks],
    sees: ['True', homicides, 'Checked 22 Nov 2026 (', 'The Philadelphia Inquirer', 'and 9 more'],
    lacks: [homicidesRef],
    actions: ['Read more', 'Sources with quotes', 'Why this answer', 'Wrong match'],
    visibility: 'public',
  },
  {
    name: 'asked privately, it is answered to the asker, who can share it',
    steps: [asksPrivately],
    sees: [homicides],
    actions: [
      'Read more',
      'Sources with quotes',
      'Why this answer',
      'Share to channel',
      'Wrong match',
    ],
    visibility: 'private',
  },
  {
    name: 'what nobody checked is said, to the asker, to be on no record, without a verdict',
    steps: [asksUnknown],
    sees: ['No record', 'That says nothing about whether it is true.'],
    actions: ['Ask for a check'],
    visibility: 'private',
  },
  {
    name: 'a check is asked for in a form that shows what would be kept',
    steps: [asksUnknown, { do: 'press', label: 'Ask for a check' }],
    sees: ['Ask for a check', 'The claim to check', 'Where I tell you', 'Keep this until'],
    visibility: 'form',
  },
  {
    name: 'a check is asked for with the claim as it was asked, where the tick is set',
    steps: [
      asksUnknown,
      { do: 'press', label: 'Ask for a check' },
      { do: 'submit', values: { 'Keep this until I have been told': true } },
    ],
    sees: ['Your request is kept', 'Nobody else waits for this', 'in a direct message, once'],
    visibility: 'private',
  },
  {
    name: 'a check is not asked for without the tick',
    steps: [
      asksUnknown,
      { do: 'press', label: 'Ask for a check' },
      { do: 'submit', values: { 'The claim to check': 'Bananas grow in Iceland.' } },
    ],
    sees: ['Nothing was kept', 'The box was not ticked.'],
    visibility: 'private',
  },
  {
    name: 'a text that could mean several claims gets them to choose from',
    steps: [asksAmbiguously],
    sees: ['Which of these do you mean?'],
    actions: ['“', '“', 'None of these'],
    visibility: 'public',
  },
  {
    name: 'the claim chosen takes the place of the question',
    steps: [asksAmbiguously, { do: 'choose', label: '“In 2017 George Soros spent more' }],
    sees: ['more than five times as much'],
    lacks: ['Which of these do you mean?'],
    visibility: 'public',
    replaced: true,
  },
  {
    name: 'none of the choices is no record',
    steps: [asksAmbiguously, { do: 'choose', label: 'None of these' }],
    sees: ['No record'],
    lacks: ['Which of these do you mean?'],
    visibility: 'public',
    replaced: true,
  },
  {
    name: 'nobody else can choose for the asker',
    steps: [asksAmbiguously, { do: 'choose', label: 'None of these', by: 'other' }],
    sees: ['Only the person who asked can use this.'],
    visibility: 'private',
    replaced: false,
  },
];
