import { describe, expect, test } from 'vitest';
import type { Bot } from '../../../src/core/bot/bot.ts';
import type { Input, Invocation } from '../../../src/core/bot/invocation.ts';
import type { Delivery } from '../../../src/core/bot/plan.ts';
import type { UserKey } from '../../../src/core/keys.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import type { CreateMatcher } from '../../../src/matching/matcher.ts';
import { answerTo, deliveryOf, formFor } from '../../support/answer-to.ts';
import { aClaim, aSource } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const asker: UserKey = 'slack:U1';
const other: UserKey = 'slack:U2';

const bridge = aClaim({
  sources: Array.from({ length: 7 }, (_, index) =>
    aSource({
      title: `Minutes, part ${index + 1}`,
      url: `https://archive.example/${index + 1}`,
      quote: `words of part ${index + 1}`,
    }),
  ),
});
const ferries = Array.from({ length: 6 }, (_, index) =>
  aClaim({
    id: `ferry-${index + 1}`,
    claim: `Ferry number ${index + 1} was built in Oldport.`,
    wordings: [],
  }),
);

const towers = ['old', 'new'].map((which) =>
  aClaim({
    id: `tower-${which}`,
    claim: `The ${which} tower of Riverton has nine bells.`,
    wordings: [],
  }),
);

/** Finds no claim for sure, but two that are near. */
const unsureMatcher: CreateMatcher = (statements) => {
  const matcher = createMatcher(statements);
  return {
    ...matcher,
    match(text, options) {
      const ranking = towers.map(({ ref }) => ({ id: ref, score: 1 }));
      return { ...matcher.match(text, options), outcome: 'none', ranking, near: 2 };
    },
  };
};

async function testBot(state?: Parameters<typeof createTestBot>[0]) {
  return createTestBot({ packs: [rivertonPack([bridge, ...ferries, ...towers])], ...state });
}

const fact = (claim: string, options = {}): Input => ({
  kind: 'command',
  command: 'fact',
  options: { claim, ...options },
});

function on(bot: Bot, user: UserKey = asker) {
  const invoke = (input: Input, where: Partial<Invocation> = {}): Invocation => ({
    platform: 'slack',
    user,
    input,
    ...where,
  });
  return {
    ask: (input: Input, where?: Partial<Invocation>): Promise<Reply> =>
      answerTo(bot, invoke(input, where)),
    delivery: (input: Input, where?: Partial<Invocation>): Promise<Delivery> =>
      deliveryOf(bot, invoke(input, where)),
    form: (input: Input, where?: Partial<Invocation>) => formFor(bot, invoke(input, where)),
  };
}

/** The press of the button with this label, or of the reply's select. */
function press(reply: Reply, label: string, value?: string): Input {
  const action = reply.actions?.find((candidate) =>
    candidate.kind === 'button' ? candidate.label === label : candidate.prompt === label,
  );
  if (!action) throw new Error(`no “${label}” among ${JSON.stringify(reply.actions)}`);
  return { kind: 'press', id: action.id, ...(value !== undefined && { value }) };
}

const noRecord = 'No record of this here. That says nothing about whether it is true.';

const bridgeById = fact('riverton/harbour-bridge-opened-1932');

