import { describe, expect, test } from 'vitest';
import { tokensOf } from '../../../src/matching/alignment/tokens.ts';
import { readText } from '../../../src/matching/differences/reading.ts';
import { emptyLexicon } from '../../support/empty-lexicon.ts';

const words = (text: string, isEnglish = true): string[] =>
  tokensOf(readText(text, isEnglish), emptyLexicon, () => []).map(({ word }) => word.folded);

describe('what a text says', () => {
  test.each([
    ['teh brdige was closed becuase of ice', ['brdige', 'closed', 'ice']],
    ['um so the bridge, uh, closed', ['bridge', 'closed']],
    ['closed in mrach, opend in jnue', ['closed', 'opend']],
    ['shut nov-feb', ['shut']],
  ])('leaves out misspelt and spoken words that build a sentence, and months: %s', (text, left) => {
    expect(words(text)).toEqual(left);
  });

  test('keeps a word that only looks like a slip where a statement has it', () => {
    const known = tokensOf(readText('the teh river'), emptyLexicon, () => undefined);
    expect(known.map(({ word }) => word.folded)).toEqual(['teh', 'river']);
  });

  test.each([
    ['el puente de la ciudad y el río', ['puente', 'ciudad', 'rio']],
    ['die Brücke an der Mündung des Flusses', ['brucke', 'mundung', 'flusses']],
    ['le pont de la rive et du port', ['pont', 'rive', 'port']],
  ])('leaves out what builds a sentence in another language: %s', (text, left) => {
    expect(words(text, false)).toEqual(left);
  });
});
