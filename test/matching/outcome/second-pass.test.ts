import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import type { Statement } from '../../../src/matching/matcher.ts';

const statements: readonly Statement[] = [
  { id: 'fired', text: 'Mara Ferris fired 31 wardens in her first week in office.' },
  { id: 'promise', text: 'Mara Ferris promised to end the harbour toll.' },
  { id: 'floods', text: 'Saltmarsh recorded 562 floods in 2021.' },
  { id: 'flood-record', text: 'Saltmarsh set a new town record for floods in 2021.' },
  { id: 'ferry', text: 'The Saltmarsh ferry was built in Oldport.' },
];
const { match } = createMatcher(statements);

describe('a text that is a claim but for one detail', () => {
  test.each([
    ['saltmarsh 362 floods 2021', 'floods', 'number', '362', '562'],
    ['ferris fired 35 wardens in her first week', 'fired', 'number', '35', '31'],
    ['did Chesa Brindle fire 31 wardens?', 'fired', 'name', 'Chesa Brindle', 'Mara Ferris'],
    ['chesa brindle fired 31 wardens', 'fired', 'name', 'chesa brindle', 'Mara Ferris'],
  ])('“%s” finds it and says what differs', (text, id, kind, asked, checked) => {
    const { outcome, ranking, differences } = match(text);
    expect([outcome, ranking[0]?.id]).toEqual(['match', id]);
    expect(differences).toContainEqual({ kind, asked, checked });
  });

  test('is no match when one is a number of people and the other a share of them', () => {
    const shares = createMatcher([
      {
        id: 'share',
        text: 'About 10% of wardens left.',
        wordings: ['ferris fired 10% of her wardens'],
      },
      { id: 'third', text: 'Up to one-third of the night wardens were dismissed.' },
      ...statements.filter(({ id }) => id !== 'fired'),
    ]);
    expect(shares.match('ferris fired 31 wardens').outcome).toBe('none');
  });

  test('is no match when two details differ: then it is about something else', () => {
    expect(match('oldport 362 floods 2021').outcome).not.toBe('match');
  });
});

describe('a question that leaves an amount open', () => {
  test('is answered by the claim that gives one', () => {
    const { outcome, ranking, differences } = match(
      'how many floods were recorded in saltmarsh in 2021?',
    );
    expect([outcome, ranking[0]?.id, differences]).toEqual(['match', 'floods', []]);
  });

  test('is not answered by a claim that gives none', () => {
    expect(match('how many harbour tolls did mara ferris promise to end').outcome).toBe('none');
    expect(match('did mara ferris promise to end the harbour toll').outcome).toBe('match');
  });
});

describe('a name and a topic', () => {
  test('are not taken for the first of several claims that have both', () => {
    expect(match('saltmarsh floods')).toMatchObject({ outcome: 'ambiguous', near: 2 });
  });
});
