import { dayOf } from '../src/core/calendar.ts';
import { type Verdict, verdicts } from '../src/core/claim.ts';
import type { Command } from '../src/core/command.ts';
import type { OptionValues } from '../src/core/invocation.ts';
import { presentVerdict } from '../src/core/present-verdict.ts';
import { texts } from '../src/core/texts.ts';
import { UserError } from '../src/core/user-error.ts';

const claimsPerPage = 5;

/** Lists the claims that hold some words, with filters, a page at a time. */
export const factSearch: Command = {
  name: 'fact-search',
  description: texts.commands.search.description,
  options: [
    { name: 'words', description: texts.commands.search.words, type: 'text', maxLength: 200 },
    {
      name: 'verdict',
      description: texts.commands.search.verdict,
      type: 'choice',
      choices: verdicts.map((verdict) => ({ name: texts.verdicts[verdict], value: verdict })),
    },
    {
      name: 'topic',
      description: texts.commands.search.topic,
      type: 'text',
      maxLength: 64,
      suggest: 'topic',
    },
    { name: 'page', description: texts.commands.search.page, type: 'number', min: 1, max: 10_000 },
  ],
  visibility: () => 'private',
  async run({ options, library, now }) {
    const claims = library.current;
    const { verdict } = options;
    const topic = options.topic === undefined ? undefined : String(options.topic).toLowerCase();
    if (topic !== undefined && !claims.topics.includes(topic)) {
      throw new UserError(texts.search.noSuchTopic(topic, claims.topics));
    }
    const found = claims.search({
      words: String(options.words ?? ''),
      ...(verdict !== undefined && { verdict: verdict as Verdict }),
      ...(topic !== undefined && { topic }),
    });
    if (found.length === 0) {
      return {
        tone: 'neutral',
        title: texts.search.none,
        blocks: [{ kind: 'text', text: texts.search.noneText }],
      };
    }
    const page = Number(options.page ?? 1);
    const pages = Math.ceil(found.length / claimsPerPage);
    if (page > pages) throw new UserError(texts.search.noSuchPage(page, pages));
    const shown = found.slice((page - 1) * claimsPerPage, page * claimsPerPage);
    const today = dayOf(now);
    return {
      tone: 'neutral',
      title: texts.search.title(found.length),
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: shown.map((claim) => ({
            text: texts.claim.quoted(claim.claim),
            detail: `${presentVerdict(claim, today)} · ${claim.ref}`,
          })),
          omitted: 0,
        },
        ...(pages > 1
          ? [
              {
                kind: 'text',
                text: [
                  texts.search.page(page, pages),
                  ...(page < pages ? [texts.search.next(commandLine(options, page + 1))] : []),
                ].join('. '),
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
