import { expect, test } from 'vitest';
import { questionKindOf } from '../../../src/matching/alignment/question-kind.ts';

const kindOf = (text: string, isEnglish = true) =>
  questionKindOf(text.replace('?', '').split(' '), text.endsWith('?'), isEnglish);

test.each([
  ['who paid for the roof', 'who'],
  ['so when did it open', 'when'],
  ['how many seats are in the assembly', 'how-many'],
  ['wie viele betten hat die klinik', 'how-many'],
  ['cuanto costo la almazara', 'how-much'],
  ['how much did it cost?', 'how-much'],
  ['how long does it take', 'how-long'],
  ['warum ist das bad zu', 'why'],
  ['which foot did he break', 'which'],
  ['do you know when it opens', 'when'],
  ['can i downgrade', 'can'],
  ['did they repay everybody', 'did'],
  ['is the pool closed', 'whether'],
  ['the pool is closed, right?', 'whether'],
  ['the pool is closed', 'none'],
  ['he told us how much prison costs', 'none'],
])('%s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test('the same word asks otherwise in another language', () => {
  expect([kindOf('was kostet das', false), kindOf('was he fired', true)]).toEqual([
    'what',
    'whether',
  ]);
});
