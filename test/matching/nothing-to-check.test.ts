import { expect, test } from 'vitest';
import { isRequest, isSmallTalk } from '../../src/matching/nothing-to-check.ts';

test.each([
  'hello there',
  'lol',
  'hahahaha',
  'thanks so much!',
  '👍',
  '',
  'good morning everyone',
  'hola',
  'Guten Morgen zusammen',
  'merci beaucoup',
  'çok teşekkürler',
  'доброе утро всем',
  'नमस्ते',
  'شكرا جزيلا',
  '皆さんおはようございます',
  '你好',
  'wkwkwk',
  '哈哈哈',
])('"%s" is small talk', (text) => {
  expect(isSmallTalk(text)).toBe(true);
});

test.each([
  'tell me a joke',
  'can I order a large pizza please',
  'who are you?',
  'are you a bot',
  'what can you do?',
  'what time is it',
])('"%s" asks for something that no record answers', (text) => {
  expect(isRequest(text)).toBe(true);
});

test.each([
  'the mayor ordered the police to stand down',
  'pizza boxes cannot be recycled',
  'the harbour bridge is closed',
  'vaccines are safe',
])('"%s" is neither', (text) => {
  expect(isSmallTalk(text) || isRequest(text)).toBe(false);
});
