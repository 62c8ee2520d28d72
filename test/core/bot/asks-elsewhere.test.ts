import { expect, test } from 'vitest';
import { asksElsewhere } from '../../../src/core/bot/asks-elsewhere.ts';

test.each([
  'is this true?',
  'Is that really true??',
  'source?',
  'Got a source for that?',
  'fact check please',
  'hey bot, can you fact-check this please',
  'check this message',
  'true or fake',
  'did this happen?',
  'Stimmt das?',
  'Ist das wirklich wahr?',
  'Quelle?',
  'bitte überprüfe das mal',
  '¿Es verdad esto?',
  '¿Esto es cierto?',
  'fuente?',
  'verifica esto por favor',
  'C’est vrai ?',
  'est-ce que c’est vrai ?',
  'une source ?',
  'vérifiez ce message svp',
  'isso é verdade?',
  'é verdade isso?',
  'qual é a fonte?',
  'checa isso',
  '这是真的吗？',
  '真的假的',
  '有来源吗',
  '请核实一下',
  // Eighty characters.
  `${'can you '.repeat(9)}check it`,
])('“%s” leaves the claim out', (text) => {
  expect(asksElsewhere(text)).toBe(true);
});

test.each([
  'is this true: the bridge opened in 1932',
  'is it true that the bridge opened in 1932?',
  'the source of the river is in the hills',
  'check the bridge',
  'stimmt es, dass die Brücke 1932 eröffnet wurde?',
  '这座桥是1932年开放的吗',
  'please',
  '',
  // One more.
  `${'can you '.repeat(9)}stimmt es`,
  `${'can you '.repeat(2000)}check this`,
])('“%s” does not', (text) => {
  expect(asksElsewhere(text)).toBe(false);
});
