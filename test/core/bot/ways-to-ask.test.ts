import { describe, expect, test } from 'vitest';
import type { Input } from '../../../src/core/bot/invocation.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { fact, on, press, testBot } from '../../support/pressing.ts';

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
