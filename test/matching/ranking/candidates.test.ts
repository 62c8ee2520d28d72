import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { impactUnit } from '../../../src/matching/index/postings.ts';
import { buildIndex, type StatementIndex } from '../../../src/matching/index/statement-index.ts';
import { createCandidateFinder } from '../../../src/matching/ranking/candidates.ts';
import { emptyLexicon } from '../../support/empty-lexicon.ts';

/** What BM25 gives when every posting of every term is read. */
function scoreAll(index: StatementIndex, terms: readonly number[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const term of terms) {
    for (
      let at = index.postingStarts[term] ?? 0;
      at < (index.postingStarts[term + 1] ?? 0);
      at += 1
    ) {
      const document = index.postings[at] ?? 0;
      const gain = (index.rarities[term] ?? 0) * (index.impacts[at] ?? 0) * impactUnit;
      scores.set(document, (scores.get(document) ?? 0) + gain);
    }
  }
  return scores;
}

/** Every word is half as frequent as the one before, so that long lists of postings are worth little. */
const letters = 'abcdefghijklmnop';
const word = fc.nat(2 ** 12).map((number) => letters[Math.clz32(number) - 19] ?? 'a');
const sentence = fc.array(word, { minLength: 1, maxLength: 12 });
const everyLetter = fc.shuffledSubarray([...letters], { minLength: 1 });

test('stopping early finds the same documents as reading everything', () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 60, maxLength: 300 }),
      everyLetter,
      (texts, asked) => {
        // Single letters are stop words, words of two are none.
        const index = buildIndex(
          texts.map((words, at) => ({ id: String(at), text: words.map((w) => `${w}q`).join(' ') })),
          emptyLexicon,
        );
        const terms = [...new Set(asked.map((w) => index.vocabulary.termOf(`${w}q`)))].filter(
          (term) => term >= 0,
        );
        const wanted = terms.map((term) => ({ term, weight: index.rarities[term] ?? 0 }));
        const found = createCandidateFinder(index)(wanted, 5, undefined);
        const best = [...scoreAll(index, terms).values()].sort((a, b) => b - a).slice(0, 5);
        expect(found).toHaveLength(best.length);
        found.forEach(({ score }, at) => {
          expect(score).toBeCloseTo(best[at] ?? 0, 4);
        });
      },
    ),
  );
});

test('of many words in much the same statements no posting is looked at more than about once, and no list made of them', () => {
  const words = Array.from({ length: 24 }, (_, at) => `word${letters[at % 16]}${letters[at >> 4]}`);
  const texts = Array.from({ length: 3000 }, (_, at) =>
    words.filter((_word, place) => (Math.imul(at + 1, 40503 + 2 * place) >>> 8) % 3 > 0).join(' '),
  );
  const index = buildIndex(
    texts.map((text, at) => ({ id: String(at), text })),
    emptyLexicon,
  );
  const wanted = words.map((each, place) => {
    const term = index.vocabulary.termOf(each);
    return { term, weight: (index.rarities[term] ?? 0) * 2 ** -place };
  });
  let looks = 0;
  const postings = new Proxy(index.postings, {
    get(target, at) {
      looks += 1;
      return Reflect.get(target, at, target);
    },
  });
  const push = vi.spyOn(Array.prototype, 'push');
  createCandidateFinder({ ...index, postings })(wanted, 5, undefined);
  const pushed = push.mock.calls.length;
  push.mockRestore();
  expect(looks).toBeLessThan(1.5 * index.postings.length);
  expect(pushed).toBeLessThan(texts.length / 10);
});
