import { dayOf } from '../src/core/calendar.ts';
import { type Verdict, verdicts } from '../src/core/claim.ts';
import type { Command } from '../src/core/command.ts';
import type { OptionValues } from '../src/core/invocation.ts';
import { presentVerdict } from '../src/core/present-verdict.ts';
import { joinNames, phrase } from '../src/core/texts.ts';
import { UserError } from '../src/core/user-error.ts';

const claimsPerPage = 5;

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
  visibility: () => 'private',
  async run({ options, library, now, t }) {
    const claims = library.current;
    const { verdict } = options;
    const topic = options.topic === undefined ? undefined : String(options.topic).toLowerCase();
    if (topic !== undefined && !claims.topics.includes(topic)) {
      throw new UserError('search.noSuchTopic', { topic, topics: joinNames(claims.topics) });
    }
    const found = claims.search({
      words: String(options.words ?? ''),
      ...(verdict !== undefined && { verdict: verdict as Verdict }),
      ...(topic !== undefined && { topic }),
    });
    if (found.length === 0) {
      return {
        tone: 'neutral',
        title: t('search.none'),
        blocks: [{ kind: 'text', text: t('search.noneText') }],
      };
    }
    const page = Number(options.page ?? 1);
    const pages = Math.ceil(found.length / claimsPerPage);
    if (page > pages) throw new UserError('search.noSuchPage', { page, pages });
    const shown = found.slice((page - 1) * claimsPerPage, page * claimsPerPage);
    const today = dayOf(now);
    return {
      tone: 'neutral',
      title: t('search.title', { total: found.length }),
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: shown.map((claim) => ({
            text: t('claim.quoted', { claim: claim.claim }),
            detail: `${presentVerdict(claim, today, t)} · ${claim.ref}`,
          })),
          omitted: 0,
        },
        ...(pages > 1
          ? [
              {
                kind: 'text',
                text: [
                  t('search.page', { page, pages }),
                  ...(page < pages
                    ? [t('search.next', { command: commandLine(options, page + 1) })]
                    : []),
                ].join(' '),
              } as const,
            ]
          : []),
      ],
    };
  },
};

function commandLine({ words, verdict, topic }: OptionValues, page: number): string {
  return [
    '/fact-search',
    ...(words === undefined ? [] : [words]),
    ...(verdict === undefined ? [] : [`verdict:${verdict}`]),
    ...(topic === undefined ? [] : [`topic:${topic}`]),
    `page:${page}`,
  ].join(' ');
}
