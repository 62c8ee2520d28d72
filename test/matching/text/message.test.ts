import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/matching/text/message.ts';

describe('a message', () => {
  test('is read without its links, which are kept', () => {
    const message = readMessage('The bridge is closed!https://t.co/x1 see www.news.example/a');
    expect(message.text).toBe('The bridge is closed! see');
    expect(message.urls).toEqual(['https://t.co/x1', 'www.news.example/a']);
  });

  test('is read without the signature of a pasted post, which is kept', () => {
    const message = readMessage('It never rained. — Odile Brandt (@odile_b) February 25, 2016');
    expect(message.text).toBe('It never rained.');
    expect(message.signature).toBe('Odile Brandt @odile_b February 2016');
  });

  test.each([
    ['Is it true that the bridge is closed?', 'the bridge is closed?'],
    ['hi all, can you check if the bridge is closed', 'the bridge is closed'],
    ['fact check: the bridge is closed', 'the bridge is closed'],
    ['the bridge is closed, is that true?', 'the bridge is closed'],
    ['I heard that the bridge is closed', 'the bridge is closed'],
    ['the bridge is closed, right?', 'the bridge is closed'],
    ['the moon landing was fake.', 'the moon landing was fake.'],
    ['claims of fraud are true', 'claims of fraud are true'],
  ])('"%s" asks about: %s', (text, said) => {
    expect(readMessage(text).text).toBe(said);
  });

  test.each(['true or false', 'is it true?', 'hello'])(
    'keeps its words when "%s" is all',
    (text) => {
      expect(readMessage(text).text).not.toBe('');
    },
  );

  test('of any kind is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(() => readMessage(text)).not.toThrow();
      }),
    );
  });
});
