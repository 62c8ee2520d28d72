import type { Command } from '../src/core/bot/command.ts';
import { listClaims } from '../src/core/bot/list-claims.ts';
import { verdicts } from '../src/core/claims/verdict.ts';
import { phrase } from '../src/core/texts/texts.ts';
import { UserError } from '../src/core/texts/user-error.ts';

/** Lists the claims that hold some words, with filters, a page at a time. */
export const factSearch: Command = {
  name: 'fact-search',
  description: phrase('command.search'),
  options: [
    { name: 'words', description: phrase('command.search.words'), type: 'text', maxLength: 200 },
    {
      name: 'verdict',
      description: phrase('command.search.verdict'),
      type: 'choice',
      choices: verdicts.map((verdict) => ({ name: phrase(`verdict.${verdict}`), value: verdict })),
    },
    {
      name: 'topic',
      description: phrase('command.search.topic'),
      type: 'text',
      maxLength: 64,
      suggest: 'topic',
    },
    {
      name: 'page',
      description: phrase('command.search.page'),
      type: 'number',
      min: 1,
      max: 100_000,
    },
  ],
  async run(context) {
    const { options, claims } = context;
    const verdict = verdicts.find((candidate) => candidate === options.verdict);
    const topic = options.topic === undefined ? undefined : String(options.topic).toLowerCase();
    if (topic !== undefined && !claims.topics().includes(topic)) {
      throw new UserError('search.noSuchTopic', { topic, topics: claims.topics() });
    }
    const words = String(options.words ?? '');
    return listClaims({ words, verdict, topic }, Number(options.page ?? 1), context);
  },
};
