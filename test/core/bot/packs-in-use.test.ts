import { describe, expect, test } from 'vitest';
import type { Input, Invocation, OptionValues } from '../../../src/core/bot/invocation.ts';
import type { Plan } from '../../../src/core/bot/plan.ts';
import type { Claim } from '../../../src/core/claims/claim.ts';
import type { UserKey } from '../../../src/core/keys.ts';
import type { Form } from '../../../src/core/reply/form.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack, says } from '../../support/test-bot.ts';

/** Every text of it says so: what is shown of a pack that a community switched off names it. */
const hushed = (id: string): Claim =>
  aClaim({
    id: `hushed-${id}`,
    ref: `hushed/hushed-${id}`,
    claim: `The hushed ${id} was dug in 1901.`,
    wordings: [`the hushed ${id} is from 1901`],
    topics: ['hushed'],
  });

const community = 'slack:T1';
const asker: Omit<Invocation, 'input'> = {
  platform: 'slack',
  user: 'slack:U1',
  community,
  channel: 'C1',
};

async function botWithHushedPack() {
  const riverton = rivertonPack([aClaim({ topics: ['bridges'] })]);
  const claims = ['tunnel', 'well', 'cellar', 'mine', 'quarry', 'shaft', 'crypt'].map(hushed);
  const pack = {
    ...riverton,
    name: 'hushed',
    title: 'Hushed facts',
    maintainer: 'The hushed desk',
    corrections: 'Write to hushed.example.',
    claims,
  };
  // Operators know no limit, and see what everybody sees.
  const { bot, state } = await createTestBot({ packs: [riverton, pack], operators: ['slack:U1'] });
  const ask = (input: Input) => bot.plan({ ...asker, input }).then(outcome);
  return {
    bot,
    ask,
    switchOff: () => state.communities.change(community, 'slack:U7', { packs: ['riverton'] }),
  };
}

async function outcome(plan: Plan): Promise<Reply | Form | undefined> {
  if ('form' in plan) return plan.form();
  return 'answer' in plan ? plan.answer() : undefined;
}

/** What the asker typed is theirs, and shown back. */
const shownOf = (reply: unknown, typed = ''): string =>
  JSON.stringify(reply).replaceAll(typed || '\0', '');

const command = (name: string, options: OptionValues = {}): Input => ({
  kind: 'command',
  command: name,
  options,
});

const asked = [
  'the hushed tunnel was dug in 1901',
  'the hushed tunnel was dug in 1902',
  'hushed',
  'hushed-tunnel',
  'hushed/hushed-tunnel',
  'hushed tunnel or hushed well',
];

