import { describe, expect, test } from 'vitest';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { fact, on, press, testBot } from '../../support/pressing.ts';

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
