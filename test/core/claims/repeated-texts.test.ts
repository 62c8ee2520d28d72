import { expect, test } from 'vitest';
import type { ClaimParts } from '../../../src/core/claims/claim-parts.ts';
import { fieldPathToText } from '../../../src/core/claims/field-mistake.ts';
import { repeatedTexts } from '../../../src/core/claims/repeated-texts.ts';

/** Said as `file field: message`, each claim being in a file of its own. */
function mistakesIn(...claims: readonly ClaimParts[]): readonly string[] {
  const placed = claims.map((parts, index) => ({
    parts,
    place: (found: Parameters<Parameters<typeof repeatedTexts>[0][number]['place']>[0]) =>
      found.map(({ path, message }) => ({
        file: `${index + 1}.yaml`,
        line: 7,
        column: 1,
        field: fieldPathToText(path),
        message,
      })),
  }));
  return repeatedTexts(placed).map(({ file, field, message }) => `${file} ${field}: ${message}`);
}

test('words that differ in case, marks, spaces or width only are the same words', () => {
  expect(
    mistakesIn(
      { claim: 'The bridge opened in 1932.' },
      { claim: 'Another.', wordings: ['Other words', '  the BRIDGE – opened in １９３２!'] },
    ),
  ).toEqual([
    '2.yaml wordings[1]: "  the BRIDGE – opened in １９３２!" is also claim at 1.yaml:7: keep it in one place',
  ]);
});

test('letters and marks of every script count', () => {
  expect(mistakesIn({ claim: 'Der Bär' }, { claim: 'Der Bar' }, { claim: '桥' })).toEqual([]);
});

test('a wording without words says nothing', () => {
  expect(mistakesIn({ claim: 'The bridge.', wordings: ['?!'] })).toEqual([
    '1.yaml wordings[0]: "?!" holds no words: write what people say',
  ]);
});

test('a claim can’t both answer to words and not answer to them; another claim can', () => {
  const bridge = {
    claim: 'The bridge is old.',
    nearMisses: ['The bridge is new.', 'An old bridge!'],
  };
  expect(mistakesIn(bridge, { claim: 'The bridge is new.' })).toEqual([]);
  expect(mistakesIn({ ...bridge, wordings: ['an old bridge'] })).toEqual([
    '1.yaml nearMisses[1]: "An old bridge!" is also what this claim answers to: remove one of the two',
  ]);
});

test('a claim with fields that could not be read is compared in the others', () => {
  expect(mistakesIn({}, { claim: undefined, wordings: [undefined, 'the bridge'] })).toEqual([]);
});
