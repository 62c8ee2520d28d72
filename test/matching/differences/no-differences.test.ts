import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test.each([
  [
    "does cracking one's knuckles cause arthritis?",
    'Cracking your knuckles causes arthritis.',
    'a pronoun counts nothing',
  ],
  [
    'one point four five million dollars went to krasner from soros',
    'George Soros gave Larry Krasner $1.45 million.',
    'decimals are said digit by digit',
  ],
  [
    'there was news that the desk planned a review of sentences',
    'The desk planned a review of old sentences.',
    'news are not what is new',
  ],
  [
    'the shop sold goods from the harbour store',
    'The shop sold bad bread from the harbour store.',
    'goods are not what is good',
  ],
  [
    'the street has lights in the tunnel to the harbour',
    'The street has heavy trucks in the tunnel to the harbour.',
    'lights are not what is light',
  ],
])('%s (%s): nothing differs, since %s', (asked, claim) => {
  expect(differences(asked, claim)).toEqual([]);
});

test.each(['thanks to', 'because of', 'due to', 'by'])('who follows "%s" is who acts', (words) => {
  const claim = 'Larry Krasner scrapped cash bail in Philadelphia.';
  const wordings = [`In Philadelphia cash bail was scrapped ${words} Larry Krasner.`];
  expect(
    differences('krasner abolished cash bail philadelphia', { text: claim, wordings }),
  ).toEqual([]);
  expect(
    differences(
      'Bream was fined over the bridge thanks to Holm',
      'Holm was fined over the bridge thanks to Bream.',
    ),
  ).not.toEqual([]);
});
