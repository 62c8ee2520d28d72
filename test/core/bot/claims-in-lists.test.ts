import { describe, expect, test } from 'vitest';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import type { CreateMatcher } from '../../../src/matching/matcher.ts';
import { fact, on, other, press, testBot, towers } from '../../support/pressing.ts';

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

const noRecord = 'No record of this here. That says nothing about whether it is true.';

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
