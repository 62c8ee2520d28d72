import type { Statement } from '../../../src/matching/matcher.ts';

const k1 = 1.2;
const b = 0.75;

/** What any search would do: BM25 over words as they are written, and over single characters where no blanks are. */
export function createPlainBm25(statements: readonly Statement[]): (text: string) => string[] {
  const documents = statements.map(({ id, text }) => ({ id, tokens: tokensOf(text) }));
  const meanLength =
    documents.reduce((sum, { tokens }) => sum + tokens.length, 0) / documents.length;
  const holders = new Map<string, number>();
  for (const { tokens } of documents) {
    for (const token of new Set(tokens)) holders.set(token, (holders.get(token) ?? 0) + 1);
  }
  const rarityOf = (token: string): number => {
    const count = holders.get(token) ?? 0;
    return Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  };
  return (text) => {
    const asked = new Set(tokensOf(text));
    return documents
      .map(({ id, tokens }) => {
        let score = 0;
        for (const token of asked) {
          const count = tokens.filter((other) => other === token).length;
          const length = 1 - b + (b * tokens.length) / meanLength;
          score += (rarityOf(token) * count * (k1 + 1)) / (count + k1 * length);
        }
        return { id, score };
      })
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .map(({ id }) => id);
  };
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function tokensOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.flatMap((word) => (unspaced.test(word) ? [...word] : [word]));
}
