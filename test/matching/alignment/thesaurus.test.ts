import { describe, expect, test } from 'vitest';
import thesaurus from '../../../src/matching/alignment/thesaurus.json' with { type: 'json' };
import { relationOf, sensesOf } from '../../../src/matching/alignment/thesaurus.ts';
import { wordsOf } from '../../../src/matching/differences/words.ts';

/** The relation of any word of one saying to any of the other, the nearest first. */
function relation(one: string, other: string): string | undefined {
  const senses = (text: string) => sensesOf(wordsOf(text)).flat();
  return relationOf(senses(one), senses(other));
}

describe('sayings', () => {
  test.each([
    ['resigned', 'stepped down'],
    ['raised', 'puts up'],
    ['banned', 'not allowed'],
    ['free', 'at no cost'],
  ])('mean the same: %s, %s', (one, other) => {
    expect(relation(one, other)).toBe('same');
  });

  test.each([
    ['wins', 'lost'],
    ['hired', 'fired'],
    ['majority', 'minority'],
  ])('exclude each other: %s, %s', (one, other) => {
    expect(relation(one, other)).toBe('exclusive');
  });

  test('have nothing to do with each other', () => {
    expect(relation('raised', 'harbour')).toBeUndefined();
  });

  test('that mean the same in one sense and exclude each other in another may mean the same', () => {
    expect(relationOf([1, 130], [2, 130])).toBe('same');
  });

  test('are looked up as a whole: every word of one has its sense, and a part of one alone has not', () => {
    const [, down] = sensesOf(wordsOf('stepped down'));
    const [alone] = sensesOf(wordsOf('down'));
    const [resign] = sensesOf(wordsOf('resign'));
    expect(relationOf(down ?? [], resign ?? [])).toBe('same');
    expect(relationOf(alone ?? [], resign ?? [])).not.toBe('same');
  });
});

describe.each(Object.entries(thesaurus))('the fields in %s', (_language, fields) => {
  test('has each field once, with more than one saying', () => {
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.filter((field) => !/[,|]/.test(field))).toEqual([]);
  });

  test('says nothing twice in a field', () => {
    const twice = fields.filter((field) => {
      const sayings = field.split(/[,|]/).map((saying) => saying.trim());
      return new Set(sayings).size < sayings.length;
    });
    expect(twice).toEqual([]);
  });

  test('holds plain sayings of a few words, and none is empty', () => {
    const odd = fields.flatMap((field) =>
      field.split(/[,|]/).filter((saying) => !/^[\p{Ll}\d][\p{Ll}\d&' -]*$/u.test(saying.trim())),
    );
    expect(odd).toEqual([]);
  });
});
