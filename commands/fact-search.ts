import type { Command } from '../src/core/bot/command.ts';
import type { OptionValues } from '../src/core/bot/invocation.ts';
import { verdicts } from '../src/core/claims/verdict.ts';
import { claimsPage, claimsPerPage } from '../src/core/reply/claims-page.ts';
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
      max: 10_000,
    },
  ],
  async run(context) {
    const { options, claims, t, keep } = context;
    const verdict = verdicts.find((candidate) => candidate === options.verdict);
    const topic = options.topic === undefined ? undefined : String(options.topic).toLowerCase();
    if (topic !== undefined && !claims.topics.includes(topic)) {
      throw new UserError('search.noSuchTopic', { topic, topics: claims.topics });
    }
    const words = String(options.words ?? '');
    const refs = claims.search({ words, verdict, topic }).map(({ ref }) => ref);
    if (refs.length === 0) {
      return {
        tone: 'neutral',
        title: t('search.none'),
        blocks: [{ kind: 'text', text: t('search.noneText') }],
      };
    }
    const page = Number(options.page ?? 1);
    const pages = Math.ceil(refs.length / claimsPerPage);
    if (page > pages) throw new UserError('search.noSuchPage', { page, pages });
    const answer = await keep({ kind: 'list', refs });
    const shown = claimsPage(refs, { answer, page: page - 1 }, context);
    if (answer !== undefined || page === pages) return shown;
    const next = t('search.next', { command: commandLine(options, page + 1) });
    return { ...shown, blocks: [...shown.blocks, { kind: 'text', text: next }] };
  },
};

/** What to type for another page, where there are no buttons. */
function commandLine({ words, verdict, topic }: OptionValues, page: number): string {
  return [
    '/fact-search',
    ...(words === undefined ? [] : [words]),
    ...(verdict === undefined ? [] : [`verdict:${verdict}`]),
    ...(topic === undefined ? [] : [`topic:${topic}`]),
    `page:${page}`,
  ].join(' ');
}
