import { describe, expect, test } from 'vitest';
import type { Input } from '../../../src/core/bot/invocation.ts';
import type { AnswerPlan, Plan } from '../../../src/core/bot/plan.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createMatcher as createOurMatcher } from '../../../src/matching/create-matcher.ts';
import type { CreateMatcher } from '../../../src/matching/matcher.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { tellTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { fact } from '../../support/pressing.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

const asker = {
  platform: 'discord',
  user: 'discord:1',
  community: 'discord:2',
  channel: '3',
  locale: 'en',
} as const;

const mention = (text: string): Input => ({ kind: 'text', text, by: 'mention' });

const homicides = 'Philadelphia recorded 562 homicides in 2021.';
const others = 'Philadelphia recorded 8,675,309 homicides in 2021.';
const microwaves = 'Microwaves make food radioactive.';
const page =
  'https://www.fox29.com/news/da-larry-krasner-delivers-apology-after-comments-that-downplayed-crime';

/** Every way in which a question is answered, by what is found for it; most with words that no claim has. */
const questions: readonly (readonly [string | undefined, Input])[] = [
  ['match', mention(homicides)],
  ['match', mention(others)],
  ['partly', mention(`${microwaves} The quokka hid this for years.`)],
  ['several', mention('ferries sink every wombat, bats are blind, and the earth is flat')],
  [
    'several',
    mention(`Bats are blind. The Earth is flat. ${others} It has nine bells, the tower.`),
  ],
  ['ambiguous', mention('the axolotl tower of riverton has nine bells')],
  ['none', mention('The marmot of Vienna whistles in 19 languages.')],
  ['none', mention('hello there ocelot!')],
  ['subject', mention('who is krasner?')],
  ['cited', mention(`zanzibar? ${page}`)],
  ['elsewhere', mention('is this true?')],
  [undefined, mention('help')],
  [undefined, mention('')],
  ['match', fact(others, { private: true })],
  ['match', fact(homicides, { detail: 'full' })],
  ['match', fact('krasner/philly-2021-562-homicides')],
];
const words = ['zanzibar', '8,675,309', 'quokka', 'wombat', 'axolotl', 'marmot', 'ocelot'];

const towers = ['north', 'south'].map((which) =>
  aClaim({
    id: `${which}-tower`,
    ref: `riverton/${which}-tower`,
    claim: `The ${which} tower of Riverton has nine bells.`,
    wordings: [],
  }),
);

/** The two towers are equally near to a text that names an axolotl. */
const createMatcher: CreateMatcher = (statements) => {
  const matcher = createOurMatcher(statements);
  const ranking = towers.map(({ ref }) => ({ id: ref, score: 1 }));
  return {
    ...matcher,
    match(text, options) {
      const match = matcher.match(text, options);
      return text.includes('axolotl')
        ? { ...match, outcome: 'ambiguous', ranking, near: 2 }
        : match;
    },
  };
};

const shipped = await readShipped();
const { bot } = await createTestBot({
  packs: [...shipped, rivertonPack(towers)],
  createMatcher,
  operators: [asker.user],
});

function answering(plan: Plan | undefined): AnswerPlan {
  if (!plan || !('answer' in plan)) throw new Error('there is no answer to be made');
  return plan;
}

/** What a reader sees first, and can do. */
const gist = ({ tone, title, visibility, locale, about = [], actions = [] }: Reply) => ({
  tone,
  title,
  visibility,
  locale,
  about,
  actions: actions.map((action) => (action.kind === 'button' ? action.label : action.choices)),
});

const asKept = ({ outline }: AnswerPlan): unknown => JSON.parse(JSON.stringify(outline));

async function readShipped(): Promise<readonly Pack[]> {
  const reading = await readPacks('data', testDay);
  if (!reading.ok) throw new Error('the shipped packs hold a mistake');
  return reading.packs;
}