describe('buttons under an answer', () => {
  test('show all sources with their quotes, a page at a time', async () => {
    const { bot } = await testBot();
    const { ask, delivery } = on(bot);
    const first = await ask(press(await ask(bridgeById), 'Sources with quotes'));
    expect(replyToText(first)).toContain('5. Minutes, part 5');
    expect(replyToText(first)).toContain('“words of part 5”');
    const next = press(first, 'Next page');
    expect(await delivery(next)).toBe('replace');
    const second = await ask(next);
    expect(second.placement).toBe('replace');
    expect(replyToText(second)).toContain('6. Minutes, part 6');
    expect(replyToText(second)).toContain('Page 2 of 2');
  });

  test.each([
    { status: 'retracted', labels: ['Read more', 'Sources with quotes'], title: '⊘ Retracted' },
    { status: 'draft', labels: ['Read more', 'Sources with quotes'], title: '… Check under way' },
  ] as const)(
    'tell no more of a check that has become $status since',
    async ({ status, labels, title }) => {
      const before = await testBot();
      const answer = await on(before.bot).ask(bridgeById);
      const verification = { ...bridge.verification, status };
      const after = await createTestBot({
        packs: [rivertonPack([{ ...bridge, verification }])],
        state: before.state,
      });
      for (const label of labels) {
        const said = await on(after.bot).ask(press(answer, label));
        expect(said.title).toBe(title);
        expect(replyToText(said)).not.toContain(bridge.summary);
        expect(replyToText(said)).not.toContain('words of part 1');
      }
    },
  );

  test('say why this claim was found', async () => {
    const { bot } = await testBot();
    const { ask } = on(bot);
    const answer = await ask(fact('the riverton bridge is from 1932'));
    const why = replyToText(await ask(press(answer, 'Why this answer')));
    expect(why).toMatch(/How sure I am that you mean this claim: \d+%/);
    expect(why).toContain('Closest wording on record: “the riverton bridge is from 1932”');
    expect(replyToText(await ask(press(await ask(bridgeById), 'Why this answer')))).toContain(
      'by its id',
    );
  });

  test('share a private answer with the channel, and name who did', async () => {
    const { bot } = await testBot();
    const { ask, delivery } = on(bot);
    const inChannel = { community: 'slack:T1', channel: 'C1' } as const;
    const privately = fact('riverton/harbour-bridge-opened-1932', { private: true });
    const share = press(await ask(privately, inChannel), 'Share to channel');
    expect(await delivery(share, inChannel)).toBe('share');
    expect(await ask(share, inChannel)).toMatchObject({
      visibility: 'public',
      sharedBy: asker,
      title: '✓ True',
    });
  });

  test('offer no sharing of what everybody sees already', async () => {
    const { bot } = await testBot();
    const { actions = [] } = await on(bot).ask(bridgeById);
    expect(actions.map((action) => action.kind === 'button' && action.label)).not.toContain(
      'Share to channel',
    );
  });

  test('of a private answer work for nobody but the asker', async () => {
    const { bot } = await testBot();
    const answer = await on(bot).ask(
      fact('riverton/harbour-bridge-opened-1932', { private: true }),
    );
    const pressed = await on(bot, other).ask(press(answer, 'Sources with quotes'));
    expect(replyToText(pressed)).toContain('Only the person who asked can use this.');
  });

  test('of a public answer let everybody read on', async () => {
    const { bot } = await testBot();
    const answer = await on(bot).ask(bridgeById);
    expect((await on(bot, other).ask(press(answer, 'Sources with quotes'))).title).toBe('Sources');
  });

  test('work after a restart, and say so when they no longer do', async () => {
    const { bot, state } = await testBot();
    const answer = await on(bot).ask(bridgeById);
    const { bot: restarted } = await testBot({ state });
    expect((await on(restarted).ask(press(answer, 'Why this answer'))).title).toBe(
      'Why this answer',
    );
    const { bot: forgetful } = await testBot();
    expect(replyToText(await on(forgetful).ask(press(answer, 'Why this answer')))).toContain(
      'buttons work for 30 days',
    );
    expect(replyToText(await on(bot).ask({ kind: 'press', id: 'nonsense' }))).toContain('too old');
  });
});

describe('“Wrong match”', () => {
  test('keeps the asker’s text only with their tick', async () => {
    const { bot, state } = await testBot();
    const { ask, delivery, form } = on(bot);
    const wrong = press(await ask(fact('the riverton bridge is from 1932')), 'Wrong match');
    expect(await delivery(wrong)).toBe('form');
    const opened = await form(wrong);
    expect(opened).toMatchObject({
      title: 'Wrong match',
      fields: [{ name: 'text' }, { name: 'consent' }],
    });
    const id = 'id' in opened ? opened.id : '';
    await ask({ kind: 'form', id, values: { text: 'my secret question', consent: false } });
    const thanks = await ask({
      kind: 'form',
      id,
      values: { text: 'a question to keep', consent: true },
    });
    expect(replyToText(thanks)).toContain('your text are kept');
    const kept = await state.reports.recent(5);
    expect(kept.map(({ text }) => text).toSorted()).toEqual(['a question to keep', undefined]);
    expect(JSON.stringify(kept)).not.toContain('secret');
    expect(kept[0]?.shown).toMatchObject({ confidence: expect.any(Number), differences: [] });
  });
});

test('what is reported in marks alone is kept as no text', async () => {
  const { bot, state } = await testBot();
  const { ask, form } = on(bot);
  const opened = await form(
    press(await ask(fact('the riverton bridge is from 1932')), 'Wrong match'),
  );
  const id = 'id' in opened ? opened.id : '';
  await ask({ kind: 'form', id, values: { text: ' ?! ', consent: true } });
  expect(await state.reports.recent(5)).toMatchObject([{ text: undefined }]);
});

describe('a list', () => {
  test('is paged by its asker only', async () => {
    const { bot } = await testBot();
    const first = await on(bot).ask({
      kind: 'command',
      command: 'fact-search',
      options: { words: 'ferry' },
    });
    const next = press(first, 'Next page');
    expect(replyToText(await on(bot).ask(next))).toContain('Page 2 of 2');
    expect(replyToText(await on(bot, other).ask(next))).toContain('Only the person who asked');
  });
});

