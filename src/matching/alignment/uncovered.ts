import { spanText } from '../differences/words.ts';
import type { Difference } from '../matcher.ts';
import type { Alignment, RarityOf } from './align.ts';

/** More would not be read. */
const mostNamed = 2;

/** Particles and endings of Japanese, which say nothing by themselves. */
const onlyHiragana = /^\p{sc=Hiragana}+$/u;

/** What the text says that the claim does not have anywhere: the rarest stretches, in the text's order. */
export function uncoveredBy({ text, unpaired }: Alignment, rarityOf: RarityOf): Difference[] {
  const stretches: { from: number; to: number; place: number; rarity: number }[] = [];
  for (const place of unpaired) {
    const token = text.tokens[place];
    if (!token || onlyHiragana.test(token.word.text)) continue;
    const rarity = rarityOf(token);
    const last = stretches.at(-1);
    // Those with no word between them that the claim has are named together.
    if (last?.place === place - 1) {
      last.to = token.at;
      last.place = place;
      last.rarity = Math.max(last.rarity, rarity);
    } else stretches.push({ from: token.at, to: token.at, place, rarity });
  }
  const named = new Set(
    stretches.toSorted((one, other) => other.rarity - one.rarity).slice(0, mostNamed),
  );
  return stretches
    .filter((stretch) => named.has(stretch))
    .map(({ from, to }) => ({
      kind: 'uncovered',
      asked: spanText(text.reading, from, to),
      checked: '',
    }));
}
