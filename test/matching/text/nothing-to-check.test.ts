import { describe, expect, test } from 'vitest';
import { isRequest, isSmallTalk } from '../../../src/matching/text/nothing-to-check.ts';

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
  ...[
    'ok',
    'OK!',
    'yes',
    'yea',
    'nope',
    'hm',
    'mhm',
    'alright',
    'right',
    'of course',
    'no problem',
  ],
  ...['sí', 'Sí.', 'no', 'vale', 'claro', 'de acuerdo', 'por supuesto', 'bueno'],
  ...['oui', 'non', 'ouais', "d'accord", 'd’accord', 'bien sûr', 'voilà', 'exact'],
  ...['ja', 'nein', 'doch', 'genau', 'na klar', 'alles klar', 'natürlich', 'ach so'],
  ...['sim', 'não', 'tá bom', 'beleza', 'isso mesmo', 'pois é', 'com certeza'],
  ...[
    '嗯',
    '嗯嗯',
    '好的',
    '是',
    '是的',
    '对',
    '哦',
    '不是',
    '没错',
    '知道了',
    '收到',
    '好吧！',
    '好滴',
    '行吧',
  ],
  ...['ajá', 'sip', 'ouaip', 'd’acc', 'jawoll', 'jup', 'tamo junto', 'ich weiß', 'lo sé'],
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
  'sí hay agua en Marte',
  'no vale nada el dólar',
  'non, la Terre est plate',
  'ja, die Erde ist eine Scheibe',
  'não tem água em Marte',
  '是中国人发明的',
  '不对称加密已被破解',
  '没有登月',
])('"%s" is neither', (text) => {
  expect(isSmallTalk(text) || isRequest(text)).toBe(false);
});

describe('an errand', () => {
  test.each([
    'what is a plea deal',
    'whats an inquest?',
    'how do i report a pothole',
    'where can i buy stamps in saltmarsh',
    'anybody got a good plumber',
    'can we rent a boat tonight',
    'how does the lottery work',
  ])('“%s” asks for something else than a verdict', (text) => {
    expect(isRequest(text)).toBe(true);
  });

  test.each([
    'what is the record for floods',
    'how do i know that ferris said this',
    'can i still be fined for fishing in saltmarsh',
    'does anyone know how many wardens she fired',
    'what is a lie that ferris told',
  ])('“%s” may ask for one', (text) => {
    expect(isRequest(text)).toBe(false);
  });
});