describe('an answer that another process planned', () => {
  test.each(questions)(
    'is made again, without words of the asker: %s, %j',
    async (outcome, input) => {
      const planned = answering(await bot.plan({ ...asker, input }));
      expect(planned.outline?.finding?.outcome).toBe(outcome);
      const kept = asKept(planned);
      const first = await planned.answer();
      const again = answering(bot.resume(kept));
      const second = await again.answer();
      expect(again.delivery).toBe(planned.delivery);
      expect(gist(second)).toEqual(gist(first));
      const text = `${JSON.stringify(kept)} ${JSON.stringify(second)}`.toLowerCase();
      expect(words.filter((word) => text.includes(word))).toEqual([]);
      expect(replyToText(second)).not.toMatch(/“”|""/);
    },
  );

  test('by a button is made again, too', async () => {
    const asked = { ...asker, input: fact(others, { private: true }) };
    const { actions = [] } = await answering(await bot.plan(asked)).answer();
    const readable = actions.filter(({ id }) => !id.startsWith('wrong'));
    expect(readable.length).toBeGreaterThan(3);
    for (const { id } of readable) {
      const planned = answering(await bot.plan({ ...asker, input: { kind: 'press', id } }));
      const kept = asKept(planned);
      const again = answering(bot.resume(kept));
      expect(gist(await again.answer())).toEqual(gist(await planned.answer()));
      expect(JSON.stringify(kept)).not.toContain('8,675,309');
    }
  });

  test.each([
    ['a topic', 'towers'],
    ['a page', 'https://towers.example/list'],
  ])(
    'about %s of many claims is kept as what it offers and how many there are',
    async (_, text) => {
      const sources = aClaim().sources.map((source) => ({
        ...source,
        url: 'https://towers.example/list',
      }));
      const many = Array.from({ length: 300 }, (_, at) =>
        aClaim({
          id: `tower-${at}`,
          ref: `riverton/tower-${at}`,
          claim: `Tower number ${at} is old.`,
          wordings: [],
          topics: ['towers'],
          sources,
        }),
      );
      const last = 'riverton/tower-299';
      const { bot } = await createTestBot({ packs: [rivertonPack(many)] });
      for (const _ of [1, 2, 3]) await tellTo(bot, { ...asker, input: mention(last) });
      const planned = answering(await bot.plan({ ...asker, input: mention(text) }));
      const kept = asKept(planned);
      const first = await planned.answer();
      expect(first.title).toContain('300');
      expect(replyToText(first)).toContain(last);
      expect(gist(await answering(bot.resume(kept)).answer())).toEqual(gist(first));
      // Each has a name of its own, and those that nobody is offered need not be kept.
      expect(JSON.stringify(kept).match(/riverton\/tower-\d+/g)).toHaveLength(25);
    },
  );

  test('whose claim is no longer there asks to be asked again', async () => {
    let packs = shipped;
    const { bot, library } = await createTestBot({ packs: () => packs });
    const kept = asKept(answering(await bot.plan({ ...asker, input: mention(homicides) })));
    packs = packs.filter(({ name }) => name !== 'krasner');
    await library.reload('console:local');
    const reply = await answering(bot.resume(kept)).answer();
    expect(replyToText(reply)).toContain('Please ask again');
  });

  test.each([
    { kind: 'command', command: 'fact-search', options: { words: 'quokka' } },
    { kind: 'command', command: 'fact-admin', subcommand: 'undo', options: {} },
    { kind: 'message', text: homicides },
    { kind: 'form', id: 'request.public.0', values: { claim: 'a quokka smiles', consent: true } },
  ] satisfies Input[])(
    'is not made again from words, nor where it changes something: %j',
    async (input) => {
      const planned = answering(await bot.plan({ ...asker, input }));
      expect(planned.outline).toBeUndefined();
    },
  );

  test.each([undefined, null, {}, 'x', { delivery: 'public' }])(
    'is none where %j was kept',
    (kept) => {
      expect(bot.resume(kept)).toBeUndefined();
    },
  );
});
