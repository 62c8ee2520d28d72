import { homicides, homicidesRef, opensForm, searches } from './steps.ts';
import type { SurfaceCase } from './surface-case.ts';

/** The other ways to ask: a form, a search, a name, help, mentions, direct messages and messages that are checked. */
export const askingCases: readonly SurfaceCase[] = [
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
];
