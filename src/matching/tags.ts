import type { Word } from './text.ts';
import { stopTerm, unknownTerm, type Vocabulary } from './vocabulary.ts';

/**
 * Takes hashtags and handles apart into words: by their capitals (`#BlackLivesMatter`, `@realDonaldTrump`), and where
 * there are none, into words that statements use (`#stopthesteal`).
 */
export function splitTags(
  words: readonly Word[],
  text: string,
  vocabulary: Vocabulary,
): readonly Word[] {
  if (!/[#@]/.test(text)) return words;
  return words.flatMap((word) => {
    const mark = text[word.start - 1];
    if (mark !== '#' && mark !== '@') return [word];
    const pieces = word.written.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Nd}+|\p{Lo}+/gu) ?? [];
    return pieces.flatMap((written) => {
      const folded = written.toLowerCase();
      const parts =
        vocabulary.termOf(folded) === unknownTerm ? splitJoined(folded, vocabulary) : [folded];
      return parts.map((part) => ({ ...word, written: part, folded: part }));
    });
  });
}

const shortestJoined = 6;
const longestJoined = 30;
const shortestPiece = 3;

/** The fewest known words that make up the whole, or the whole itself. */
function splitJoined(joined: string, vocabulary: Vocabulary): readonly string[] {
  if (joined.length < shortestJoined || joined.length > longestJoined) return [joined];
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= joined.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      if (!before || (best[end]?.length ?? Number.POSITIVE_INFINITY) <= before.length + 1) continue;
      const piece = joined.slice(start, end);
      const term = vocabulary.termOf(piece);
      const isWord = term >= 0 ? piece.length >= shortestPiece : term === stopTerm;
      if (isWord) best[end] = [...before, piece];
    }
  }
  return best[joined.length] ?? [joined];
}
