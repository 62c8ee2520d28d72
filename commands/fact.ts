import { dayOf } from '../src/core/calendar.ts';
import type { Command } from '../src/core/command.ts';
import { presentLookup } from '../src/core/present-lookup.ts';
import { phrase } from '../src/core/texts.ts';

/** Looks up a claim in free words, or by its id. */
export const fact: Command = {
  name: 'fact',
  description: phrase('command.fact'),
  options: [
    {
      name: 'claim',
      description: phrase('command.fact.claim'),
      type: 'text',
      maxLength: 6000,
      required: true,
      suggest: 'claim',
    },
    { name: 'private', description: phrase('command.fact.private'), type: 'flag' },
  ],
  visibility: (options) => (options.private === true ? 'private' : 'public'),
  async run({ options, library, now, t }) {
    return presentLookup(library.current.lookup(String(options.claim)), dayOf(now), t);
  },
};
