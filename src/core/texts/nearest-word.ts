import { countEdits } from './count-edits.ts';

/** The word that differs least, if it is near enough to be a slip of the keyboard. */
export function nearestWord(written: string, words: readonly string[]): string | undefined {
  // One slip in three letters: more would suggest fields that have nothing to do with each other.
  const most = Math.max(1, Math.floor(written.length / 3));
  return words
    .map((word) => ({ word, edits: countEdits(plain(written), plain(word)) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)[0]?.word;
}

/** `near_misses`, `near-misses` and `NearMisses` are all slips for `nearMisses`. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[-_\s]/g, '')
    .slice(0, 64);
}
