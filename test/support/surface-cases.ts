import type { OptionValue } from '../../src/core/bot/invocation.ts';
import { unclearQuestion } from './surface-bot.ts';

/** Who does something. Everybody is in the same channel; the manager manages the server or workspace. */
export type Person = 'asker' | 'other' | 'manager';

/** What somebody does, in words that both platforms have. Labels are those that people see; their beginning is enough. */
export type Step = { readonly by?: Person } & (
  | {
      readonly do: 'slash';
      readonly command: string;
      readonly subcommand?: string;
      readonly options?: Readonly<Record<string, OptionValue>>;
    }
  | { readonly do: 'mention'; readonly text: string }
  | { readonly do: 'dm'; readonly text: string }
  /** "Check this message", on a message that somebody else wrote in the channel. */
  | { readonly do: 'check'; readonly text: string }
  /** Presses a button of what was last seen. */
  | { readonly do: 'press'; readonly label: string }
  /** Chooses in the select of what was last seen. */
  | { readonly do: 'choose'; readonly label: string }
  /** Fills in the form that is open and sends it; by the label of the field: text, a choice's label, or a tick. */
  | { readonly do: 'submit'; readonly values: Readonly<Record<string, string | boolean>> }
);

/** What is seen after the last step. */
export interface Seen {
  /** Everything that can be read: title, texts, lists; for a form its title and the labels of its fields. */
  readonly text: string;
  /** Labels of the buttons and of the choices in selects, in the order shown. */
  readonly actions: readonly string[];
  /** `form`: a form was opened; `nothing`: the bot kept silent. */
  readonly visibility: 'public' | 'private' | 'form' | 'nothing';
  /** Whether it took the place of the message whose button was pressed. */
  readonly replaced: boolean;
}

/** A platform as the table plays it: a fresh bot from `createSurfaceBot`, and its people. */
export interface SurfaceDriver {
  /** Does it and resolves with what is then seen. */
  play(step: Step): Promise<Seen>;
  stop(): Promise<void>;
}

export interface SurfaceCase {
  readonly name: string;
  readonly steps: readonly Step[];
  /** All of these are in the text. */
  readonly sees: readonly string[];
  /** None of these is. */
  readonly lacks?: readonly string[];
  /** All the actions, in their order; a beginning of the label is enough. */
  readonly actions?: readonly string[];
  readonly visibility: Seen['visibility'];
  readonly replaced?: boolean;
}

const homicides = 'Philadelphia recorded 562 homicides in 2021.';
const homicidesRef = 'krasner/philly-2021-562-homicides';

const asks = { do: 'slash', command: 'fact', options: { claim: homicides } } as const;
const asksPrivately = {
  do: 'slash',
  command: 'fact',
  options: { claim: homicides, private: true },
} as const;
const asksUnknown = {
  do: 'slash',
  command: 'fact',
  options: { claim: 'Bananas grow in Greenland.' },
} as const;
const opensForm = { do: 'slash', command: 'fact' } as const;
const asksAmbiguously = {
  do: 'slash',
  command: 'fact',
  options: { claim: unclearQuestion },
} as const;
const searches = { do: 'slash', command: 'fact-search', options: { words: 'krasner' } } as const;
const opensAnswerSettings = {
  do: 'slash',
  command: 'fact-settings',
  subcommand: 'answers',
  by: 'manager',
} as const;

