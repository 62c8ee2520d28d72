import type { CommandInput, TextInput } from '../../src/core/invocation.ts';

/** One exchange to take a picture of. */
export interface Case {
  readonly name: string;
  readonly input: TextInput | CommandInput;
  /** Part of the reply's title: a picture of another answer than its name says is refused. */
  readonly title: string;
  /** Also taken as a phone shows it. */
  readonly phone?: boolean;
}

export const cases: readonly Case[] = [
  {
    name: 'match',
    input: asked('did soros give krasner 1.45 million?'),
    title: 'Mostly true',
    phone: true,
  },
  { name: 'opinion', input: asked('is krasner anti-police?'), title: 'Opinion, not rated' },
  {
    name: 'draft',
    input: asked('did krasner compare federal officers to nazis in 2020?'),
    title: 'Check under way',
  },
  { name: 'ambiguous', input: asked('krasner cash bail'), title: 'Which of these do you mean?' },
  { name: 'no-record', input: asked('what is the capital of France'), title: 'No record' },
  {
    name: 'help',
    input: { kind: 'command', command: 'fact-help', options: {} },
    title: 'Ask me about a claim',
  },
];

/** What the asker sees of their own message, after the mention. */
export function inputToTyped(input: TextInput | CommandInput): string {
  if (input.kind === 'text') return input.text;
  return `/${[input.command, ...(input.subcommand ? [input.subcommand] : [])].join(' ')}`;
}

function asked(text: string): TextInput {
  return { kind: 'text', text, by: 'mention' };
}