describe('of a pack that a community switched off, its members see nothing', () => {
  test.each<[string, Input, string?]>([
    ...asked.flatMap((text): [string, Input, string][] => [
      [`to “${text}”`, command('fact', { claim: text }), text],
      [`to “${text}” in a mention`, { kind: 'text', by: 'mention', text }, text],
      [`in the search for “${text}”`, command('fact-search', { words: text }), text],
      [`of the topic “${text}”`, command('fact-search', { topic: text }), text],
      [`in a message with “${text}”`, { kind: 'message', text: `${text}.` }, text],
      [
        `in the form with the topic “${text}”`,
        { kind: 'form', id: 'fact', values: { claim: 'bridge', topic: text } },
        text,
      ],
    ]),
    ['in help', command('fact-help')],
    ['in the whole list', command('fact-search')],
    ['of a topic that is none', command('fact-search', { topic: 'cheese' })],
    ['of a verdict', command('fact-search', { verdict: 'true' })],
    ['in the form to ask with', command('fact')],
    ['from a command that is none', command('fact-hush')],
  ])('%s', async (_, input, typed) => {
    const { ask, switchOff } = await botWithHushedPack();
    await switchOff();
    expect(shownOf(await ask(input), typed)).not.toMatch(/hushed/i);
  });

  test('on the home page, nor while they type', async () => {
    const { bot, switchOff } = await botWithHushedPack();
    const limits = { count: 25, labelLength: 100, valueLength: 100 };
    const seen = async () =>
      JSON.stringify([
        await bot.home({ user: 'slack:U1', community }),
        ...(await Promise.all(
          ['', 'hushed', 'tunnel', 'h'].flatMap((typed) =>
            (['claim', 'topic'] as const).map((suggest) =>
              bot.suggest({ suggest, typed, user: 'slack:U1', community }, limits),
            ),
          ),
        )),
      ]);
    expect(await seen()).toMatch(/hushed/i);
    await switchOff();
    expect(await seen()).not.toMatch(/hushed/i);
  });

  test('where packs are chosen, but for who may choose them', async () => {
    const { bot, switchOff } = await botWithHushedPack();
    await switchOff();
    const limits = { count: 25, labelLength: 100, valueLength: 100 };
    const offered = async (user: UserKey, mayManage?: () => Promise<boolean>) => {
      const asked = { suggest: 'pack', typed: '', user, community, mayManage } as const;
      return (await bot.suggest(asked, limits)).map(({ value }) => value);
    };
    expect(await offered('slack:U2')).toEqual(['riverton']);
    expect(await offered('slack:U2', async () => false)).toEqual(['riverton']);
    expect(await offered('slack:U2', () => Promise.reject(new Error('Slack is away')))).toEqual([
      'riverton',
    ]);
    expect(await offered('slack:U2', async () => true)).toEqual(['riverton', 'hushed']);
    expect(await offered('slack:U1')).toEqual(['riverton', 'hushed']);
  });

  test('in the history of a claim', async () => {
    const { bot, switchOff } = await botWithHushedPack();
    const history = async (claim: string) => {
      const input = command('fact-history', { claim });
      const said = await outcome(await bot.plan({ ...asker, user: 'slack:U2', input }));
      return shownOf(said, claim);
    };
    expect(await history('hushed-tunnel')).toMatch(/hushed/i);
    await switchOff();
    for (const claim of asked) expect(await history(claim)).not.toMatch(/hushed/i);
  });

  test('in answers that a process died over before it was switched off', async () => {
    const { bot, switchOff } = await botWithHushedPack();
    const link = {
      kind: 'text',
      by: 'mention',
      text: hushed('well').sources[0]?.url ?? '',
    } as const;
    const inputs = [
      ...asked.map((text) => ({ kind: 'text', by: 'mention', text }) as const),
      ...asked.map((text) => command('fact', { claim: text, private: true })),
      link,
      command('fact-help'),
    ];
    const plans = await Promise.all(inputs.map((input) => bot.plan({ ...asker, input })));
    const outlines = plans.map((plan) => ('outline' in plan ? plan.outline : undefined));
    const kept: unknown[] = JSON.parse(JSON.stringify(outlines));
    const told = async () =>
      Promise.all(kept.map(async (outline) => JSON.stringify(await bot.resume(outline)?.answer())));
    expect((await told()).filter((text) => /hushed/i.test(text)).length).toBeGreaterThan(10);
    await switchOff();
    expect((await told()).filter((text) => /hushed/i.test(text))).toEqual([]);
  });

  test('under the buttons of older answers', async () => {
    const { ask, switchOff } = await botWithHushedPack();
    const answers = await Promise.all([
      ask(command('fact', { claim: 'hushed/hushed-tunnel' })),
      ask(command('fact', { claim: 'hushed/hushed-tunnel', private: true })),
      ask(command('fact', { claim: 'hushed' })),
      ask(command('fact-search')),
      ask({ kind: 'message', text: 'The hushed tunnel was dug in 1901.' }),
    ]);
    await switchOff();
    const actions = answers.flatMap(
      (reply) => (reply && 'actions' in reply && reply.actions) || [],
    );
    const presses = actions.flatMap((action) =>
      action.kind === 'button'
        ? [{ kind: 'press', id: action.id } as const]
        : action.choices.map(({ value }) => ({ kind: 'press', id: action.id, value }) as const),
    );
    expect(presses.length).toBeGreaterThan(15);
    for (const press of presses) expect(shownOf(await ask(press))).not.toMatch(/hushed/i);
  });
});

test('help says of each pack whom to tell about a mistake, and only once what is the same for all', async () => {
  const riverton = rivertonPack([aClaim()]);
  const saltmarsh = {
    ...riverton,
    name: 'saltmarsh',
    title: 'Saltmarsh facts',
    corrections: 'Write to desk@saltmarsh.example.',
    claims: [aClaim({ ref: 'saltmarsh/harbour-bridge-opened-1932' })],
  };
  const { bot } = await createTestBot({ packs: [riverton, saltmarsh] });
  const help = replyToText(await answerTo(bot, says('help')));
  expect(help).toContain('Claims maintained by: The Riverton desk\n');
  expect(help).toContain('Riverton facts: Write to desk@riverton.example.\n');
  expect(help).toContain('Saltmarsh facts: Write to desk@saltmarsh.example.');
});
