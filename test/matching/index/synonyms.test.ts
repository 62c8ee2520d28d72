import { expect, test } from 'vitest';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { synonymsOf } from '../../../src/matching/index/synonyms.ts';

const { match } = createMatcher([
  {
    id: 'hemp',
    text: 'Mara Ferris announced that possession of marijuana would no longer be prosecuted.',
  },
  { id: 'promise', text: 'Mara Ferris promised to end the harbour toll.' },
  { id: 'fired', text: 'Mara Ferris fired 31 wardens in her first week in office.' },
  { id: 'suit', text: 'Mara Ferris filed a lawsuit against three fishing companies.' },
  { id: 'floods', text: 'Saltmarsh recorded 562 floods in 2021.' },
]);

test.each([
  ['ferris no longer prosecutes weed possession', 'hemp'],
  ['mara ferris vowed to abolish the harbour toll', 'promise'],
  ['ferris sacked 31 wardens in her first week', 'fired'],
  ['did ferris sue fishing companies', 'suit'],
])('“%s” is found under the words of the claim', (text, id) => {
  expect(match(text).ranking[0]?.id).toBe(id);
});

test('a word may stand for the words of two meanings, which do not stand for each other', () => {
  expect(synonymsOf('back')).toContain('endors');
  expect(synonymsOf('back')).toContain('fund');
  expect(synonymsOf('fund')).not.toContain('endors');
});

test('a word is not its own synonym, and most words have none', () => {
  expect(synonymsOf('marijuana')).not.toContain('marijuana');
  expect(synonymsOf('harbour').size).toBe(0);
});