describe('a claim that is named in a list', () => {
  const listed = { kind: 'command', command: 'fact-search', options: { words: 'ferry' } } as const;
  const open = 'Open one of these claims';

  test('is opened beside a search, on every page of it', async () => {
    const { bot } = await testBot();
    const { ask } = on(bot);
    const first = await ask(listed);
    const opened = await ask(press(first, open, '0'));
    expect(opened).toMatchObject({ title: '✓ True', visibility: 'private' });
    expect(opened.placement).toBeUndefined();
    const second = await ask(press(first, 'Next page'));
    const { actions = [] } = second;
    const [sixth] = actions.flatMap((action) => (action.kind === 'select' ? action.choices : []));
    const { blocks } = await ask(press(second, open, sixth?.value));
    expect(sixth?.label).toMatch(/^“Ferry number/);
    expect(sixth?.label).toContain(blocks[0]?.kind === 'quote' ? blocks[0].text : 'no claim');
  });

  test('takes the place of an answer that was not sure', async () => {
    const { bot } = await testBot({ createMatcher: unsureMatcher });
    const { ask } = on(bot);
    const unsure = await ask(fact('some tower rang'));
    expect(unsure.title).toBe('I could not match this for sure');
    const opened = await ask(press(unsure, open, '0'));
    expect(opened).toMatchObject({ title: '✓ True', placement: 'replace' });
  });

  test('is opened from what is on record about a name, by everybody for themselves', async () => {
    const { bot } = await testBot();
    const about = await on(bot).ask(fact('oldport'), { community: 'slack:T1', channel: 'C1' });
    expect(about).toMatchObject({
      title: '6 checked claims about “Oldport”',
      visibility: 'public',
    });
    expect(replyToText(about)).toMatch(/ferry-3\nand 3 more$/);
    const opened = await on(bot, other).ask(press(about, open, '4'));
    expect(opened).toMatchObject({ title: '✓ True', visibility: 'private' });
  });
});

describe('a question without a claim', () => {
  test.each([
    ['discord', 'de', '„Diese Nachricht prüfen“'],
    ['slack', 'de', '„Check this message“'],
  ] as const)('is told how to show the message on %s', async (platform, locale, label) => {
    const { bot } = await testBot();
    const input: Input = { kind: 'text', by: 'mention', text: 'stimmt das?' };
    const reply = await answerTo(bot, { platform, user: `${platform}:U1`, locale, input });
    expect(replyToText(reply)).toContain(label);
    expect(reply.title).toBe('Andere Nachrichten sehe ich nicht');
  });

  test('is told so privately where a command was used', async () => {
    const { bot } = await testBot();
    const inChannel = { community: 'slack:T1', channel: 'C1' } as const;
    const reply = await on(bot).ask(fact('is this true?'), inChannel);
    expect(reply).toMatchObject({ title: 'I can’t see other messages', visibility: 'private' });
  });
});

describe('an ambiguous answer', () => {
  test('is settled by choosing a claim, or none of them', async () => {
    const { bot } = await testBot();
    const { ask, delivery } = on(bot);
    const unclear = await ask(fact('does the tower of riverton have nine bells'));
    expect(unclear.title).toBe('Which of these do you mean?');
    const second = press(unclear, 'Choose the claim you mean', '1');
    expect(await delivery(second)).toBe('replace');
    expect(await ask(second)).toMatchObject({ placement: 'replace', title: '✓ True' });
    const none = await ask(press(unclear, 'Choose the claim you mean', 'none'));
    expect(none).toMatchObject({ placement: 'replace', title: noRecord });
  });
});

describe('“Check this message”', () => {
  test('looks every sentence up, privately, and says what is not on record', async () => {
    const { bot } = await testBot();
    const { ask, delivery } = on(bot);
    const message: Input = {
      kind: 'message',
      text: 'Hello! The harbour bridge of Riverton opened in 1932. The moon is made of green cheese.',
    };
    expect(await delivery(message)).toBe('private');
    const reply = await ask(message);
    const text = replyToText(reply);
    expect(reply.title).toBe('1 checked claim in this message');
    expect(text).toContain('✓ True · riverton/harbour-bridge-opened-1932');
    expect(text).toMatch(/does not mean that they are true\n- “The moon is made of green cheese.”/);
    const read = await ask(press(reply, 'Read one of the claims found', '0'));
    expect(read.title).toBe('✓ True');
  });

  test('says so when there is nothing to check', async () => {
    const { bot } = await testBot();
    const reply = await on(bot).ask({ kind: 'message', text: '🎉🎉 https://x.example' });
    expect(replyToText(reply)).toContain('no sentence in this message that could be checked');
  });
});

describe('the form of /fact', () => {
  test('opens when there is no text, and answers as the asker chose', async () => {
    const { bot } = await testBot();
    const { ask, delivery, form } = on(bot);
    const empty: Input = { kind: 'command', command: 'fact', options: {} };
    expect(await delivery(empty)).toBe('form');
    expect(await form(empty)).toMatchObject({
      id: 'fact',
      fields: [{ name: 'claim' }, { name: 'topic' }, { name: 'answer' }],
    });
    const sent: Input = {
      kind: 'form',
      id: 'fact',
      values: { claim: 'harbour-bridge-opened-1932', topic: '', answer: 'private' },
    };
    expect(await delivery(sent)).toBe('private');
    expect(await ask(sent)).toMatchObject({ visibility: 'private', title: '✓ True' });
    const elsewhere = {
      ...sent,
      values: { ...sent.values, claim: 'the riverton bridge is from 1932', topic: 'moon' },
    };
    expect(replyToText(await ask(elsewhere))).toContain('No claim here has the topic “moon”');
  });
});
