import { describe, expect, test } from 'vitest';
import { splitClauses } from '../../../src/core/texts/clauses.ts';

const clausesOf = (sentence: string) => splitClauses(sentence).map(({ text }) => text);

describe('statements in one sentence are proposed one by one', () => {
  test.each([
    ['bats are blind and bulls hate red', 'bats are blind', 'bulls hate red'],
    [
      'bats are blind, bulls hate red; the earth is flat',
      'bats are blind',
      'bulls hate red',
      'the earth is flat',
    ],
    [
      'Die Erde ist flach und Impfungen verursachen Autismus',
      'Die Erde ist flach',
      'Impfungen verursachen Autismus',
    ],
    [
      'la Tierra es plana y las vacunas causan autismo',
      'la Tierra es plana',
      'las vacunas causan autismo',
    ],
    [
      'la Terre est plate et les vaccins causent l’autisme',
      'la Terre est plate',
      'les vaccins causent l’autisme',
    ],
    ['a Terra é plana e as vacinas causam autismo', 'a Terra é plana', 'as vacinas causam autismo'],
    ['地球是平的，而且疫苗会导致自闭症', '地球是平的', '疫苗会导致自闭症'],
  ])('%s', (sentence, ...clauses) => {
    expect(clausesOf(sentence)).toEqual(clauses);
  });
});

describe('what would say something else alone stays whole', () => {
  test.each([
    ['a list of names', 'Tom, Jerry and Spike are cats in a film'],
    ['an English word that joins in another language', 'you may take an e scooter on the tram'],
    ['a number', 'the bridge cost $1,000,000 in all'],
    ['a condition before', 'if bats are blind, then bulls hate red'],
    ['a condition after', 'the bridge is safe, unless it rains hard'],
    ['who said so', 'bats are blind, said the old mayor'],
    ['a relative clause', 'bats are blind, which is a lie'],
    ['a denial of both', 'neither are bats blind and nor do bulls hate red'],
    ['a denial over both', 'it’s not true that bats are blind and bulls hate red'],
    ['an attribution over both', 'the mayor said that bats are blind, and that bulls hate red'],
    ['a place', 'crime went up last year, in three of the towns'],
    ['a German denial', 'es ist nicht wahr, die Erde ist keine flache Scheibe'],
    ['a Chinese condition', '如果地球是平的，疫苗会导致自闭症'],
  ])('%s', (_, sentence) => {
    expect(clausesOf(sentence)).toEqual([sentence]);
  });
});

test('a text without end is no sentence to take apart', () => {
  const endless = 'bats are blind and '.repeat(60);
  expect(clausesOf(endless)).toHaveLength(1);
});
