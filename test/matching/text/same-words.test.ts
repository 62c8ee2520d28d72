import { describe, expect, test } from 'vitest';
import { haveSameWords } from '../../../src/matching/text/same-words.ts';

describe('two texts have the same words', () => {
  test.each([
    ['Did the mayor close the ferry?', 'The mayor closed the ferry.'],
    ['is the tower taller than the church', 'The tower was taller than the church!'],
    ['is it true that the mayor has called voters “sheep”?', 'Mayor called voters sheep'],
    ['THE FERRY IS NOT FREE', 'ferry not free'],
    ['Le maire a fermé la mairie', 'le maire a ferme la mairie'],
  ])('%s / %s', (one, other) => {
    expect(haveSameWords(one, other)).toBe(true);
    expect(haveSameWords(other, one)).toBe(true);
  });
});

describe('two texts have other words', () => {
  test.each([
    ['The mayor closed the ferry.', 'The mayor did not close the ferry.'],
    ['The mayor closed the ferry.', 'Who closed the ferry?'],
    ['The mayor beat the judge.', 'The judge beat the mayor.'],
    ['The mayor closed one ferry.', 'The mayor closed two ferries.'],
    ['The mayor closed the ferry.', 'The mayor will close the ferry.'],
    ['All ferries are closed.', 'Ferries are closed.'],
    ['', ''],
    ['did it?', 'it is'],
    ['Krasner?', 'is Krasner'],
    ['😀', '🎉'],
  ])('%s / %s', (one, other) => {
    expect(haveSameWords(one, other)).toBe(false);
    expect(haveSameWords(other, one)).toBe(false);
  });
});
