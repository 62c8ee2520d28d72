import { expect, test } from 'vitest';
import { isLeadIn } from '../../../src/core/bot/lead-in.ts';

test.each([
  [
    'So here is my list:',
    'Here’s what I found:',
    'Some of the claims I have heard so far:',
    'TL;DR:',
  ],
  ['Hier ist meine Liste:', 'Die drei wichtigsten Punkte:', 'Was ich gehört habe:', 'Teil 2:'],
  ['Aquí está mi lista:', 'Estos son los hechos:', 'Lo que he leído:', 'Punto 1:'],
  ['Voici ma liste :', 'Voici ce que j’ai lu :', 'Les points suivants :', 'Partie IV'],
  ['Aqui está a minha lista:', 'Os três pontos mais importantes:', 'Parte 3:'],
  ['以下是我的清单：', '这些是事实：', '第三点：', '二、'],
  ['II.', 'iv)', '(iii)', 'B:', 'XII.', 'Part II:'],
  [
    'Hi Tom,',
    'Dear all,',
    'Liebe Anna,',
    'Hola a todos:',
    'Chers amis,',
    'Olá pessoal,',
    '大家好，',
  ],
  [
    'Best regards, Anna',
    'Viele Grüße, Jan',
    'Saludos cordiales',
    'Cordialement',
    'Um abraço',
    '此致敬礼',
  ],
])('%s and the like only announce, count, greet or take leave', (...sentences) => {
  expect(sentences.filter((sentence) => !isLeadIn(sentence))).toEqual([]);
});

test.each([
  ['The mayor resigned.', 'Here is proof that vaccines kill:', 'The list of voters was lost.'],
  ['Hey vaccines kill!', 'Dear food is unhealthy.', 'Cheers was filmed in Boston.'],
  ['Der Bürgermeister ist zurückgetreten:', 'Das ist gelogen.', 'Los hechos son falsos.'],
  ['Voici le maire de Paris.', 'A lista foi vendida.', '市长辞职了。', '这些清单是假的。'],
  ['Thanks to Trump, wages rose.', 'Gracias a Sánchez subió el paro.'],
])('%s and the like say something', (...sentences) => {
  expect(sentences.filter(isLeadIn)).toEqual([]);
});