/** The same steps on every platform, and the same words seen. */
export const surfaceCases: readonly SurfaceCase[] = [
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
  {
    name: 'a command without a claim opens a form',
    steps: [opensForm],
    sees: [
      'Look up a claim',
      'The claim as you heard it',
      'Only claims about this topic',
      'Who sees the answer',
    ],
    visibility: 'form',
  },
  {
    name: 'the form sent off is answered for all',
    steps: [opensForm, { do: 'submit', values: { 'The claim as you heard it': homicides } }],
    sees: [homicides, 'and 9 more'],
    visibility: 'public',
  },
  {
    name: 'or to the asker only, as it says',
    steps: [
      opensForm,
      {
        do: 'submit',
        values: { 'The claim as you heard it': homicides, 'Who sees the answer': 'Only me' },
      },
    ],
    sees: [homicides, 'and 9 more'],
    visibility: 'private',
  },
  {
    name: 'a search lists claims with their verdicts',
    steps: [searches],
    sees: ['claims found', 'Page 1 of'],
    actions: ['“', '“', '“', '“', '“', 'Next page'],
    visibility: 'private',
  },
  {
    name: 'its pages are turned in place',
    steps: [searches, { do: 'press', label: 'Next page' }],
    sees: ['claims found', 'Page 2 of'],
    actions: ['“', '“', '“', '“', '“', 'Previous page', 'Next page'],
    visibility: 'private',
    replaced: true,
  },
  {
    name: 'a claim that a search found can be opened beside it',
    steps: [
      { do: 'slash', command: 'fact-search', options: { words: '562 homicides' } },
      { do: 'choose', label: `“${homicides}”` },
    ],
    sees: ['✓ True', homicides, 'and 9 more'],
    visibility: 'private',
    replaced: false,
  },
  {
    name: 'a name alone gets what is on record about it',
    steps: [{ do: 'mention', text: 'who is George Soros?' }],
    sees: ['checked claims about “George Soros”'],
    actions: ['“', '“', '“', '“'],
    visibility: 'public',
  },
  {
    name: 'whose claims everybody can open for themselves',
    steps: [
      { do: 'slash', command: 'fact', options: { claim: 'soros' } },
      { do: 'choose', label: '“In 2017 George Soros spent more', by: 'other' },
    ],
    sees: ['more than five times as much'],
    visibility: 'private',
    replaced: false,
  },
  {
    name: 'a question about a message that the bot can’t see is told how to show it',
    steps: [{ do: 'mention', text: 'is this true?' }],
    sees: ['I can’t see other messages', '“Check this message”'],
    lacks: ['No record'],
    actions: [],
    visibility: 'public',
  },
  {
    name: 'a search for words that no claim has says so',
    steps: [{ do: 'slash', command: 'fact-search', options: { words: 'xylophone' } }],
    sees: ['No claim found'],
    actions: [],
    visibility: 'private',
  },
  {
    name: 'help tells how to ask',
    steps: [{ do: 'slash', command: 'fact-help' }],
    sees: [
      'Ask me about a claim',
      'For example',
      'can you see the great wall from space?',
      'did soros give krasner 1.45 million?',
      'Check this message',
      'Privacy',
    ],
    visibility: 'private',
  },
  {
    name: 'a mention is answered for all',
    steps: [{ do: 'mention', text: homicides }],
    sees: [homicides],
    actions: ['Read more', 'Sources with quotes', 'Why this answer', 'Wrong match'],
    visibility: 'public',
  },
  {
    name: 'a mention of what nobody checked is answered where it was made',
    steps: [{ do: 'mention', text: 'Bananas grow in Greenland.' }],
    sees: ['No record'],
    visibility: 'public',
  },
  {
    name: 'a mention without words gets help',
    steps: [{ do: 'mention', text: '' }],
    sees: ['Ask me about a claim'],
    visibility: 'public',
  },
  {
    name: 'a direct message is answered',
    steps: [{ do: 'dm', text: homicides }],
    sees: [homicides, 'and 9 more'],
    visibility: 'public',
  },
  {
    name: 'a message that is checked gets its claims and what is on no record, for the asker only',
    steps: [
      {
        do: 'check',
        text: `${homicides} Larry Krasner fired 31 prosecutors in his first week. Bananas grow in Greenland.`,
      },
    ],
    sees: [
      '2 checked claims in this message',
      homicidesRef,
      'krasner/fired-31-prosecutors-first-week',
      'which does not mean that they are true',
      'Bananas grow in Greenland.',
    ],
    actions: ['“', '“'],
    visibility: 'private',
  },
  {
    name: 'a claim found in a message can be read in its place',
    steps: [
      { do: 'check', text: `${homicides} Bananas grow in Greenland.` },
      { do: 'choose', label: `“${homicides}”` },
    ],
    sees: ['and 9 more', homicides],
    visibility: 'private',
    replaced: true,
  },
  {
    name: 'a message that says nothing checkable is said to be that',
    steps: [{ do: 'check', text: 'Good morning! 🎉' }],
    sees: ['No checked claim in this message'],
    visibility: 'private',
  },
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
