import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, compareReadings } from '../../../src/matching/differences/compare.ts';
import { readClaim, readText } from '../../../src/matching/differences/reading.ts';
import { fired } from '../../support/fired-prosecutors.ts';
import { readStatements } from '../questions/measure-questions.ts';
import { differences } from './differences.ts';

describe('what any wording or the title states is no difference', () => {
  test.each([
    'Larry Krasner fired 31 prosecutors days after taking office',
    'krasner: 31 lawyers gone',
  ])('%s', (asked) => {
    expect(differences(asked, fired)).toEqual([]);
  });

  test('every claim of the packs says the same as itself and as its wordings', async () => {
    for (const statement of await readStatements()) {
      for (const text of [statement.text, ...(statement.wordings ?? [])]) {
        expect({ text, differences: compare(text, statement) }).toEqual({
          text,
          differences: [],
        });
      }
    }
  });
});

describe('a text of several sentences', () => {
  test('chatter around a statement hides no difference', () => {
    expect(
      differences(
        'My neighbour forwarded this yesterday. krasner fired 13 prosecutors. Please share!',
        fired,
      ),
    ).toEqual(['number: 13 ≠ 31']);
  });

  test('a story about the same people needs more in common before its next step counts', () => {
    const story =
      'Larry Krasner took office in January. The prosecutors of Brell never fired anybody.';
    expect(differences(story, fired)).toEqual([]);
  });
});

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    'not',
    'never',
    'no',
    "didn't",
    '31',
    '$1.45M',
    '2021',
    'Larry',
    'Krasner',
    'fired',
    'rose',
    'all',
    '"',
    "'",
    '.',
    '?',
    '(@',
    '—',
    '#aB',
    '1/3',
    'one',
    'in',
    'three',
    'times',
    'as',
    'than',
    'from',
    'to',
    'Philadelphia',
    '\n',
    '\u202e',
    '😀',
  );
  const noise = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map((words) => words.join(' ')),
  );

  test('never throws, and takes its spans from the texts', () => {
    fc.assert(
      fc.property(noise, noise, (asked, text) => {
        const claim = { id: 'any', text, wordings: [asked.slice(1)], title: text.slice(2) };
        for (const difference of compare(asked, claim)) {
          expect(difference.asked.length + difference.checked.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a text never differs from itself', () => {
    fc.assert(
      fc.property(noise, (text) => {
        expect(compare(text, { id: 'same', text })).toEqual([]);
      }),
    );
  });

  test('the same texts give the same answer', () => {
    fc.assert(
      fc.property(noise, noise, (asked, text) => {
        const claim = { id: 'any', text };
        expect(compare(asked, claim)).toEqual(compare(asked, claim));
      }),
    );
  });

  test('long and nasty texts are read as far as it makes sense', () => {
    const nasty = [
      'krasner '.repeat(10_000),
      '1,'.repeat(50_000),
      '#aB'.repeat(50_000),
      '(@ —'.repeat(20_000),
      'not '.repeat(10_000),
    ];
    for (const asked of nasty) expect(compare(asked, fired).length).toBeLessThanOrEqual(4);
    expect(compare(`${'so it goes. '.repeat(2_000)} krasner fired 99 prosecutors`, fired)).toEqual(
      [],
    );
  });
});

test('a rule that is left out to be measured says nothing, and the others go on', () => {
  const claim = { id: 'claim', text: 'Larry Krasner fired 31 prosecutors in 2018.' };
  const asked = readText('larry krasner fired 13 prosecutors in 2019');
  const checked = readClaim(claim, true);
  const kinds = (leftOut?: 'numbers') =>
    compareReadings(asked, checked, leftOut).map(({ kind }) => kind);
  expect(kinds()).toEqual(['number', 'date']);
  expect(kinds('numbers')).toEqual(['date']);
});
